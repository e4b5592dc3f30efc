import { afterEach, beforeEach, expect, test } from "vitest";
import { matchMentorOf, matchRequestOf } from "@augenhoehe/api/demo/demo-matching";
import { DEFAULT_INTEREST_DEFINITIONS, DEFAULT_TOPIC_DEFINITIONS } from "@augenhoehe/api/networks/default-vocabulary";
import { cellsInOrder, REQUEST_COLUMNS, VOLUNTEER_COLUMNS } from "@augenhoehe/api/features/lists/list-columns";
import type { DistrictDefinition } from "@augenhoehe/api/networks/network-definition";
import { writeTable } from "@augenhoehe/api/spreadsheet/write-table";
import {
  writeAgeBand,
  writeDate,
  writeForWhom,
  writeGender,
  writeLanguages,
  writeTimes,
  writeYesNo,
} from "@augenhoehe/domain";
import {
  DEFAULT_ROUND_SETTINGS,
  DEFAULT_WEIGHTS,
  NO_HISTORY,
  NO_WISHES,
  createDistrictMap,
  freezeRound,
  interestSharesOf,
  pairUp,
  planRound,
  type MatchMentor,
  type MatchRequest,
  type RoundInput,
  type RoundSettings,
} from "@augenhoehe/domain/matching";
import { openDesk, planned, type Desk } from "../support/plan.ts";
import { generatePool, type Pool } from "../support/population.ts";

let desk: Desk;
beforeEach(() => {
  desk = openDesk();
});
afterEach(() => desk.clear());

const TODAY = "2026-03-02";
const NOON = Date.parse(`${TODAY}T12:00+01:00`);
const DAY_MS = 86_400_000;

interface ListedRound extends RoundInput {
  readonly districts: readonly DistrictDefinition[];
}

/** What a list can say about the people of a pool, under names that lead back to them. */
function roundOf(pool: Pool): ListedRound {
  const mentors = pool.mentors.map((mentor): MatchMentor => {
    const { wishes, ...rest } = matchMentorOf(mentor, new Map());
    return { ...rest, hasValidFuehrungszeugnis: true, wishes: { ...wishes, menteeAgeBands: [] } };
  });
  const requests = pool.requests.map((asker, index) => {
    const { wishes, ...rest } = matchRequestOf(asker);
    return {
      ...{ ...rest, wishes: { ...wishes, mentorAgeBands: [] }, declined: [], former: [] },
      waitingSince: NOON - (index % 60) * DAY_MS,
    };
  });
  return {
    ...{ requests, mentors, weights: DEFAULT_WEIGHTS, now: NOON, districts: pool.definition.districts },
    interestShares: [...interestSharesOf(mentors)],
  };
}

const LABELS = new Map<string, string>(
  [...DEFAULT_TOPIC_DEFINITIONS, ...DEFAULT_INTEREST_DEFINITIONS].map(({ key, labels }) => [key, labels.de]),
);
const named = (keys: readonly string[]): string => keys.map((key) => LABELS.get(key) ?? key).join(", ");

function personCells(person: MatchMentor | MatchRequest, input: ListedRound) {
  return {
    ...{ email: "", phone: "", languages: writeLanguages(person.languages), times: writeTimes(person.slots) },
    district: input.districts.find(({ key }) => key === person.district)?.name ?? "",
    ...{ topics: named(person.topics), interests: named(person.interests) },
    ...{ gender: writeGender(person.gender), age: writeAgeBand(person.ageBand) },
    reachKm: person.reachKm === null ? "" : String(person.reachKm).replace(".", ","),
  };
}

async function putLists(input: ListedRound): Promise<string[]> {
  const volunteers = input.mentors.map((mentor) =>
    cellsInOrder(VOLUNTEER_COLUMNS, {
      ...personCells(mentor, input),
      ...{ firstName: "Mentor", lastName: mentor.id, capacity: String(mentor.capacity), appliedOn: "" },
      ...{ menteeGender: writeGender(mentor.wishes.menteeGender), forWhom: writeForWhom(mentor.wishes.forWhom) },
    }),
  );
  const requests = input.requests.map((request) =>
    cellsInOrder(REQUEST_COLUMNS, {
      ...personCells(request, input),
      ...{ chosenName: request.id, otherContact: "", contactPerson: "" },
      mentorGender: writeGender(request.wishes.mentorGender),
      eveningOnly: writeYesNo(request.wishes.eveningOnly),
      forWhom: writeForWhom([request.forWhom]),
      interpreterNeeded: writeYesNo(request.interpreterAgreed),
      submittedOn: writeDate(new Date(request.waitingSince).toISOString().slice(0, 10)),
    }),
  );
  const districts = input.districts.map(({ name, lat, lng }) => [name, String(lat ?? ""), String(lng ?? "")]);
  return [
    ...["--volunteers", desk.put("v.csv", await writeTable("csv", Object.values(VOLUNTEER_COLUMNS), volunteers))],
    ...["--requests", desk.put("r.xlsx", await writeTable("xlsx", Object.values(REQUEST_COLUMNS), requests))],
    ...["--districts", desk.put("d.csv", await writeTable("csv", ["Stadtteil", "Breite", "Länge"], districts))],
    ...["--today", TODAY, "--interpreters-agreed"],
  ];
}

const BY_VALUE: RoundSettings = {
  objective: "value",
  minimumPoints: 55,
  waitingBonus: { pointsPerWeek: 1.5, atMostPoints: 6 },
};

test.each([
  [1, DEFAULT_ROUND_SETTINGS, []],
  [2, DEFAULT_ROUND_SETTINGS, []],
  [3, DEFAULT_ROUND_SETTINGS, []],
  [4, BY_VALUE, ["--objective", "value", "--minimum-points", "55", "--bonus-per-week", "1,5", "--bonus-at-most", "6"]],
] as const)(
  "lists written from pool %i get the very plan that the round makes of these people",
  async (seed, settings, options) => {
    const input = roundOf(generatePool({ volunteers: 40, requests: 60, seed }));
    const best = planRound(freezeRound(input), settings, NO_WISHES);
    const plan = await planned([...(await putLists(input)), ...options]);
    expect(plan.settings).toEqual(settings);
    expect(plan.totals).toEqual({
      ...{ requests: 60, volunteers: 40, places: input.mentors.reduce((sum, { capacity }) => sum + capacity, 0) },
      ...{ served: best.served, points: best.points, bonus: best.bonus },
    });
    expect(best.served).toBeGreaterThan(5);
    expect(plan.unserved).toHaveLength(best.unserved.length);
    const context = {
      ...{ weights: DEFAULT_WEIGHTS, districts: createDistrictMap(input.districts) },
      interestShares: new Map(input.interestShares),
    };
    for (const { request, volunteer, points } of plan.pairs) {
      const asking = input.requests.find(({ id }) => id === request.name);
      const offering = input.mentors.find(({ id }) => `Mentor ${id}` === volunteer.name);
      if (asking === undefined || offering === undefined) throw new Error("The plan names somebody unknown");
      const pairing = pairUp(offering, asking, NO_HISTORY, context);
      expect(pairing).toMatchObject({ excluded: false, score: { total: points } });
    }
  },
);
