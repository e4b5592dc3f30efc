import { matchMentorOf, matchRequestOf } from "@augenhoehe/api/demo/demo-matching";
import {
  DEFAULT_WEIGHTS,
  NO_HISTORY,
  RequestPacker,
  bestMentors,
  candidateLists,
  createDistrictMap,
  interestSharesOf,
  packMentors,
  rankMentors,
  surveyPool,
} from "@augenhoehe/domain/matching";
import { generatePool } from "../support/population.ts";
import { startSqlRanking } from "./ranking-sql.ts";

export interface RankingTimes {
  readonly mentors: number;
  readonly buildMs: number;
  readonly upsertMs: number;
  /** The fifty best of a request that was not asked before, in this process. */
  readonly top50: Quantiles;
  /** With counts of exclusions, costs of wishes, and reasons: what a suggestions page needs. */
  readonly survey: Quantiles;
  readonly definition: Quantiles;
  readonly sql: Quantiles;
  /** The fifty best of each of so many requests. */
  readonly lists: { readonly requests: number; readonly ms: number };
}

interface Quantiles {
  readonly median: number;
  readonly p99: number;
}

const LIMIT = 50;
const REQUESTS = 10_000;
const ASKED = 2_000;
const ASKED_SLOWLY = 60;

/** Times of the packed pool beside the definition and beside SQL; all three must give the same mentors and points. */
export async function rankingTimes(ownerUrl: string, volunteers: number): Promise<RankingTimes> {
  const people = generatePool({ volunteers, requests: REQUESTS, seed: 11 });
  const mentors = people.mentors.map((mentor) => matchMentorOf(mentor, new Map()));
  const requests = people.requests.map(matchRequestOf);
  const context = {
    weights: DEFAULT_WEIGHTS,
    districts: createDistrictMap(people.definition.districts),
    interestShares: interestSharesOf(mentors),
  };
  packMentors(mentors);
  const buildMs = milliseconds(() => packMentors(mentors));
  const pool = packMentors(mentors);
  const packer = new RequestPacker(pool, context);

  const asked = requests.slice(0, ASKED);
  for (const request of requests.slice(-200)) bestMentors(pool, packer.pack(request), LIMIT);
  const top50 = quantiles(asked.map((request) => milliseconds(() => bestMentors(pool, packer.pack(request), LIMIT))));
  const survey = quantiles(
    asked.slice(0, ASKED / 4).map((request) => milliseconds(() => surveyPool(packer, request, {}, { limit: LIMIT }))),
  );
  const slowly = requests.slice(0, ASKED_SLOWLY);
  const definition = quantiles(
    slowly.map((request) => milliseconds(() => rankMentors(request, mentors, NO_HISTORY, context, { limit: LIMIT }))),
  );

  const database = await startSqlRanking(ownerUrl, pool, mentors, LIMIT);
  const sqlTimes: number[] = [];
  try {
    for (const request of slowly) {
      const packed = packer.pack(request);
      const began = performance.now();
      const found = await database.best(packed);
      sqlTimes.push(performance.now() - began);
      const expected = rankMentors(request, mentors, NO_HISTORY, context, { limit: LIMIT }).pairings;
      const best = bestMentors(pool, packed, LIMIT);
      const said = Array.from(best.mentor, (number, place) => [mentors[number]?.id, best.points[place]]);
      requireSame(
        said,
        expected.map(({ mentorId, score }) => [mentorId, score.total]),
      );
      requireSame(
        said,
        found.map(({ number, points }) => [mentors[number]?.id, points]),
      );
    }
  } finally {
    await database.close();
  }

  const lists = milliseconds(() => candidateLists(new RequestPacker(pool, context), requests, LIMIT));
  const changed = mentors.slice(0, 200);
  const upsertMs = milliseconds(() => changed.forEach((one) => pool.upsert({ ...one, capacity: 3 }))) / changed.length;
  return {
    mentors: volunteers,
    buildMs,
    upsertMs,
    top50,
    survey,
    definition,
    sql: quantiles(sqlTimes),
    lists: { requests: REQUESTS, ms: lists },
  };
}

function milliseconds(work: () => unknown): number {
  const began = performance.now();
  work();
  return performance.now() - began;
}

function quantiles(times: readonly number[]): Quantiles {
  const sorted = times.toSorted((a, b) => a - b);
  const at = (share: number): number => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
  return { median: at(0.5), p99: at(0.99) };
}

function requireSame(said: readonly unknown[], expected: readonly unknown[]): void {
  if (JSON.stringify(said) !== JSON.stringify(expected)) throw new Error("The rankings differ");
}
