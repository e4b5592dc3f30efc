import { pairPrepared } from "../pair.ts";
import type { MatchMentor } from "../types.ts";
import type { WhyNot } from "../why-not.ts";
import { requireCurrent } from "./best-mentors.ts";
import { isBetterRow } from "./is-better-row.ts";
import type { PackedMentors } from "./packed-mentors.ts";
import type { PackedRequest } from "./request-packer.ts";
import { weighPool } from "./weigh-pool.ts";
import { lowestSumOf, pointsOfSum, sumOfRow, withOwnFlags } from "./weigh-rows.ts";

/** A mentor as this request sees them, with what was looked up; undefined for nobody of the pool. */
export function mentorBeside(pool: PackedMentors, request: PackedRequest, id: string): MatchMentor | undefined {
  const mentor = pool.get(id);
  const facts = request.sealedFacts.get(id);
  return mentor === undefined || facts === undefined ? mentor : { ...mentor, ...facts };
}

/** The same answer as `whyNot`, from a packed pool the mentor is in. */
export function whyNotInPool(pool: PackedMentors, request: PackedRequest, mentor: MatchMentor): WhyNot {
  requireCurrent(pool, request);
  const pairing = pairPrepared(mentor, request.prepared);
  return pairing.excluded ? pairing : { ...pairing, rank: rankInPool(pool, request, mentor.id) };
}

function rankInPool(pool: PackedMentors, request: PackedRequest, id: string): number {
  const number = pool.numberOf(id);
  if (number === undefined) throw new RangeError("The mentor is not in the pool");
  const own = pool.rowOf(number);
  const points = pointsOfSum(sumOfRow(pool.rows, request, own));
  let rank = 1;
  const take = (row: number, sum: number): void => {
    if (row !== own && isBetterRow(pool, row, pointsOfSum(sum), own, points)) rank++;
  };
  withOwnFlags(pool.rows, request, () => weighPool(pool, request, { floor: lowestSumOf(points), take }));
  return rank;
}

/** Everybody's ids whom nothing excludes: only they need a closer look at what is sealed. */
export function possibleIds(pool: PackedMentors, request: PackedRequest): string[] {
  requireCurrent(pool, request);
  const ids: string[] = [];
  const take = (row: number): void => {
    const mentor = pool.mentors[pool.rows.number[row]!];
    if (mentor !== undefined) ids.push(mentor.id);
  };
  withOwnFlags(pool.rows, request, () => weighPool(pool, request, { floor: 0, take }));
  return ids;
}
