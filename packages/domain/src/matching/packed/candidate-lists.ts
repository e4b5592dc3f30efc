import type { MatchRequest } from "../types.ts";
import { findBest } from "./best-mentors.ts";
import { BestRows } from "./best-rows.ts";
import type { RequestKnowledge, RequestPacker } from "./request-packer.ts";

/** Pairs as parallel arrays, request by request, each with the best mentor first. */
export interface CandidateLists {
  /** Pairs of request r stand at start[r] … start[r + 1]. */
  readonly start: Int32Array;
  readonly request: Int32Array;
  readonly mentor: Int32Array;
  readonly points: Int32Array;
}

/** The best mentors of every request, by their place in `requests` and their number in the pool. */
export function candidateLists(
  packer: RequestPacker,
  requests: readonly MatchRequest[],
  limit: number,
  knowledgeOf: (request: MatchRequest) => RequestKnowledge = () => ({}),
): CandidateLists {
  const { pool } = packer;
  const best = new BestRows(pool, limit);
  const start = new Int32Array(requests.length + 1);
  const most = requests.length * best.rows.length;
  const [request, mentor, points] = [new Int32Array(most), new Int32Array(most), new Int32Array(most)];
  let end = 0;
  requests.forEach((one, index) => {
    best.clear();
    findBest(pool, packer.pack(one, knowledgeOf(one)), best);
    for (let place = 0; place < best.count; place++, end++) {
      request[end] = index;
      mentor[end] = pool.rows.number[best.rows[place]!]!;
      points[end] = best.points[place]!;
    }
    start[index + 1] = end;
  });
  return { start, request: request.slice(0, end), mentor: mentor.slice(0, end), points: points.slice(0, end) };
}
