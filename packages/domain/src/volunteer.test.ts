import { describe, expect, it } from "vitest";
import { nextSteps } from "./next-steps.ts";
import type { NextStepKey, NextStepsFacts, NextStepState } from "./next-steps.ts";
import { refusalOf } from "./test-support/refusal-of.ts";
import type { RefusalCode } from "./refusals.ts";
import { isInvitedToStammtisch, requireStammtischAhead } from "./stammtisch.ts";
import { decideVolunteer, eligibilityGaps } from "./volunteer.ts";
import type { EligibilityFacts, EligibilityGap, VolunteerCommand, VolunteerStatus } from "./volunteer.ts";

const CLEARED: EligibilityFacts = {
  status: "in_training",
  interviewed: true,
  secrecySignedVersion: 2,
  secrecyCurrentVersion: 2,
  agreementSignedVersion: 1,
  agreementCurrentVersion: 1,
  hasValidCertificate: true,
  certificateOverride: false,
};

describe("eligibility", () => {
  const rows: readonly [string, Partial<EligibilityFacts>, readonly EligibilityGap[]][] = [
    ["Sabine, who has done everything, misses nothing", {}, []],
    ["without an interview", { interviewed: false }, ["interview"]],
    ["with an outdated secrecy declaration", { secrecySignedVersion: 1 }, ["secrecy_declaration"]],
    ["without the agreement", { agreementSignedVersion: null }, ["agreement"]],
    ["without a certificate", { hasValidCertificate: false }, ["certificate"]],
    ["a missing certificate that was let pass", { hasValidCertificate: false, certificateOverride: true }, []],
    ["a pause is no gap", { status: "paused" }, []],
    ["who left misses nothing but herself", { status: "left", interviewed: false }, ["left"]],
    [
      "a newcomer among volunteers misses everything, in the order people take it",
      {
        status: "applied",
        interviewed: false,
        secrecySignedVersion: null,
        agreementSignedVersion: null,
        hasValidCertificate: false,
      },
      ["interview", "secrecy_declaration", "agreement", "certificate"],
    ],
  ];
  for (const [sentence, change, gaps] of rows) {
    it(sentence, () => {
      expect(eligibilityGaps({ ...CLEARED, ...change })).toEqual(gaps);
    });
  }
});

describe("a volunteer's stage", () => {
  type Row = readonly [VolunteerStatus, VolunteerCommand, boolean, VolunteerStatus | RefusalCode];
  const rows: readonly Row[] = [
    ["applied", "record_interview", false, "interviewed"],
    ["paused", "record_interview", false, "paused"],
    ["interviewed", "record_interview", true, "already_interviewed"],
    ["interviewed", "start_training", true, "in_training"],
    ["in_training", "start_training", true, "in_training"],
    ["applied", "start_training", false, "applied"],
    ["applied", "pause", false, "paused"],
    ["paused", "pause", true, "already_paused"],
    ["paused", "resume", true, "in_training"],
    ["paused", "resume", false, "applied"],
    ["in_training", "resume", true, "not_paused"],
    ["in_training", "leave", true, "left"],
    ["left", "leave", true, "already_left"],
    ["left", "resume", true, "already_left"],
  ];
  for (const [status, command, interviewed, expected] of rows) {
    it(`${status}${interviewed ? " after the interview" : ""}, ${command}: ${expected}`, () => {
      const decide = (): VolunteerStatus => decideVolunteer(status, command, interviewed);
      expect(refusalOf(decide) ?? decide()).toBe(expected);
    });
  }
});

describe("next steps", () => {
  const HALFWAY: NextStepsFacts = {
    ...CLEARED,
    agreementSignedVersion: null,
    hasValidCertificate: false,
    attendedModules: 2,
    totalModules: 4,
    courseComplete: false,
    needsFuehrungszeugnis: false,
    hasValidFuehrungszeugnis: false,
  };
  const states = (facts: Partial<NextStepsFacts>): Partial<Record<NextStepKey, NextStepState>> =>
    Object.fromEntries(nextSteps({ ...HALFWAY, ...facts }).map(({ key, state }) => [key, state]));

  it("show Sabine half-way: two of four sessions, the agreement still to sign", () => {
    expect(states({})).toEqual({
      interview: "done",
      secrecy_declaration: "done",
      agreement: "current",
      course: "current",
      certificate: "later",
      fuehrungszeugnis: "not_needed",
      ready: "later",
    });
    expect(nextSteps(HALFWAY).find(({ key }) => key === "course")).toMatchObject({ doneCount: 2, totalCount: 4 });
  });

  it("begin with the interview; the course comes after it", () => {
    expect(states({ status: "applied", interviewed: false, attendedModules: 0 })).toMatchObject({
      interview: "current",
      course: "later",
      certificate: "later",
    });
  });

  it("wait for the certificate when everything it asks for was attended", () => {
    expect(states({ attendedModules: 4, courseComplete: false })).toMatchObject({ course: "current" });
    expect(states({ attendedModules: 3, courseComplete: true })).toMatchObject({
      course: "done",
      certificate: "current",
    });
  });

  it("need no course where a missing certificate was let pass", () => {
    expect(states({ certificateOverride: true })).toMatchObject({ course: "not_needed", certificate: "done" });
  });

  it("ask for a Führungszeugnis only where the task needs it", () => {
    expect(states({ needsFuehrungszeugnis: true })).toMatchObject({ fuehrungszeugnis: "current" });
    expect(states({ needsFuehrungszeugnis: true, hasValidFuehrungszeugnis: true })).toMatchObject({
      fuehrungszeugnis: "done",
    });
  });

  it("are all done when Sabine may be proposed", () => {
    const done = states({ agreementSignedVersion: 1, hasValidCertificate: true, courseComplete: true });
    expect(done).toMatchObject({ agreement: "done", certificate: "done", ready: "done" });
  });

  it("say done at the end exactly when nothing is missing for eligibility", () => {
    for (const change of [
      {},
      { agreementSignedVersion: 1 },
      { agreementSignedVersion: 1, certificateOverride: true },
    ]) {
      const facts = { ...HALFWAY, ...change };
      expect(states(change).ready === "done").toBe(eligibilityGaps(facts).length === 0);
    }
  });

  it("are over for somebody who left", () => {
    expect(nextSteps({ ...HALFWAY, status: "left" })).toEqual([]);
  });
});

describe("a Stammtisch", () => {
  const endsAt = new Date("2026-12-01T20:00:00Z");
  it("takes answers until it is over", () => {
    const answer = (now: string, cancelledAt: Date | null) => () =>
      requireStammtischAhead({ endsAt, cancelledAt }, new Date(now));
    expect(refusalOf(answer("2026-12-01T19:59:00Z", null))).toBeNull();
    expect(refusalOf(answer("2026-12-01T20:00:00Z", null))).toBe("stammtisch_over");
    expect(refusalOf(answer("2026-11-01T20:00:00Z", endsAt))).toBe("stammtisch_cancelled");
  });

  it("invites mentors who may be proposed or are in a tandem", () => {
    expect(isInvitedToStammtisch({ isEligible: true, isPaused: false, openTandems: 0 })).toBe(true);
    expect(isInvitedToStammtisch({ isEligible: false, isPaused: true, openTandems: 1 })).toBe(true);
    expect(isInvitedToStammtisch({ isEligible: true, isPaused: true, openTandems: 0 })).toBe(false);
    expect(isInvitedToStammtisch({ isEligible: false, isPaused: false, openTandems: 0 })).toBe(false);
  });
});
