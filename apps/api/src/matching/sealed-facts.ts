import { FUEHRUNGSZEUGNIS_VALID_MONTHS, asksForFuehrungszeugnis, isFuehrungszeugnisValid } from "@augenhoehe/domain";
import {
  possibleMentors,
  type MatchContext,
  type MatchMentor,
  type MatchRequest,
  type PairHistory,
} from "@augenhoehe/domain/matching";
import type { Tx } from "../db/client.ts";
import { listSealedFacts } from "../db/repositories/mentor-cards.ts";
import { localDayOf } from "../local-time.ts";
import { openFuehrungszeugnis } from "../people/fuehrungszeugnis-entry.ts";
import { isCleared } from "../people/protection-clearance.ts";
import type { Vault } from "../vault.ts";

/**
 * Replaces what was taken as favourable by what is sealed: Führungszeugnis entries only where the request involves
 * minors or a reception centre, clearances only where somebody is protected, and both only for mentors whom nothing
 * else excludes. For every other request nothing is opened.
 */
export async function openSealedFacts(
  tx: Tx,
  vault: Vault,
  scene: { request: MatchRequest; mentors: readonly MatchMentor[]; history: PairHistory; context: MatchContext },
  { now, timeZone }: { readonly now: Date; readonly timeZone: string },
): Promise<readonly MatchMentor[]> {
  const { request, mentors, history, context } = scene;
  const asksEntry = asksForFuehrungszeugnis(request);
  if (!asksEntry && !request.protected) return mentors;
  const looked = possibleMentors(request, mentors, history, context).map(({ id }) => id);
  const today = localDayOf(now, timeZone);
  const factsById = new Map(
    (await listSealedFacts(tx, looked)).map(({ id, entrySealed, protectionClearanceSealed }) => [
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
  return mentors.map((mentor) => {
    const facts = factsById.get(mentor.id);
    return facts === undefined ? mentor : { ...mentor, ...facts };
  });
}
