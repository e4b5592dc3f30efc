import { freePlaces } from "../../capacity.ts";
import { createDistrictMap } from "../districts.ts";
import { isExcluded } from "../exclusions.ts";
import { prepareRequest } from "../prepare-request.ts";
import type { PreparedRequest } from "../prepare-request.ts";
import { totalOf } from "../score-pairing.ts";
import type { MatchContext, MatchMentor } from "../types.ts";
import type { RoundInput, RoundRequest } from "./types.ts";

/**
 * A round's people in numbers: sorted by id, so that the order of the input decides nothing, with the points of every
 * pair that no exclusion forbids.
 */
export interface RoundPool {
  readonly context: MatchContext;
  readonly now: number;
  readonly requests: readonly PreparedRequest[];
  readonly mentors: readonly MatchMentor[];
  /** Free places per mentor; 0 where the mentor is full. */
  readonly places: readonly number[];
  readonly requestNumbers: ReadonlyMap<string, number>;
  readonly mentorNumbers: ReadonlyMap<string, number>;
  /** Per request. */
  readonly rows: readonly RoundRow[];
}

/** The mentors who may be paired with one request. */
export interface RoundRow {
  /** Ascending. */
  readonly mentors: Int32Array;
  /** Parallel: the fit, 0–100. */
  readonly points: Uint8Array;
}

/** What a round is frozen with: people by id, and nobody under protection. */
export function freezeRound(input: RoundInput): RoundInput {
  return {
    ...input,
    requests: input.requests.filter((request) => !request.protected).toSorted(byId),
    mentors: input.mentors.toSorted(byId),
  };
}

/** A frozen input never changes, so its pairs are scored once for as long as somebody holds it. */
const poolByInput = new WeakMap<RoundInput, RoundPool>();

export function poolOf(input: RoundInput): RoundPool {
  const known = poolByInput.get(input) ?? buildPool(freezeRound(input));
  poolByInput.set(input, known);
  return known;
}

function buildPool({ requests, mentors, weights, districts, interestShares, now }: RoundInput): RoundPool {
  const context = { weights, districts: createDistrictMap(districts), interestShares: new Map(interestShares) };
  const prepared = requests.map((request) => prepareForRound(request, context));
  return {
    context,
    now,
    requests: prepared,
    mentors,
    places: mentors.map(freePlaces),
    requestNumbers: numbersOf(requests),
    mentorNumbers: numbersOf(mentors),
    rows: prepared.map((request) => scoreRow(request, mentors)),
  };
}

export function prepareForRound(request: RoundRequest, context: MatchContext): PreparedRequest {
  const history = { declined: new Set(request.declined), former: new Set(request.former) };
  return prepareRequest(request, history, context);
}

export function scoreRow(request: PreparedRequest, mentors: readonly MatchMentor[]): RoundRow {
  const possible: number[] = [];
  const points: number[] = [];
  mentors.forEach((mentor, number) => {
    if (isExcluded(mentor, request)) return;
    possible.push(number);
    points.push(totalOf(mentor, request));
  });
  return { mentors: Int32Array.from(possible), points: Uint8Array.from(points) };
}

/** Points of a pair, or null when an exclusion forbids it. */
export function pointsOf(row: RoundRow, mentor: number): number | null {
  let [low, high] = [0, row.mentors.length - 1];
  while (low <= high) {
    const middle = (low + high) >> 1;
    const found = row.mentors[middle] ?? 0;
    if (found === mentor) return row.points[middle] ?? null;
    if (found < mentor) low = middle + 1;
    else high = middle - 1;
  }
  return null;
}

const byId = (a: { readonly id: string }, b: { readonly id: string }): number =>
  a.id < b.id ? -1 : a.id > b.id ? 1 : 0;

function numbersOf(people: readonly { readonly id: string }[]): ReadonlyMap<string, number> {
  const numbers = new Map(people.map(({ id }, number) => [id, number]));
  if (numbers.size !== people.length) throw new Error("an id stands for two people");
  return numbers;
}
