import type { RequestPacker } from "../packed/request-packer.ts";
import { weighPool } from "../packed/weigh-pool.ts";
import { exclusionsOfRow, pointsOfSum, sumOfRow, withOwnFlags } from "../packed/weigh-rows.ts";
import { prepareRequest } from "../prepare-request.ts";
import type { PreparedRequest } from "../prepare-request.ts";
import type { MatchContext } from "../types.ts";
import type { RoundRequest } from "./types.ts";

/** The mentors who may be paired with one request. */
export interface RoundRow {
  /** Ascending. */
  readonly mentors: Int32Array;
  /** Parallel: the fit, 0–100. */
  readonly points: Uint8Array;
}

export function prepareForRound(request: RoundRequest, context: MatchContext): PreparedRequest {
  const history = { declined: new Set(request.declined), former: new Set(request.former) };
  return prepareRequest(request, history, context);
}

const EXCLUDED = 255;

export function scoreRow(packer: RequestPacker, { request, history }: PreparedRequest): RoundRow {
  const { pool } = packer;
  const packed = packer.pack(request, { history });
  const pointsOfMentor = new Uint8Array(pool.size).fill(EXCLUDED);
  let count = 0;
  const take = (row: number, sum: number): void => {
    pointsOfMentor[pool.rows.number[row] ?? -1] = pointsOfSum(sum);
    count++;
  };
  withOwnFlags(pool.rows, packed, () => weighPool(pool, packed, { floor: 0, take }));
  const [mentors, points] = [new Int32Array(count), new Uint8Array(count)];
  let at = 0;
  pointsOfMentor.forEach((own, mentor) => {
    if (own === EXCLUDED) return;
    mentors[at] = mentor;
    points[at++] = own;
  });
  return { mentors, points };
}

/** What stands between one request and every mentor, possible or not. */
export interface RoundJudgements {
  /** Per mentor, in the bits of `exclusionMask`; 0 means the pair may be made. */
  readonly exclusions: Uint16Array;
  /** Per mentor: the fit, whether or not something excludes. */
  readonly points: Uint8Array;
}

export function judgeMentors(packer: RequestPacker, { request, history }: PreparedRequest): RoundJudgements {
  const { pool } = packer;
  const packed = packer.pack(request, { history });
  const [exclusions, points] = [new Uint16Array(pool.size), new Uint8Array(pool.size)];
  withOwnFlags(pool.rows, packed, () => {
    for (let row = 0; row < pool.rows.count; row++) {
      const mentor = pool.rows.number[row] ?? -1;
      exclusions[mentor] = exclusionsOfRow(pool.rows, packed, row);
      points[mentor] = pointsOfSum(sumOfRow(pool.rows, packed, row));
    }
  });
  return { exclusions, points };
}

/** Points of a pair, or null when an exclusion forbids it. */
export function pointsOf(row: RoundRow, mentor: number): number | null {
  const at = placeOf(row, mentor);
  return row.mentors[at] === mentor ? (row.points[at] ?? null) : null;
}

/** The row with these points for one mentor; null takes the mentor out. */
export function withPoints(row: RoundRow, mentor: number, points: number | null): RoundRow {
  const place = placeOf(row, mentor);
  const isThere = row.mentors[place] === mentor;
  if (!isThere && points === null) return row;
  const added = points === null ? 0 : 1;
  const rest = place + (isThere ? 1 : 0);
  const length = row.mentors.length + added - (isThere ? 1 : 0);
  const changed = { mentors: new Int32Array(length), points: new Uint8Array(length) };
  changed.mentors.set(row.mentors.subarray(0, place));
  changed.points.set(row.points.subarray(0, place));
  changed.mentors.set(row.mentors.subarray(rest), place + added);
  changed.points.set(row.points.subarray(rest), place + added);
  if (points !== null) {
    changed.mentors[place] = mentor;
    changed.points[place] = points;
  }
  return changed;
}

/** Where a mentor stands in a row, or would. */
function placeOf({ mentors }: RoundRow, mentor: number): number {
  let [low, high] = [0, mentors.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((mentors[middle] ?? 0) < mentor) low = middle + 1;
    else high = middle;
  }
  return low;
}
