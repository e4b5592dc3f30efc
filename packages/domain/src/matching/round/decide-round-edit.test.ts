import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { anyRound, mentor, roundOf, waiting } from "../../test-support/rounds.ts";
import { refusalOf } from "../../test-support/refusal-of.ts";
import { Refusal } from "../../refusals.ts";
import { decideRoundEdit, replayRoundEdits } from "./decide-round-edit.ts";
import { planRound } from "./plan-round.ts";
import type { RoundEdit } from "./round-edit.ts";
import { DEFAULT_ROUND_SETTINGS, NO_WISHES, decideSettings } from "./round-settings.ts";
import type { RoundSettings, RoundWishes } from "./types.ts";

const ROUND = roundOf(
  [waiting("amal"), waiting("nour"), waiting("far", { district: "hardt", reachKm: 1 })],
  [mentor("sabine"), mentor("peter"), mentor("full", { openTandems: 1 })],
);
const after = (...edits: readonly RoundEdit[]): RoundWishes => replayRoundEdits(ROUND, NO_WISHES, edits);
const refused = (...edits: readonly RoundEdit[]) => refusalOf(() => after(...edits));
const factsOf = (...edits: readonly RoundEdit[]): unknown => {
  try {
    return after(...edits);
  } catch (error) {
    return error instanceof Refusal ? error.facts : error;
  }
};

const pin = (requestId: string, mentorId: string): RoundEdit => ({ kind: "pin", requestId, mentorId });
const unpin = (requestId: string): RoundEdit => ({ kind: "unpin", requestId });
const ban = (requestId: string, mentorId: string): RoundEdit => ({
  kind: "ban",
  requestId,
  mentorId,
  reason: "know_each_other",
});
const unban = (requestId: string, mentorId: string): RoundEdit => ({ kind: "unban", requestId, mentorId });
const leaveOut = (side: "request" | "mentor", id: string): RoundEdit => ({ kind: "leave_out", side, id });
const bringBack = (side: "request" | "mentor", id: string): RoundEdit => ({ kind: "bring_back", side, id });

describe("a draft changed by hand", { timeout: 60_000 }, () => {
  it("keeps two people together, and lets them go again", () => {
    expect(after(pin("amal", "sabine")).pins).toEqual([{ requestId: "amal", mentorId: "sabine" }]);
    expect(after(pin("amal", "sabine"), unpin("amal"))).toEqual(NO_WISHES);
  });

  it("a second pin of the same request replaces the first", () => {
    expect(after(pin("amal", "sabine"), pin("amal", "peter")).pins).toEqual([{ requestId: "amal", mentorId: "peter" }]);
  });

  it("swaps the mentors of two pairs", () => {
    const swap: RoundEdit = {
      kind: "swap",
      pairs: [
        { requestId: "amal", mentorId: "sabine" },
        { requestId: "nour", mentorId: "peter" },
      ],
    };
    expect(after(pin("amal", "sabine"), swap).pins).toEqual([
      { requestId: "amal", mentorId: "peter" },
      { requestId: "nour", mentorId: "sabine" },
    ]);
    expect(refused(leaveOut("mentor", "peter"), swap)).toBe("round_person_left_out");
    const [first, second] = swap.pairs;
    expect(refused({ kind: "swap", pairs: [first, { ...second, requestId: "amal" }] })).toBe(
      "round_edit_changes_nothing",
    );
    expect(refused({ kind: "swap", pairs: [first, { ...second, mentorId: "sabine" }] })).toBe(
      "round_edit_changes_nothing",
    );
  });

  it("keeps two people apart with a reason, which can change, until it is lifted", () => {
    expect(after(ban("amal", "sabine")).bans).toEqual([
      { requestId: "amal", mentorId: "sabine", reason: "know_each_other" },
    ]);
    const other: RoundEdit = { kind: "ban", requestId: "amal", mentorId: "sabine", reason: "other" };
    expect(after(ban("amal", "sabine"), other).bans).toEqual([
      { requestId: "amal", mentorId: "sabine", reason: "other" },
    ]);
    expect(after(ban("amal", "sabine"), unban("amal", "sabine"))).toEqual(NO_WISHES);
  });

  it("puts somebody first, leaves somebody out, and takes both back", () => {
    expect(after({ kind: "prioritise", requestId: "nour" }).priority).toEqual(["nour"]);
    expect(after({ kind: "prioritise", requestId: "nour" }, { kind: "deprioritise", requestId: "nour" })).toEqual(
      NO_WISHES,
    );
    const out = after(leaveOut("request", "amal"), leaveOut("mentor", "sabine"));
    expect(out.leftOut).toEqual({ requests: ["amal"], mentors: ["sabine"] });
    const plan = planRound(ROUND, DEFAULT_ROUND_SETTINGS, out);
    expect(plan.pairs.map(({ requestId, mentorId }) => [requestId, mentorId])).toEqual([["nour", "peter"]]);
    expect(plan.unserved).toEqual(["far"]);
    expect(
      after(
        leaveOut("request", "amal"),
        leaveOut("mentor", "sabine"),
        bringBack("mentor", "sabine"),
        bringBack("request", "amal"),
      ),
    ).toEqual(NO_WISHES);
  });

  it("a pin never holds against an exclusion, and the exclusion is named", () => {
    expect(refused(pin("far", "sabine"))).toBe("round_pair_excluded");
    expect(factsOf(pin("far", "sabine"))).toEqual({ exclusion: "too_far" });
  });

  it("a pin never takes a place that is not there", () => {
    expect(refused(pin("amal", "full"))).toBe("round_mentor_full");
    expect(refused(pin("amal", "sabine"), pin("nour", "sabine"))).toBe("round_mentor_full");
    expect(factsOf(pin("amal", "sabine"), pin("nour", "sabine"))).toEqual({ places: 1 });
  });

  it("what was decided is taken back before the opposite is decided", () => {
    expect(refused(ban("amal", "sabine"), pin("amal", "sabine"))).toBe("round_pair_banned");
    expect(refused(pin("amal", "sabine"), ban("amal", "sabine"))).toBe("round_pair_pinned");
    expect(refused(pin("amal", "sabine"), leaveOut("request", "amal"))).toBe("round_pair_pinned");
    expect(refused(pin("amal", "sabine"), leaveOut("mentor", "sabine"))).toBe("round_pair_pinned");
    expect(refused(leaveOut("request", "amal"), pin("amal", "sabine"))).toBe("round_person_left_out");
    expect(refused(leaveOut("mentor", "sabine"), pin("amal", "sabine"))).toBe("round_person_left_out");
  });

  it("an edit that changes nothing is no step to undo", () => {
    const idle: readonly (readonly RoundEdit[])[] = [
      [pin("amal", "sabine"), pin("amal", "sabine")],
      [unpin("amal")],
      [ban("amal", "sabine"), ban("amal", "sabine")],
      [unban("amal", "sabine")],
      [{ kind: "deprioritise", requestId: "amal" }],
      [bringBack("request", "amal")],
      [leaveOut("mentor", "sabine"), leaveOut("mentor", "sabine")],
    ];
    for (const edits of idle) expect(refused(...edits)).toBe("round_edit_changes_nothing");
  });

  it("somebody who is not in the round is not found, whatever is asked", () => {
    const strange: readonly RoundEdit[] = [
      pin("stranger", "sabine"),
      pin("amal", "stranger"),
      ban("stranger", "sabine"),
      { kind: "prioritise", requestId: "stranger" },
      leaveOut("mentor", "stranger"),
      leaveOut("request", "sabine"),
    ];
    for (const edit of strange) expect(refused(edit)).toBe("not_found");
  });

  it("undo is the draft without its last edit, and no sequence of edits leads to a plan that cannot be made", () => {
    const edit = (ids: readonly string[], mentors: readonly string[]): fc.Arbitrary<RoundEdit> => {
      const [requestId, mentorId] = [fc.constantFrom(...ids), fc.constantFrom(...mentors)];
      return fc.oneof(
        fc.record({ kind: fc.constant("pin" as const), requestId, mentorId }),
        fc.record({ kind: fc.constant("unpin" as const), requestId }),
        fc.record({ kind: fc.constant("ban" as const), requestId, mentorId, reason: fc.constant("other" as const) }),
        fc.record({ kind: fc.constant("unban" as const), requestId, mentorId }),
        fc.record({ kind: fc.constant("prioritise" as const), requestId }),
        fc.record({ kind: fc.constant("leave_out" as const), side: fc.constant("request" as const), id: requestId }),
        fc.record({ kind: fc.constant("bring_back" as const), side: fc.constant("mentor" as const), id: mentorId }),
      );
    };
    const drafts = anyRound()
      .filter(({ input }) => input.requests.length > 0 && input.mentors.length > 0)
      .chain((scene) => {
        const ids = (people: readonly { readonly id: string }[]): string[] => people.map(({ id }) => id);
        const edits = fc.array(edit(ids(scene.input.requests), ids(scene.input.mentors)), { maxLength: 12 });
        return fc.record({ scene: fc.constant(scene), edits });
      });
    fc.assert(
      fc.property(drafts, ({ scene: { input, settings }, edits }) => {
        const kept: RoundEdit[] = [];
        let wishes = NO_WISHES;
        for (const one of edits) {
          try {
            const next = decideRoundEdit(input, wishes, one);
            expect(next).not.toEqual(wishes);
            expect(replayRoundEdits(input, NO_WISHES, kept)).toEqual(wishes);
            wishes = next;
            kept.push(one);
          } catch (error) {
            if (!(error instanceof Refusal)) throw error;
          }
        }
        const plan = planRound(input, settings, wishes);
        expect(plan.pairs.filter(({ pinned }) => pinned)).toHaveLength(wishes.pins.length);
      }),
    );
  });
});

describe("settings of a round", () => {
  const refusedWith = (settings: Partial<RoundSettings>) =>
    refusalOf(() => decideSettings({ ...DEFAULT_ROUND_SETTINGS, ...settings }));
  const bonus = (pointsPerWeek: number, atMostPoints: number) => ({ waitingBonus: { pointsPerWeek, atMostPoints } });

  it("are taken as they are within their limits", () => {
    expect(decideSettings(DEFAULT_ROUND_SETTINGS)).toBe(DEFAULT_ROUND_SETTINGS);
    expect(refusedWith({ minimumPoints: 0, ...bonus(0, 0) })).toBeNull();
    expect(refusedWith({ minimumPoints: 100, ...bonus(20, 1_000) })).toBeNull();
    expect(refusedWith(bonus(0.29, 7.25))).toBeNull();
  });

  it("are refused beyond, and where a number is none", () => {
    for (const minimumPoints of [-1, 101, 0.5, Number.NaN]) {
      expect(refusedWith({ minimumPoints })).toBe("round_setting_out_of_range");
    }
    for (const [perWeek, atMost] of [
      [-0.5, 1],
      [20.01, 1],
      [1, 1_000.5],
      [1, -1],
      [0.123, 1],
      [Number.NaN, 1],
      [1, Infinity],
    ] as const) {
      expect(refusedWith(bonus(perWeek, atMost))).toBe("round_setting_out_of_range");
    }
  });
});
