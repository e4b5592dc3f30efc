import { describe, expect, it } from "vitest";
import { slotsToMask } from "../week.ts";
import { AMAL, CONTEXT, SABINE } from "../test-support/named-people.ts";
import { pairUp } from "./pair.ts";
import { NO_HISTORY } from "./prepare-request.ts";
import type { Caution, CautionCode, MatchMentor, MatchRequest } from "./types.ts";

type Row = readonly [mentor: Partial<MatchMentor>, request: Partial<MatchRequest>, expected: Caution];

const rows: { readonly [C in CautionCode]: Row } = {
  mentor_gender_unknown: [
    { gender: null },
    { wishes: { ...AMAL.wishes, mentorGender: "female" } },
    { code: "mentor_gender_unknown" },
  ],
  mentee_gender_unknown: [
    { wishes: { ...SABINE.wishes, menteeGender: "female" } },
    { gender: null },
    { code: "mentee_gender_unknown" },
  ],
  mentor_age_unknown: [
    { ageBand: null },
    { wishes: { ...AMAL.wishes, mentorAgeBands: ["40_59"] } },
    { code: "mentor_age_unknown" },
  ],
  mentee_age_unknown: [
    { wishes: { ...SABINE.wishes, menteeAgeBands: ["27_39"] } },
    { ageBand: null },
    { code: "mentee_age_unknown" },
  ],
  only_basic_language: [
    { languages: [{ code: "de", level: "native" }] },
    {},
    { code: "only_basic_language", language: "de" },
  ],
  near_reach_limit: [{}, { district: "giesenkirchen", reachKm: 5 }, { code: "near_reach_limit", km: 4, reachKm: 5 }],
  one_common_time: [{}, { slots: slotsToMask(["tue_evening"]) }, { code: "one_common_time" }],
  no_asked_topic: [{ topics: ["leisure_meeting"] }, {}, { code: "no_asked_topic" }],
  last_place: [{ openTandems: 1 }, {}, { code: "last_place", capacity: 2 }],
};

const cautions = (mentor: Partial<MatchMentor>, request: Partial<MatchRequest>): readonly Caution[] => {
  const pairing = pairUp({ ...SABINE, ...mentor }, { ...AMAL, ...request }, NO_HISTORY, CONTEXT);
  if (pairing.excluded) throw new Error("expected a possible pair");
  return pairing.cautions;
};

describe("cautions", () => {
  it("nothing speaks against Sabine and Amal", () => {
    expect(cautions({}, {})).toEqual([]);
  });

  for (const [code, [mentor, request, expected]] of Object.entries(rows)) {
    it(`${code} is said beside a possible pair`, () => {
      expect(cautions(mentor, request)).toEqual([expected]);
    });
  }

  it("basic German is said also where German practice is asked for: the first talks will be slow", () => {
    const german = { languages: [{ code: "de", level: "native" }] } as const;
    expect(cautions(german, { topics: ["german_practice", "offices"] })).toEqual([
      { code: "only_basic_language", language: "de" },
    ]);
  });
});
