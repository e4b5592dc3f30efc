import type { PreparedRequest } from "../prepare-request.ts";
import {
  asksFor,
  conditionsOf,
  isNamed,
  profileKey,
  profilePoints,
  profilesFor,
  RECRUIT_CONDITIONS,
} from "./recruit-profile.ts";
import type { RecruitProfile } from "./recruit-profile.ts";
import type { RoundScene } from "./round-scene.ts";
import { waitingChain } from "./waiting-chain.ts";

export interface RecruitCandidate {
  readonly key: string;
  readonly profile: RecruitProfile;
  /** Tandems that the allowed number of such mentors can add, at most. */
  readonly gainAtMost: number;
}

/** Fewer could tell an agency about one of them. */
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
    .flatMap(([key, { profile }]) => {
      const suits = people.filter((person) => (profilePoints(profile, person) ?? -1) >= settings.minimumPoints);
      if (!isAboutSeveral(profile, suits)) return [];
      return [{ key, profile, gainAtMost: Math.min(suits.length, mentorsAtMost, plan.unserved.length) }];
    })
    .sort((a, b) => conditionsOf(a.profile) - conditionsOf(b.profile));
}

/** Each single condition has to come from several people, or a table would say what one of them asked for. */
function isAboutSeveral(profile: RecruitProfile, people: readonly PreparedRequest[]): boolean {
  if (people.length < FEWEST_PEOPLE) return false;
  return RECRUIT_CONDITIONS.every(
    (condition) =>
      !isNamed(profile, condition) ||
      people.filter((person) => asksFor(person, profile, condition)).length >= FEWEST_PEOPLE,
  );
}
