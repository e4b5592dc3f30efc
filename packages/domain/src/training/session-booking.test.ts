import { describe, expect, it } from "vitest";
import { refusalOf } from "../test-support/refusal-of.ts";
import type { Commitment, CoursePlaces, SessionBooking } from "./course-places.ts";
import { courseProgress, type SessionMark } from "./course-progress.ts";
import { DEFAULT_CURRICULUM } from "./curriculum.ts";
import {
  comeAfterAllDecision,
  excuseDecision,
  guestDecision,
  idleBookings,
  missedModules,
  type ExpectedSession,
} from "./session-booking.ts";

const NOW = new Date("2026-03-01T10:00:00Z");
const march = (day: number, hour = 17): Date => new Date(Date.UTC(2026, 2, day, hour));
const row = (volunteerId: string, status: "enrolled" | "offered" | "waiting") => ({
  volunteerId,
  status,
  queuedAt: NOW,
  offerExpiresAt: null,
  lapsedAt: null,
});
const course = (bookings: readonly SessionBooking[], changes: Partial<CoursePlaces> = {}): CoursePlaces => ({
  places: 2,
  cancelledAt: null,
  lastSessionEndsAt: march(17, 19),
  sessions: [{ id: "tuesday", startsAt: march(10), endsAt: march(10, 19), cancelledAt: null }],
  enrolments: [row("martin", "enrolled"), row("lena", "enrolled"), row("ute", "waiting")],
  bookings,
  ...changes,
});
const excused = { sessionId: "tuesday", volunteerId: "martin", kind: "excused" as const };
const guest = { sessionId: "tuesday", volunteerId: "peter", kind: "guest" as const };
const at = (volunteerId: string, now = NOW) => ({ sessionId: "tuesday", volunteerId, now });
const clash: Commitment = {
  volunteerId: "peter",
  sessionId: "x",
  courseId: "x",
  courseTitle: "Kurs im Norden",
  startsAt: march(10),
  endsAt: march(10, 19),
};

describe("somebody who cannot come to one session", () => {
  it("says so and keeps the place in the course; saying it twice changes nothing", () => {
    expect(excuseDecision(course([]), at("martin"))).toEqual(excused);
    expect(excuseDecision(course([excused]), at("martin"))).toBeNull();
  });

  it("has a place in the course, and the session is still ahead", () => {
    expect(refusalOf(() => excuseDecision(course([]), at("ute")))).toBe("not_enrolled");
    expect(refusalOf(() => excuseDecision(course([]), at("martin", march(10))))).toBe("session_over");
    expect(refusalOf(() => excuseDecision(course([], { cancelledAt: NOW }), at("martin")))).toBe("session_cancelled");
    const unknown = { ...at("martin"), sessionId: "friday" };
    expect(refusalOf(() => excuseDecision(course([]), unknown))).toBe("not_found");
  });

  it("comes after all while nobody else sits there", () => {
    const back = (bookings: SessionBooking[], other?: Commitment) =>
      comeAfterAllDecision(course(bookings), { ...at("martin"), clash: other });
    expect(back([excused])).toBe(true);
    expect(back([])).toBe(false);
    expect(refusalOf(() => back([excused, guest]))).toBe("session_full");
    expect(refusalOf(() => back([excused], clash))).toBe("double_booked");
  });
});

describe("a guest who makes up a missed module", () => {
  const book = (bookings: readonly SessionBooking[], changes = {}, volunteerId = "peter") =>
    guestDecision(course(bookings), { ...at(volunteerId), isToBeMadeUp: true, clash: undefined, ...changes });

  it("takes the seat of somebody who is excused, once", () => {
    expect(book([excused])).toEqual(guest);
    expect(book([excused, guest])).toBeNull();
  });

  it("does not come to a full session, nor without having missed the module, nor to two places at once", () => {
    expect(refusalOf(() => book([]))).toBe("session_full");
    expect(refusalOf(() => book([excused], { isToBeMadeUp: false }))).toBe("module_not_missing");
    expect(refusalOf(() => book([excused], { clash }))).toBe("double_booked");
    expect(refusalOf(() => book([excused], {}, "lena"))).toBe("already_enrolled");
    expect(refusalOf(() => book([excused], { now: march(10) }))).toBe("session_over");
  });

  it("needs no guest's seat any more once there is a place in the course, and no excuse without one", () => {
    const bookings = [excused, { ...guest, volunteerId: "lena" }, guest, { ...excused, volunteerId: "ute" }];
    expect(idleBookings(course(bookings)).map(({ volunteerId }) => volunteerId)).toEqual(["lena", "ute"]);
  });
});

describe("a module to be made up", () => {
  const [module] = DEFAULT_CURRICULUM.modules;
  if (module === undefined) throw new Error("no module");
  const expected = (day: number, changes: Partial<ExpectedSession> = {}): ExpectedSession => ({
    moduleKey: module.key,
    startsAt: march(day),
    endsAt: march(day, 19),
    cancelled: false,
    courseCancelled: false,
    booking: null,
    ...changes,
  });
  const mark = (moduleKey: string, minutes: number) => ({
    moduleKey,
    courseId: "spring",
    heldAt: march(3),
    mark: "present" as const,
    minutes,
  });
  const missed = (sessions: readonly ExpectedSession[], marks: readonly SessionMark[] = []) =>
    missedModules(courseProgress(DEFAULT_CURRICULUM, marks), sessions, march(15)).map(({ missedAt, tooShort }) => ({
      missedAt,
      tooShort,
    }));
  const wholly = (day: number) => [{ missedAt: march(day), tooShort: false }];

  it("was held without the person, or they have said that they cannot come", () => {
    expect(missed([expected(10)])).toEqual(wholly(10));
    expect(missed([expected(20, { booking: "excused" })])).toEqual(wholly(20));
    expect(missed([])).toEqual([]);
  });

  it("is not one that is still planned, in the own course or as a guest", () => {
    expect(missed([expected(20)])).toEqual([]);
    expect(missed([expected(10), expected(20, { booking: "guest" })])).toEqual([]);
    expect(missed([expected(15, { startsAt: march(15, 16), endsAt: march(15, 18) })])).toEqual([]);
  });

  it("is not one that was attended, unless it was too short and all that is planned leaves too few hours", () => {
    expect(missed([expected(10)], [mark(module.key, 120)])).toEqual([]);
    const short = [mark(module.key, 80)];
    expect(missed([expected(10)], short)).toEqual([{ missedAt: march(10), tooShort: true }]);
    const planned = DEFAULT_CURRICULUM.modules.slice(1).map(({ key }) => expected(20, { moduleKey: key }));
    expect(missed([expected(10), ...planned], short)).toEqual([]);
  });

  it("is none once the curriculum is complete", () => {
    const all = DEFAULT_CURRICULUM.modules.map(({ key }) => mark(key, 100));
    expect(missed([expected(10)], all)).toEqual([]);
  });

  it("a session that fell out counts as missed; a whole course that did only for who was in the middle of it", () => {
    expect(missed([expected(20, { cancelled: true })])).toEqual(wholly(20));
    const gone = expected(20, { cancelled: true, courseCancelled: true });
    expect(missed([gone])).toEqual([]);
    expect(missed([gone], [mark("social_security", 120)])).toEqual(wholly(20));
  });
});
