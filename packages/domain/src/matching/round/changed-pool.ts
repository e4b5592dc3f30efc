import { freePlaces } from "../../capacity.ts";
import { isExcluded } from "../exclusions.ts";
import type { PreparedRequest } from "../prepare-request.ts";
import { totalOf } from "../score-pairing.ts";
import type { MatchMentor } from "../types.ts";
import type { RoundPool } from "./round-pool.ts";
import { scoreRow, withPoints } from "./round-rows.ts";

/** The same round if one request asked for something else. */
export function withRequest(pool: RoundPool, number: number, request: PreparedRequest): RoundPool {
  return {
    ...pool,
    requests: pool.requests.with(number, request),
    rows: pool.rows.with(number, scoreRow(pool.packer, request)),
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
