import { freePlaces } from "../../capacity.ts";
import { createDistrictMap } from "../districts.ts";
import { packMentors } from "../packed/packed-mentors.ts";
import { RequestPacker } from "../packed/request-packer.ts";
import type { PreparedRequest } from "../prepare-request.ts";
import type { MatchMentor } from "../types.ts";
import { prepareForRound, scoreRow } from "./round-rows.ts";
import type { RoundRow } from "./round-rows.ts";
import type { RoundInput } from "./types.ts";

/**
 * A round's people in numbers: sorted by id, so that the order of the input decides nothing, with the points of every
 * pair that no exclusion forbids.
 */
export interface RoundPool {
  readonly packer: RequestPacker;
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
  const mentorNumbers = numbersOf(mentors);
  const packer = new RequestPacker(packMentors(mentors), context);
  const prepared = requests.map((request) => prepareForRound(request, context));
  return {
    packer,
    now,
    requests: prepared,
    mentors,
    places: mentors.map(freePlaces),
    requestNumbers: numbersOf(requests),
    mentorNumbers,
    rows: prepared.map((request) => scoreRow(packer, request)),
  };
}

const byId = (a: { readonly id: string }, b: { readonly id: string }): number =>
  a.id < b.id ? -1 : a.id > b.id ? 1 : 0;

function numbersOf(people: readonly { readonly id: string }[]): ReadonlyMap<string, number> {
  const numbers = new Map(people.map(({ id }, number) => [id, number]));
  if (numbers.size !== people.length) throw new Error("an id stands for two people");
  return numbers;
}
