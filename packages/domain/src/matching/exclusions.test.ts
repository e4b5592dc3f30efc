import { describe, expect, it } from "vitest";
import { slotsToMask } from "../week.ts";
import { exclusionsOf } from "./exclusions.ts";
import { AMAL, CONTEXT, SABINE } from "../test-support/named-people.ts";
import { NO_HISTORY } from "./prepare-request.ts";
import type { Exclusion, ExclusionCode, MatchMentor, MatchRequest, PairHistory } from "./types.ts";

interface Row {
  readonly mentor?: Partial<MatchMentor>;
  readonly request?: Partial<MatchRequest>;
  readonly history?: PairHistory;
  readonly expected: Exclusion;
}

const anyone = { menteeGender: null, menteeAgeBands: [], forWhom: [] } as const;
const noWish = { mentorGender: null, mentorAgeBands: [], eveningOnly: false } as const;

const rows: { readonly [C in ExclusionCode]: readonly [sentence: string, row: Row][] } = {
  not_eligible: [
    [
      "Sabine has no certificate yet",
      { mentor: { gaps: ["certificate"] }, expected: { code: "not_eligible", missing: ["certificate"] } },
    ],
  ],
  at_capacity: [
    [
      "an open proposal and an open tandem fill Sabine's two places",
      { mentor: { openTandems: 1, openProposals: 1 }, expected: { code: "at_capacity", open: 2, capacity: 2 } },
    ],
  ],
  paused: [["Sabine takes a break", { mentor: { paused: true }, expected: { code: "paused" } }]],
  former_pair: [
    [
      "Sabine and Amal were a tandem before",
      { history: { declined: new Set(), former: new Set(["sabine"]) }, expected: { code: "former_pair" } },
    ],
  ],
  declined_pair: [
    [
      "one of the two said no before",
      { history: { declined: new Set(["sabine"]), former: new Set() }, expected: { code: "declined_pair" } },
    ],
  ],
  mentor_gender_wish: [
    [
      "Amal wishes a woman and Martin is a man",
      {
        mentor: { gender: "male" },
        request: { wishes: { ...noWish, mentorGender: "female" } },
        expected: { code: "mentor_gender_wish" },
      },
    ],
  ],
  mentee_gender_wish: [
    [
      "Martin accompanies men only",
      {
        mentor: { wishes: { ...anyone, menteeGender: "male" } },
        expected: { code: "mentee_gender_wish" },
      },
    ],
  ],
  mentor_age_wish: [
    [
      "Amal wishes somebody of her own age",
      {
        request: { wishes: { ...noWish, mentorAgeBands: ["18_26", "27_39"] } },
        expected: { code: "mentor_age_wish" },
      },
    ],
  ],
  mentee_age_wish: [
    [
      "Sabine accompanies young people only",
      { mentor: { wishes: { ...anyone, menteeAgeBands: ["18_26"] } }, expected: { code: "mentee_age_wish" } },
    ],
  ],
  no_language_bridge: [
    [
      "Sabine speaks no Tigrinya",
      { request: { languages: [{ code: "ti", level: "native" }] }, expected: { code: "no_language_bridge" } },
    ],
  ],
  too_far: [
    [
      "Hardt is farther than Sabine goes",
      { mentor: { reachKm: 5 }, request: { district: "hardt" }, expected: { code: "too_far", km: 8.8, reachKm: 5 } },
    ],
    [
      "Hardt is farther than Amal goes",
      { request: { district: "hardt", reachKm: 3 }, expected: { code: "too_far", km: 8.8, reachKm: 3 } },
    ],
  ],
  no_common_time: [
    [
      "Amal has only mornings in the week",
      { request: { slots: slotsToMask(["mon_morning"]) }, expected: { code: "no_common_time" } },
    ],
    [
      "Amal wishes evenings and Sabine has mornings",
      {
        mentor: { slots: slotsToMask(["mon_morning"]) },
        request: { slots: null, wishes: { ...noWish, eveningOnly: true } },
        expected: { code: "no_common_time" },
      },
    ],
  ],
  fuehrungszeugnis_missing: [
    ["children are there", { request: { involvesMinors: true }, expected: { code: "fuehrungszeugnis_missing" } }],
    [
      "Amal asks together with her child",
      { request: { forWhom: "with_child" }, expected: { code: "fuehrungszeugnis_missing" } },
    ],
    ["the mentee is not of age", { request: { ageBand: "under_18" }, expected: { code: "fuehrungszeugnis_missing" } }],
    [
      "they meet in a reception centre",
      { request: { inReceptionCentre: true }, expected: { code: "fuehrungszeugnis_missing" } },
    ],
  ],
  protection_clearance_missing: [
    [
      "Amal is protected and Sabine is not cleared for that",
      { request: { protected: true }, expected: { code: "protection_clearance_missing" } },
    ],
  ],
  for_whom_not_offered: [
    [
      "Sabine accompanies single people only",
      {
        mentor: { wishes: { ...anyone, forWhom: ["self"] } },
        request: { forWhom: "family" },
        expected: { code: "for_whom_not_offered", forWhom: "family" },
      },
    ],
  ],
};

const exclusionsWith = ({ mentor, request, history }: Omit<Row, "expected">): Exclusion[] =>
  exclusionsOf({ ...SABINE, ...mentor }, { ...AMAL, ...request }, history ?? NO_HISTORY, CONTEXT);

describe("exclusions", () => {
  it("let Sabine be proposed for Amal", () => {
    expect(exclusionsWith({})).toEqual([]);
  });

  for (const [code, examples] of Object.entries(rows)) {
    for (const [sentence, row] of examples) {
      it(`${code}: ${sentence}`, () => {
        expect(exclusionsWith(row)).toEqual([row.expected]);
      });
    }
  }

  it("name every reason at once, always in the same order", () => {
    const exclusions = exclusionsWith({
      mentor: { gaps: ["interview"], paused: true, capacity: 0, gender: "male" },
      request: {
        languages: [{ code: "ti", level: "native" }],
        protected: true,
        involvesMinors: true,
        wishes: { ...noWish, mentorGender: "female" },
      },
    });
    expect(exclusions.map(({ code }) => code)).toEqual([
      "not_eligible",
      "at_capacity",
      "paused",
      "mentor_gender_wish",
      "no_language_bridge",
      "fuehrungszeugnis_missing",
      "protection_clearance_missing",
    ]);
  });

  const unknown: readonly [string, Omit<Row, "expected">][] = [
    [
      "an untold gender meets a wish for a woman",
      { mentor: { gender: null }, request: { wishes: { ...noWish, mentorGender: "female" } } },
    ],
    [
      "an untold gender of the mentee meets the mentor's wish",
      { mentor: { wishes: { ...anyone, menteeGender: "male" } }, request: { gender: null } },
    ],
    [
      "an untold age meets a wish about age",
      { mentor: { ageBand: null }, request: { wishes: { ...noWish, mentorAgeBands: ["18_26"] } } },
    ],
    [
      "an untold age of the mentee meets the mentor's wish",
      { mentor: { wishes: { ...anyone, menteeAgeBands: ["18_26"] } }, request: { ageBand: null } },
    ],
    ["an untold district is not too far", { mentor: { district: null, reachKm: 0 } }],
    ["a district off the map is not too far", { mentor: { reachKm: 0 }, request: { district: "island" } }],
    ["an untold reach has no end", { mentor: { reachKm: null }, request: { district: "hardt" } }],
    ["untold times of the mentor fit", { mentor: { slots: null } }],
    ["a week without a cross is not told", { mentor: { slots: 0 } }],
    ["untold times of the mentee fit", { request: { slots: null } }],
    ["untold languages may be shared", { mentor: { languages: [] } }],
    [
      "an agreed interpreter bridges",
      { request: { languages: [{ code: "ti", level: "native" }], interpreterAgreed: true } },
    ],
    [
      "Dari and Persian understand each other",
      {
        mentor: { languages: [{ code: "fa", level: "native" }] },
        request: { languages: [{ code: "prs", level: "native" }] },
      },
    ],
    [
      "a Führungszeugnis opens the way to a family",
      { mentor: { hasValidFuehrungszeugnis: true }, request: { involvesMinors: true } },
    ],
    [
      "a clearance opens the way to a protected person",
      { mentor: { clearedForProtected: true }, request: { protected: true } },
    ],
  ];
  for (const [sentence, row] of unknown) {
    it(`are none: ${sentence}`, () => {
      expect(exclusionsWith(row)).toEqual([]);
    });
  }

  it("meet the evening wish although the times named say otherwise", () => {
    const request = { slots: slotsToMask(["mon_morning"]), wishes: { ...noWish, eveningOnly: true } };
    expect(exclusionsWith({ request })).toEqual([]);
  });
});
