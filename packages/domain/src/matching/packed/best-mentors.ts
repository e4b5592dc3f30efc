import { BestRows } from "./best-rows.ts";
import type { PackedMentors } from "./packed-mentors.ts";
import type { PackedRequest } from "./request-packer.ts";
import { weighPool } from "./weigh-pool.ts";
import { withOwnFlags } from "./weigh-rows.ts";

/** Mentors by their number in the pool with their points, the best first. */
export interface BestMentors {
  readonly mentor: Int32Array;
  readonly points: Int32Array;
}

/** The same mentors in the same order as `rankMentors`, without reasons. */
export function bestMentors(pool: PackedMentors, request: PackedRequest, limit: number): BestMentors {
  const best = new BestRows(pool, limit);
  findBest(pool, request, best);
  return {
    mentor: best.rows.slice(0, best.count).map((row) => pool.rows.number[row]!),
    points: best.points.slice(0, best.count),
  };
}

export function findBest(pool: PackedMentors, request: PackedRequest, best: BestRows): void {
  requireCurrent(pool, request);
  withOwnFlags(pool.rows, request, () => weighPool(pool, request, best));
  best.sort();
}

export function requireCurrent(pool: PackedMentors, request: PackedRequest): void {
  if (request.poolVersion !== pool.version) throw new Error("The pool has changed since the request was packed");
}
