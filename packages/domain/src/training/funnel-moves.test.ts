import { describe, expect, it } from "vitest";
import { moveFor, type MoveTarget, type StuckFacts } from "./funnel-moves.ts";

const target = (courseTitle: string, day: number): MoveTarget => ({
  courseId: courseTitle,
  courseTitle,
  at: new Date(Date.UTC(2026, 4, day, 16)),
});
const NOTHING: StuckFacts = {
  offer: null,
  waitingFor: null,
  openCourse: null,
  nextSession: null,
  missing: [],
  missingMinutes: 0,
  hadCertificate: false,
  secrecySigned: false,
  agreementSigned: false,
};
const SPRING = target("Frühjahrskurs", 5);
const SUMMER = target("Sommerkurs", 20);

describe("what helps somebody on who is stuck", () => {
  it.each([
    ["the interview is to be held", "interviewed", NOTHING, "hold_interview"],
    [
      "an offered place waits for an answer",
      "place",
      { ...NOTHING, offer: SPRING, openCourse: SUMMER },
      "answer_offer",
    ],
    ["on a waiting list", "place", { ...NOTHING, waitingFor: SPRING, openCourse: SUMMER }, "wait_for_place"],
    ["a course has free places", "place", { ...NOTHING, openCourse: SUMMER }, "enrol"],
    ["no course has", "place", NOTHING, "plan_course"],
    ["the course is still to begin", "first_session", { ...NOTHING, nextSession: SPRING }, "course_begins"],
    ["the course passed without them", "first_session", NOTHING, "ask_after_absence"],
    ["in the middle of the course", "complete", { ...NOTHING, nextSession: SPRING }, "course_goes_on"],
    ["enough modules, too few hours", "complete", { ...NOTHING, missingMinutes: 40 }, "hours_short"],
    ["everything attended", "certificate", NOTHING, "issue_certificate"],
    ["the certificate counts no longer", "certificate", { ...NOTHING, hadCertificate: true }, "renew_certificate"],
    ["nothing signed", "eligible", NOTHING, "sign_both"],
    ["the agreement is missing", "eligible", { ...NOTHING, secrecySigned: true }, "sign_agreement"],
    ["the secrecy declaration is missing", "eligible", { ...NOTHING, agreementSigned: true }, "sign_secrecy"],
  ] as const)("%s", (_, step, facts, move) => {
    expect(moveFor(step, facts).move).toBe(move);
  });

  it("a missed module is made up at the soonest date that has a seat", () => {
    const facts: StuckFacts = {
      ...NOTHING,
      missing: [
        { title: "Soziale Sicherung", makeUp: SUMMER },
        { title: "Rolle und Grenzen", makeUp: SPRING },
      ],
    };
    expect(moveFor("complete", facts)).toEqual({
      move: "make_up",
      target: SPRING,
      modules: ["Soziale Sicherung", "Rolle und Grenzen"],
      minutes: null,
    });
  });

  it("without such a date, the missing modules are named all the same", () => {
    const facts: StuckFacts = { ...NOTHING, missing: [{ title: "Soziale Sicherung", makeUp: null }] };
    expect(moveFor("complete", facts)).toMatchObject({ move: "make_up_later", modules: ["Soziale Sicherung"] });
  });

  it("missing hours are told in minutes", () => {
    expect(moveFor("complete", { ...NOTHING, missingMinutes: 40 })).toMatchObject({ minutes: 40 });
  });
});
