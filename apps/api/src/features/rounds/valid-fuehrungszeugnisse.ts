import { FUEHRUNGSZEUGNIS_VALID_MONTHS, asksForFuehrungszeugnis, isFuehrungszeugnisValid } from "@augenhoehe/domain";
import type { MatchRequest } from "@augenhoehe/domain/matching";
import type { Tx } from "../../db/client.ts";
import { listSealedFacts } from "../../db/repositories/mentor-cards.ts";
import { readToday } from "../../db/repositories/time-zone.ts";
import type { AppDeps } from "../../http/app-deps.ts";
import { openFuehrungszeugnis } from "../../people/fuehrungszeugnis-entry.ts";

/** Who of these mentors has a valid entry today; null, and nothing opened, where none of the requests asks for one. */
export async function validFuehrungszeugnisse(
  { clock, vault }: Pick<AppDeps, "clock" | "vault">,
  tx: Tx,
  requests: readonly MatchRequest[],
  mentorIds: readonly string[],
): Promise<ReadonlySet<string> | null> {
  if (!requests.some(asksForFuehrungszeugnis)) return null;
  const today = await readToday(tx, clock());
  const facts = await listSealedFacts(tx, mentorIds);
  const valid = facts.filter(({ id, entrySealed }) =>
    isFuehrungszeugnisValid(
      entrySealed === null ? null : openFuehrungszeugnis(vault, id, entrySealed),
      today,
      FUEHRUNGSZEUGNIS_VALID_MONTHS,
    ),
  );
  return new Set(valid.map(({ id }) => id));
}
