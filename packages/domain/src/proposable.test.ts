import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { freePlaces, requirePlaceToConfirm, requirePlaceToPropose } from "./capacity.ts";
import type { Exclusion, ExclusionCode } from "./matching/types.ts";
import { requireConfirmable, requireProposable } from "./proposable.ts";
import { refusalOf } from "./test-support/refusal-of.ts";
import { Refusal } from "./refusals.ts";
import type { RefusalCode } from "./refusals.ts";

interface Row {
  readonly exclusion: Exclusion;
  readonly proposing: RefusalCode;
  /** null: two people who both said yes may meet all the same. */
  readonly confirming: RefusalCode | null;
}

const rows: { readonly [C in ExclusionCode]: Row } = {
  not_eligible: {
    exclusion: { code: "not_eligible", missing: ["interview", "agreement"] },
    proposing: "mentor_not_eligible",
    confirming: "mentor_not_eligible",
  },
  at_capacity: {
    exclusion: { code: "at_capacity", open: 2, capacity: 2 },
    proposing: "mentor_at_capacity",
    confirming: "mentor_at_capacity",
  },
  paused: { exclusion: { code: "paused" }, proposing: "mentor_excluded", confirming: "mentor_excluded" },
  former_pair: { exclusion: { code: "former_pair" }, proposing: "pair_declined_before", confirming: null },
  declined_pair: { exclusion: { code: "declined_pair" }, proposing: "pair_declined_before", confirming: null },
  mentor_gender_wish: { exclusion: { code: "mentor_gender_wish" }, proposing: "mentor_excluded", confirming: null },
  mentee_gender_wish: { exclusion: { code: "mentee_gender_wish" }, proposing: "mentor_excluded", confirming: null },
  mentor_age_wish: { exclusion: { code: "mentor_age_wish" }, proposing: "mentor_excluded", confirming: null },
  mentee_age_wish: { exclusion: { code: "mentee_age_wish" }, proposing: "mentor_excluded", confirming: null },
  no_language_bridge: { exclusion: { code: "no_language_bridge" }, proposing: "mentor_excluded", confirming: null },
  too_far: { exclusion: { code: "too_far", km: 9, reachKm: 5 }, proposing: "mentor_excluded", confirming: null },
  no_common_time: { exclusion: { code: "no_common_time" }, proposing: "mentor_excluded", confirming: null },
  fuehrungszeugnis_missing: {
    exclusion: { code: "fuehrungszeugnis_missing" },
    proposing: "mentor_excluded",
    confirming: "mentor_excluded",
  },
  protection_clearance_missing: {
    exclusion: { code: "protection_clearance_missing" },
    proposing: "mentor_excluded",
    confirming: "mentor_excluded",
  },
  for_whom_not_offered: {
    exclusion: { code: "for_whom_not_offered", forWhom: "family" },
    proposing: "mentor_excluded",
    confirming: null,
  },
};

const factsOf = (command: () => void): unknown => {
  try {
    command();
    return null;
  } catch (error) {
    return error instanceof Refusal ? error.facts : error;
  }
};

describe("proposing and confirming a pair", () => {
  for (const { exclusion, proposing, confirming } of Object.values(rows)) {
    it(`${exclusion.code}: proposing is refused, confirming ${confirming === null ? "is not" : "too"}`, () => {
      expect(refusalOf(() => requireProposable([exclusion]))).toBe(proposing);
      expect(refusalOf(() => requireConfirmable([exclusion]))).toBe(confirming);
    });
  }

  it("nothing stands between Sabine and Amal", () => {
    expect(refusalOf(() => requireProposable([]))).toBeNull();
    expect(refusalOf(() => requireConfirmable([]))).toBeNull();
  });

  it("the refusal says what is missing", () => {
    expect(factsOf(() => requireProposable([rows.not_eligible.exclusion]))).toEqual({ missing: "interview,agreement" });
    expect(factsOf(() => requireProposable([rows.at_capacity.exclusion]))).toEqual({ open: 2, capacity: 2 });
    expect(factsOf(() => requireProposable([rows.too_far.exclusion]))).toEqual({ exclusion: "too_far" });
  });
});

describe("a mentor's places", () => {
  it("are taken by open proposals and open tandems alike", () => {
    expect(freePlaces({ capacity: 3, openProposals: 1, openTandems: 1 })).toBe(1);
    expect(freePlaces({ capacity: 1, openProposals: 1, openTandems: 1 })).toBe(0);
  });

  it("the proposal that is confirmed keeps the place it had", () => {
    const full = { capacity: 2, openProposals: 1, openTandems: 1 };
    expect(refusalOf(() => requirePlaceToPropose(full))).toBe("mentor_at_capacity");
    expect(refusalOf(() => requirePlaceToConfirm(full))).toBeNull();
    expect(refusalOf(() => requirePlaceToConfirm({ ...full, capacity: 1 }))).toBe("mentor_at_capacity");
  });

  it("whoever proposes and confirms in whatever order, a mentor never has more than the capacity", () => {
    const step = fc.constantFrom("propose", "confirm", "decline", "end");
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 5 }), fc.array(step), (capacity, steps) => {
        let load = { capacity, openProposals: 0, openTandems: 0 };
        for (const one of steps) {
          if (one === "propose" && refusalOf(() => requirePlaceToPropose(load)) === null) {
            load = { ...load, openProposals: load.openProposals + 1 };
          }
          if (one === "confirm" && load.openProposals > 0 && refusalOf(() => requirePlaceToConfirm(load)) === null) {
            load = { ...load, openProposals: load.openProposals - 1, openTandems: load.openTandems + 1 };
          }
          if (one === "decline") load = { ...load, openProposals: Math.max(0, load.openProposals - 1) };
          if (one === "end") load = { ...load, openTandems: Math.max(0, load.openTandems - 1) };
          expect(load.openProposals + load.openTandems).toBeLessThanOrEqual(capacity);
        }
      }),
    );
  });
});
