import { freePlaces } from "../../capacity.ts";
import { isExcluded } from "../exclusions.ts";
import type { PreparedRequest } from "../prepare-request.ts";
import { totalOf } from "../score-pairing.ts";
import type { MatchMentor } from "../types.ts";
import { scoreRow } from "./round-pool.ts";
import type { RoundPool, RoundRow } from "./round-pool.ts";

/** The same round if one request asked for something else. */
export function withRequest(pool: RoundPool, number: number, request: PreparedRequest): RoundPool {
  return {
    ...pool,
    requests: pool.requests.with(number, request),
    rows: pool.rows.with(number, scoreRow(request, pool.mentors)),
  };
}

/** The same round if one mentor offered something else. */
export function withMentor(pool: RoundPool, number: number, mentor: MatchMentor): RoundPool {
  return {
    ...pool,
    mentors: pool.mentors.with(number, mentor),
    places: pool.places.with(number, freePlaces(mentor)),
    rows: pool.rows.map((row, index) => {
      const request = pool.requests[index];
      const points = request === undefined || isExcluded(mentor, request) ? null : totalOf(mentor, request);
      return withPoints(row, number, points);
    }),
  };
}

/** The same round with one more mentor, who gets the highest number. `pointsFor` null means the pair is not possible. */
export function withNewMentor(
  pool: RoundPool,
  mentor: MatchMentor,
  pointsFor: (request: number) => number | null,
): RoundPool {
  const number = pool.mentors.length;
  return {
    ...pool,
    mentors: [...pool.mentors, mentor],
    places: [...pool.places, freePlaces(mentor)],
    rows: pool.rows.map((row, request) => withPoints(row, number, pointsFor(request))),
  };
}

function withPoints(row: RoundRow, mentor: number, points: number | null): RoundRow {
  const at = row.mentors.findIndex((other) => other >= mentor);
  const place = at < 0 ? row.mentors.length : at;
  const isThere = row.mentors[place] === mentor;
  if (!isThere && points === null) return row;
  const rest = place + (isThere ? 1 : 0);
  const entry = points === null ? { mentors: [], points: [] } : { mentors: [mentor], points: [points] };
  return {
    mentors: Int32Array.of(...row.mentors.subarray(0, place), ...entry.mentors, ...row.mentors.subarray(rest)),
    points: Uint8Array.of(...row.points.subarray(0, place), ...entry.points, ...row.points.subarray(rest)),
  };
}
