import { describe, expect, it } from "vitest";
import { slotsToMask } from "../week.ts";
import { AMAL, CONTEXT, SABINE } from "../test-support/named-people.ts";
import { scorePairing } from "./score-pairing.ts";
import type { Criterion, MatchMentor, MatchRequest, Reason, ScorePart } from "./types.ts";

const score = (mentor: Partial<MatchMentor> = {}, request: Partial<MatchRequest> = {}) =>
  scorePairing({ ...SABINE, ...mentor }, { ...AMAL, ...request }, CONTEXT);

function part(criterion: Criterion, mentor: Partial<MatchMentor>, request: Partial<MatchRequest>): ScorePart {
  const found = score(mentor, request).parts.find((one) => one.criterion === criterion);
  if (found === undefined) throw new Error(`no part for ${criterion}`);
  return found;
}

interface Row {
  readonly mentor?: Partial<MatchMentor>;
  readonly request?: Partial<MatchRequest>;
  readonly fit: number;
  readonly reason?: Reason;
}

const rows: Readonly<Record<Criterion, readonly [string, Row][]>> = {
  language: [
    [
      "Sabine and Amal both speak Arabic, and some German besides",
      { fit: 1, reason: { code: "shared_language", language: "ar", level: "fluent", second: "de" } },
    ],
    ["conversational Arabic counts .7", { mentor: { languages: [{ code: "ar", level: "conversational" }] }, fit: 0.7 }],
    ["the weaker side's level counts", { mentor: { languages: [{ code: "de", level: "native" }] }, fit: 0.25 }],
    [
      "a second shared language adds a little",
      {
        mentor: {
          languages: [
            { code: "ar", level: "conversational" },
            { code: "de", level: "native" },
          ],
        },
        fit: 0.725,
      },
    ],
    [
      "German counts in full when German practice is asked for",
      {
        mentor: { languages: [{ code: "de", level: "native" }] },
        request: { topics: ["german_practice"] },
        fit: 1,
        reason: { code: "shared_language", language: "de", level: "basic", second: null },
      },
    ],
    [
      "an interpreter bridges with .2",
      {
        request: { languages: [{ code: "ti", level: "native" }], interpreterAgreed: true },
        fit: 0.2,
        reason: { code: "interpreter_bridge" },
      },
    ],
    [
      "a shared basic language is worth more than the interpreter",
      {
        mentor: { languages: [{ code: "de", level: "native" }] },
        request: { interpreterAgreed: true },
        fit: 0.25,
        reason: { code: "shared_language", language: "de", level: "basic", second: null },
      },
    ],
    [
      "nothing shared counts nothing",
      { request: { languages: [{ code: "ti", level: "native" }] }, fit: 0, reason: { code: "nothing_shared" } },
    ],
    ["untold languages say so", { mentor: { languages: [] }, fit: 0.2, reason: { code: "languages_unknown" } }],
    [
      "Dari beside Persian counts like conversational",
      {
        mentor: { languages: [{ code: "fa", level: "native" }] },
        request: { languages: [{ code: "prs", level: "native" }] },
        fit: 0.7,
      },
    ],
  ],
  district: [
    ["the same Stadtteil counts in full", { fit: 1, reason: { code: "same_district", district: "rheydt" } }],
    [
      "the next Stadtteil counts a little less",
      { request: { district: "geneicken" }, fit: 0.8257, reason: { code: "distance", km: 1.7 } },
    ],
    [
      "where coordinates are missing, two steps are four km",
      { request: { district: "giesenkirchen" }, fit: 0.6, reason: { code: "distance", km: 4 } },
    ],
    ["the shorter reach counts", { request: { district: "giesenkirchen", reachKm: 5 }, fit: 0.2 }],
    ["at the reach nothing is left", { request: { district: "giesenkirchen", reachKm: 4 }, fit: 0 }],
    [
      "an unknown Stadtteil counts half",
      { request: { district: null }, fit: 0.5, reason: { code: "district_unknown" } },
    ],
    ["an island counts half", { request: { district: "island" }, fit: 0.5, reason: { code: "district_unknown" } }],
  ],
  availability: [
    [
      "two common evenings are good",
      {
        fit: 0.85,
        reason: { code: "common_times", slots: slotsToMask(["tue_evening", "thu_evening"]), count: 2 },
      },
    ],
    ["one common evening is much better than none", { request: { slots: slotsToMask(["tue_evening"]) }, fit: 0.6 }],
    ["three are enough", { mentor: { slots: 2 ** 21 - 1 }, fit: 1 }],
    [
      "a whole free week is not better than three",
      { mentor: { slots: 2 ** 21 - 1 }, request: { slots: 2 ** 21 - 1 }, fit: 1 },
    ],
    ["untold times count half and say so", { mentor: { slots: null }, fit: 0.5, reason: { code: "times_unknown" } }],
  ],
  interests: [
    [
      "both asked topics and a common interest that many have",
      {
        fit: 0.76,
        reason: { code: "shared_topics", topics: ["letters", "offices"], asked: 2, interests: ["cooking"] },
      },
    ],
    ["a rare shared interest says more than cooking", { request: { interests: ["chess"] }, fit: 0.8425 }],
    ["one of two topics", { mentor: { topics: ["offices"], interests: [] }, fit: 0.35 }],
    [
      "nothing in common",
      { mentor: { topics: ["school_childcare"], interests: [] }, fit: 0, reason: { code: "nothing_shared" } },
    ],
    [
      "no topic asked counts half of the topics for everybody",
      { request: { topics: [], interests: [] }, fit: 0.35, reason: { code: "topics_unknown" } },
    ],
    [
      "two interests nobody else has count in full",
      { mentor: { interests: ["sewing", "bees"] }, request: { interests: ["bees", "sewing"] }, fit: 1 },
    ],
  ],
};

describe("score", () => {
  for (const [criterion, examples] of Object.entries(rows) as [Criterion, readonly [string, Row][]][]) {
    for (const [sentence, { mentor = {}, request = {}, fit, reason }] of examples) {
      it(`${criterion}: ${sentence}`, () => {
        const found = part(criterion, mentor, request);
        expect(found.fit).toBe(fit);
        if (reason !== undefined) expect(found.reason).toEqual(reason);
      });
    }
  }

  it("adds the four parts to whole points and names the weights", () => {
    const { total, parts, weightsVersion } = score();
    expect(parts.map(({ criterion, weight, points }) => [criterion, weight, points])).toEqual([
      ["language", 35, 35],
      ["district", 20, 20],
      ["availability", 20, 17],
      ["interests", 25, 19],
    ]);
    expect(total).toBe(91);
    expect(weightsVersion).toBe(1);
  });

  it("rounds the sum, not the parts: 24.5 + 20 + 12 + 0 is 57", () => {
    const languages = [{ code: "ar", level: "conversational" }] as const;
    const { total } = score({ languages, topics: [], interests: [] }, { slots: slotsToMask(["tue_evening"]) });
    expect(total).toBe(57);
  });
});
