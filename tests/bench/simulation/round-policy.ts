import {
  DEFAULT_WEIGHTS,
  NO_WISHES,
  planRound,
  type RoundInput,
  type RoundSettings,
} from "@augenhoehe/domain/matching";
import type { Policy, Situation } from "./live-through.ts";
import { dayMs, type TwoYears } from "./two-years.ts";

/** Rounds are made on these days of a week or fortnight, 0 being its first Monday. */
export interface Cadence {
  readonly cycleDays: 7 | 14;
  readonly on: readonly number[];
}

/** The product's matching round: everybody who waits and every free place at once, on fixed days of the week. */
export function matchingRound(
  years: TwoYears,
  { name, cadence, settings }: { readonly name: string; readonly cadence: Cadence; readonly settings: RoundSettings },
): Policy {
  const askerById = new Map(years.askers.map(({ request }, asker) => [request.id, asker]));
  const helperById = new Map(years.helpers.map(({ mentor }, helper) => [mentor.id, helper]));
  return {
    name,
    isDue: (day) => cadence.on.includes(day % cadence.cycleDays),
    propose(situation) {
      const { pairs } = planRound(inputOf(years, situation), settings, NO_WISHES);
      return pairs.map(({ requestId, mentorId }) => ({
        asker: known(askerById, requestId),
        helper: known(helperById, mentorId),
      }));
    },
  };
}

function inputOf(years: TwoYears, situation: Situation): RoundInput {
  const idOf = (helper: number): string => years.helpers[helper]?.mentor.id ?? "";
  return {
    requests: situation.waiting.flatMap((asker) => {
      const request = years.askers[asker]?.request;
      return request === undefined
        ? []
        : [{ ...request, declined: [...situation.declinedBy(asker)].map(idOf), former: [] }];
    }),
    mentors: [...situation.freePlaces.keys()].flatMap((helper) => {
      const mentor = years.helpers[helper]?.mentor;
      return mentor === undefined ? [] : [{ ...mentor, openTandems: situation.openWorkOf(helper) }];
    }),
    weights: DEFAULT_WEIGHTS,
    districts: years.districts,
    interestShares: [...years.interestShares],
    now: dayMs(situation.day),
  };
}

function known(numbers: ReadonlyMap<string, number>, id: string): number {
  const number = numbers.get(id);
  if (number === undefined) throw new Error(`The round named somebody unknown: ${id}`);
  return number;
}
