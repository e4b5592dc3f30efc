import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { NEXT_MOVES, nextMove, type DateAhead, type NextMoveFacts } from "./next-move.ts";
import { VOLUNTEER_STATUSES } from "./volunteer.ts";

const date = (day: number): DateAhead => ({
  sessionId: `session-${day}`,
  courseId: "spring",
  startsAt: new Date(Date.UTC(2026, 4, day, 16)),
});
const UNTIL = new Date("2026-05-03T16:00:00Z");

/** Has been interviewed, has signed nothing, and no course is on the calendar. */
const INTERVIEWED: NextMoveFacts = {
  status: "interviewed",
  interviewed: true,
  secrecySignedVersion: null,
  secrecyCurrentVersion: 1,
  agreementSignedVersion: null,
  agreementCurrentVersion: 1,
  hasValidCertificate: false,
  certificateOverride: false,
  certificateExpired: false,
  offer: null,
  proposalsToAnswer: 0,
  openTandems: 0,
  isBeginner: true,
  isComplete: false,
  missesModules: true,
  nextSession: null,
  makeUp: null,
  hoursDate: null,
  waiting: null,
  openCourse: null,
};
const LEARNING = { ...INTERVIEWED, status: "in_training" as const, isBeginner: false };
const CERTIFIED = { ...LEARNING, hasValidCertificate: true, isComplete: true, missesModules: false };
const SIGNED = { ...CERTIFIED, secrecySignedVersion: 1, agreementSignedVersion: 1 };
const WAITING = { position: 3, lapsed: false, date: date(20) };

describe("a volunteer's next step", () => {
  it.each<[string, NextMoveFacts, string, Partial<ReturnType<typeof nextMove>>?]>([
    ["just applied", { ...INTERVIEWED, status: "applied", interviewed: false }, "interview_comes"],
    ["interviewed, no course on the calendar", INTERVIEWED, "course_opens"],
    ["interviewed, a course takes registrations", { ...INTERVIEWED, openCourse: date(9) }, "enrol", { date: date(9) }],
    ["on the waiting list", { ...INTERVIEWED, waiting: WAITING }, "place_comes", { position: 3, date: date(20) }],
    ["let an offer pass", { ...INTERVIEWED, waiting: { ...WAITING, lapsed: true } }, "still_want_place"],
    [
      "offered a place",
      { ...INTERVIEWED, waiting: WAITING, offer: { until: UNTIL, date: date(5) } },
      "answer_offer",
      { until: UNTIL, date: date(5) },
    ],
    ["enrolled before the start", { ...INTERVIEWED, nextSession: date(5) }, "course_begins", { date: date(5) }],
    ["in the middle of the course", { ...LEARNING, nextSession: date(12) }, "session_comes", { date: date(12) }],
    ["missed a module, a later run has it", { ...LEARNING, makeUp: date(30) }, "make_up", { date: date(30) }],
    ["missed a module, no later run yet", LEARNING, "make_up_comes"],
    ["too few hours, a date with a seat", { ...LEARNING, missesModules: false, hoursDate: date(28) }, "gain_hours"],
    ["too few hours, no date yet", { ...LEARNING, missesModules: false }, "gain_hours_later"],
    ["complete, not certified yet", { ...LEARNING, isComplete: true, missesModules: false }, "certificate_comes"],
    ["the certificate has expired", { ...LEARNING, isComplete: true, certificateExpired: true }, "certificate_expired"],
    ["nothing signed", CERTIFIED, "sign_secrecy"],
    ["the agreement is missing", { ...CERTIFIED, secrecySignedVersion: 1 }, "sign_agreement"],
    ["a new version of the secrecy declaration", { ...SIGNED, secrecyCurrentVersion: 2 }, "sign_secrecy"],
    ["may be proposed", SIGNED, "proposal_comes"],
    ["asked about a mentee", { ...SIGNED, proposalsToAnswer: 1 }, "answer_proposal"],
    ["accompanies somebody", { ...SIGNED, openTandems: 1 }, "mentoring"],
    [
      "let through without a certificate",
      { ...SIGNED, hasValidCertificate: false, certificateOverride: true },
      "proposal_comes",
    ],
    [
      "paused, whatever else is open",
      { ...LEARNING, status: "paused", offer: { until: UNTIL, date: null } },
      "come_back",
    ],
  ])("%s", (_, facts, move, details = {}) => {
    expect(nextMove(facts)).toMatchObject({ move, ...details });
  });

  it("there is exactly one in every state, and each of them comes up", () => {
    const maybe = <T>(value: T) => fc.constantFrom(null, value);
    const facts: fc.Arbitrary<NextMoveFacts> = fc.record({
      status: fc.constantFrom(...VOLUNTEER_STATUSES.filter((status) => status !== "left")),
      interviewed: fc.boolean(),
      secrecySignedVersion: maybe(1),
      secrecyCurrentVersion: fc.constant(1),
      agreementSignedVersion: maybe(1),
      agreementCurrentVersion: fc.constant(1),
      hasValidCertificate: fc.boolean(),
      certificateOverride: fc.boolean(),
      certificateExpired: fc.boolean(),
      offer: maybe({ until: UNTIL, date: date(5) }),
      proposalsToAnswer: fc.constantFrom(0, 1),
      openTandems: fc.constantFrom(0, 1),
      isBeginner: fc.boolean(),
      isComplete: fc.boolean(),
      missesModules: fc.boolean(),
      nextSession: maybe(date(5)),
      makeUp: maybe(date(6)),
      hoursDate: maybe(date(7)),
      waiting: fc.constantFrom(null, WAITING, { ...WAITING, lapsed: true }),
      openCourse: maybe(date(8)),
    });
    const seen = new Set(fc.sample(facts, { numRuns: 20_000, seed: 4 }).map((state) => nextMove(state).move));
    expect([...seen].sort()).toEqual([...NEXT_MOVES].sort());
  });
});
