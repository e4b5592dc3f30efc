import type { PreparedRequest } from "../prepare-request.ts";
import { conditionsOf, profileKey, profilePoints, profilesFor } from "./recruit-profile.ts";
import type { RecruitProfile } from "./recruit-profile.ts";
import type { RoundScene } from "./round-scene.ts";
import { waitingChain } from "./waiting-chain.ts";

export interface RecruitCandidate {
  readonly key: string;
  readonly profile: RecruitProfile;
  /** Tandems that the allowed number of such mentors can add, at most. */
  readonly gainAtMost: number;
}

/** A group that fits fewer waiting people than this could tell an agency about one of them. */
const FEWEST_PEOPLE = 2;
/** Kinds of volunteers looked at, those that suit most people first. */
const PROFILES_AT_MOST = 150;

/** Kinds of volunteers through whom somebody unserved could be helped; those with fewer conditions come first. */
export function candidatesFor(scene: RoundScene, mentorsAtMost: number): RecruitCandidate[] {
  const { pool, settings, plan } = scene;
  const people = waitingChain(scene).flatMap((request) => pool.requests[request] ?? []);
  const profiles = new Map<string, { readonly profile: RecruitProfile; count: number }>();
  for (const person of people) {
    for (const profile of profilesFor(person)) {
      const key = profileKey(profile);
      const known = profiles.get(key);
      if (known === undefined) profiles.set(key, { profile, count: 1 });
      else known.count++;
    }
  }
  return [...profiles]
    .sort(
      ([keyA, a], [keyB, b]) =>
        b.count - a.count || conditionsOf(a.profile) - conditionsOf(b.profile) || (keyA < keyB ? -1 : 1),
    )
    .slice(0, PROFILES_AT_MOST)
    .map(([key, { profile }]) => {
      const suits = (person: PreparedRequest): boolean =>
        (profilePoints(profile, person) ?? -1) >= settings.minimumPoints;
      return { key, profile, fitting: countUpTo(people, suits, Math.max(FEWEST_PEOPLE, mentorsAtMost)) };
    })
    .filter(({ fitting }) => fitting >= FEWEST_PEOPLE)
    .map(({ key, profile, fitting }) => ({
      key,
      profile,
      gainAtMost: Math.min(fitting, mentorsAtMost, plan.unserved.length),
    }))
    .sort((a, b) => conditionsOf(a.profile) - conditionsOf(b.profile));
}

function countUpTo<Person>(people: readonly Person[], isCounted: (person: Person) => boolean, most: number): number {
  let count = 0;
  for (const person of people) {
    if (isCounted(person)) count++;
    if (count === most) break;
  }
  return count;
}
