import { withNewMentor } from "./changed-pool.ts";
import type { RecruitAdvice, RecruitGroup } from "./explanation-types.ts";
import { candidatesFor } from "./recruit-candidates.ts";
import type { RecruitCandidate } from "./recruit-candidates.ts";
import { mentorLike, profilePoints } from "./recruit-profile.ts";
import { RecruitTrials } from "./recruit-trials.ts";
import type { RoundPool } from "./round-pool.ts";
import { countIf, sceneOf } from "./round-scene.ts";
import type { RoundInput, RoundPlan, RoundSettings, RoundWishes } from "./types.ts";

const GROUPS_SHOWN = 5;
/** So that a table is not one language in all its variants. */
const GROUPS_PER_LANGUAGE = 2;
const MENTORS_AT_MOST = 10;

/**
 * Whom to recruit next. Every number is found by really adding the mentors and solving the round again: `groups` alone,
 * `together` all at once. Groups are picked one after the other for what they add to those before, so no two of them are
 * about the same people.
 */
export function recruitNext(
  input: RoundInput,
  settings: RoundSettings,
  wishes: RoundWishes,
  plan: RoundPlan,
): RecruitAdvice {
  const scene = sceneOf(input, settings, wishes, plan);
  const groups: RecruitGroup[] = [];
  let candidates = candidatesFor(scene, MENTORS_AT_MOST);
  let together = scene.pool;
  const trials = new RecruitTrials(scene, candidates.length);
  while (groups.length < GROUPS_SHOWN && candidates.length > 0) {
    const picked = pickBest(candidates, (candidate) => trials.gain(candidate, MENTORS_AT_MOST));
    if (picked === null) break;
    const { best, gain } = picked;
    candidates = picked.rest;
    const alone = countIf(scene, withMentors(scene.pool, best, gain));
    if (alone.served <= 0) continue;
    const { profile } = best;
    groups.push({ ...profile, mentors: gain, tandems: alone.served, points: alone.points });
    if (groups.filter(({ language }) => language === profile.language).length === GROUPS_PER_LANGUAGE) {
      candidates = candidates.filter((other) => other.profile.language !== profile.language);
    }
    trials.keep(best, gain);
    together = withMentors(together, best, gain);
  }
  const tandems = groups.length === 0 ? 0 : countIf(scene, together).served;
  return {
    groups: groups.toSorted((a, b) => b.tandems - a.tandems),
    together: { mentors: groups.reduce((sum, { mentors }) => sum + mentors, 0), tandems },
    othersUnserved: plan.unserved.length - tandems,
  };
}

interface Picked {
  readonly best: RecruitCandidate;
  /** Tandems gained, and so the mentors needed: each of them adds one. */
  readonly gain: number;
  readonly rest: RecruitCandidate[];
}

/**
 * The first of those who gain most. What a group adds never grows by adding others before, so whoever could not beat the
 * best so far by their last count is not counted again.
 */
function pickBest(
  candidates: readonly RecruitCandidate[],
  countGain: (candidate: RecruitCandidate) => number,
): Picked | null {
  const byHope = candidates.toSorted((a, b) => b.gainAtMost - a.gainAtMost);
  const counted = new Map<RecruitCandidate, number>();
  let best: RecruitCandidate | null = null;
  let gain = 0;
  for (const candidate of byHope) {
    if (candidate.gainAtMost <= gain) break;
    const own = countGain(candidate);
    counted.set(candidate, own);
    if (own > gain) [best, gain] = [candidate, own];
  }
  if (best === null) return null;
  const rest = candidates
    .filter((candidate) => candidate !== best)
    .map((candidate) => ({ ...candidate, gainAtMost: counted.get(candidate) ?? candidate.gainAtMost }))
    .filter(({ gainAtMost }) => gainAtMost > 0);
  return { best, gain, rest };
}

function withMentors(pool: RoundPool, { profile }: RecruitCandidate, count: number): RoundPool {
  return withNewMentor(pool, { ...mentorLike(profile), capacity: count }, (request) => {
    const prepared = pool.requests[request];
    return prepared === undefined ? null : profilePoints(profile, prepared);
  });
}
