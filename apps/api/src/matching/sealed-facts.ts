import { FUEHRUNGSZEUGNIS_VALID_MONTHS, asksForFuehrungszeugnis, isFuehrungszeugnisValid } from "@augenhoehe/domain";
import type { MatchRequest, SealedFacts } from "@augenhoehe/domain/matching";
import type { Tx } from "../db/client.ts";
import { listSealedFacts } from "../db/repositories/mentor-cards.ts";
import { localDayOf } from "../local-time.ts";
import { openFuehrungszeugnis } from "../people/fuehrungszeugnis-entry.ts";
import { isCleared } from "../people/protection-clearance.ts";
import type { Vault } from "../vault.ts";

/**
 * What was taken as favourable, as it is: Führungszeugnis entries only where the request involves minors or a reception
 * centre, clearances only where somebody is protected. Ask for nobody whom something else excludes.
 */
export async function openSealedFacts(
  tx: Tx,
  vault: Vault,
  request: MatchRequest,
  mentorIds: readonly string[],
  { now, timeZone }: { readonly now: Date; readonly timeZone: string },
): Promise<ReadonlyMap<string, SealedFacts>> {
  const asksEntry = asksForFuehrungszeugnis(request);
  if (!asksEntry && !request.protected) return new Map();
  const today = localDayOf(now, timeZone);
  return new Map(
    (await listSealedFacts(tx, mentorIds)).map(({ id, entrySealed, protectionClearanceSealed }) => [
      id,
      {
        hasValidFuehrungszeugnis:
          !asksEntry ||
          isFuehrungszeugnisValid(
            entrySealed === null ? null : openFuehrungszeugnis(vault, id, entrySealed),
            today,
            FUEHRUNGSZEUGNIS_VALID_MONTHS,
          ),
        clearedForProtected: !request.protected || isCleared(vault, id, protectionClearanceSealed),
      },
    ]),
  );
}
