import type { MatchMentor } from "@augenhoehe/domain/matching";
import type { Tx } from "../db/client.ts";
import { readCurrentVersions } from "../db/repositories/eligibility.ts";
import { mentorOf, readMentors } from "../db/repositories/match-mentors.ts";

/** Everybody who volunteers for a provider, as this transaction sees them; what is sealed is taken as favourable. */
export async function readProviderMentors(tx: Tx, providerId: string): Promise<MatchMentor[]> {
  const versions = await readCurrentVersions(tx);
  const { mentors } = await readMentors(tx, providerId);
  return mentors.map((tuple) => mentorOf(tuple, versions));
}
