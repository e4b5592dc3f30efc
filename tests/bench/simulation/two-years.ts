import { matchMentorOf, matchRequestOf } from "@augenhoehe/api/demo/demo-matching";
import { seededRandom, type SeededRandom } from "@augenhoehe/api/demo/seeded-random";
import { interestSharesOf, type DistrictPlace, type MatchMentor, type MatchRequest } from "@augenhoehe/domain/matching";
import { generatePool } from "../../support/population.ts";
import { ASSUMED, type Load } from "./assumed.ts";

/** Somebody who asks for a mentor. Whatever happens to them by chance is drawn here, before any policy begins. */
export interface Asker {
  readonly request: MatchRequest;
  readonly borough: string;
  readonly arrivesOn: number;
  /** First day on which they no longer wish a mentor, if they still wait then. */
  readonly givesUpOn: number;
  /** How long their tandem will last. */
  readonly tandemDays: number;
}

/** A volunteer from the day on which everything needed to be proposed is there. */
export interface Helper {
  readonly mentor: MatchMentor;
  readonly arrivesOn: number;
  /** First day on which they take nobody new. */
  readonly leavesOn: number;
}

/** How one pairing would go if it were proposed; the same whoever proposes it, and when. */
export interface Answer {
  readonly yes: boolean;
  readonly days: number;
}

/** Everything that comes from outside: every policy lives through the same two years. */
export interface TwoYears {
  readonly seed: number;
  readonly days: number;
  readonly askers: readonly Asker[];
  readonly helpers: readonly Helper[];
  readonly districts: readonly DistrictPlace[];
  readonly interestShares: ReadonlyMap<string, number>;
  answerTo(asker: number, helper: number): Answer;
}

/** People by the shares of the demo network (UNHCR, BAMF, IAB-BAMF-SOEP), lives by the assumptions named beside. */
export function twoYears(seed: number, load: Load, days: number = ASSUMED.days): TwoYears {
  const years = days / 365;
  const volunteers = Math.round(load.mentorsAtStart + load.newMentorsPerYear * years);
  const requests = Math.round(load.waitingAtStart + load.requestsPerYear * years);
  const pool = generatePool({ volunteers, requests, seed });
  const random = seededRandom(seed + 1_000_003);
  const boroughOf = new Map(pool.definition.districts.map(({ key, borough }) => [key, borough ?? ""]));
  const arrival = (index: number, atStart: number): number => (index < atStart ? 0 : random.between(0, days - 1));

  const helpers = pool.mentors.map((mentor, index): Helper => {
    const arrivesOn = arrival(index, load.mentorsAtStart);
    return {
      mentor: matchMentorOf(mentor, new Map()),
      arrivesOn,
      leavesOn: arrivesOn + exponentialDays(random, ASSUMED.meanDaysOfVolunteering),
    };
  });
  const askers = pool.requests.map((asker, index): Asker => {
    const arrivesOn = arrival(index, load.waitingAtStart);
    return {
      request: { ...matchRequestOf(asker), waitingSince: dayMs(arrivesOn) },
      borough: boroughOf.get(asker.district) ?? "",
      arrivesOn,
      givesUpOn: arrivesOn + exponentialDays(random, ASSUMED.meanDaysUntilGivingUp),
      tandemDays: random.between(ASSUMED.tandemDays.min, ASSUMED.tandemDays.max),
    };
  });
  return {
    seed,
    days,
    askers,
    helpers,
    districts: pool.definition.districts.map(withoutBorders),
    interestShares: interestSharesOf([...pool.mentors, ...pool.requests]),
    answerTo(asker, helper) {
      const chance = seededRandom(
        (Math.imul(seed, 0x9e3779b1) ^ Math.imul(asker + 1, 0x85ebca6b)) + helper * 0xc2b2ae35,
      );
      return {
        yes: chance.chance(ASSUMED.volunteerSaysYes) && chance.chance(ASSUMED.menteeSaysYes),
        days: chance.between(ASSUMED.answerDays.min, ASSUMED.answerDays.max),
      };
    },
  };
}

/** Where the middle of a district is known, distances never ask for its borders: hundreds of rounds need not read them. */
const withoutBorders = (place: DistrictPlace): DistrictPlace =>
  place.lat === null || place.lng === null ? place : { ...place, neighbours: [] };

const FIRST_DAY_MS = Date.UTC(2026, 0, 5, 9);

/** A Monday morning, and so many days later. */
export const dayMs = (day: number): number => FIRST_DAY_MS + day * 86_400_000;

const exponentialDays = (random: SeededRandom, mean: number): number =>
  Math.ceil(-Math.log(1 - random.next()) * mean) || 1;
