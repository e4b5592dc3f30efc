import { describe, expect, it } from "vitest";
import { refusalOf } from "../test-support/refusal-of.ts";
import {
  clashOf,
  freeCoursePlaces,
  freeSeats,
  waitingList,
  type Commitment,
  type CoursePlaces,
  type Enrolment,
  type EnrolmentStatus,
} from "./course-places.ts";
import {
  endedOffers,
  enrolDecision,
  giveBackDecision,
  givePlaceDecision,
  nextOffers,
  passOfferDecision,
  requireRegistrationOpen,
  takeOfferDecision,
} from "./enrolment.ts";

const NOW = new Date("2026-03-01T10:00:00Z");
const LATER = new Date("2026-03-03T10:00:00Z");
const march = (day: number, hour = 17): Date => new Date(Date.UTC(2026, 2, day, hour));
const session = (id: string, day: number) => ({ id, startsAt: march(day), endsAt: march(day, 19), cancelledAt: null });

const COURSE: CoursePlaces = {
  places: 2,
  cancelledAt: null,
  lastSessionEndsAt: march(17, 19),
  sessions: [session("first", 10), session("second", 17)],
  enrolments: [],
  bookings: [],
};
const row = (volunteerId: string, status: EnrolmentStatus, queuedDay = 1, changes: Partial<Enrolment> = {}) => ({
  volunteerId,
  status,
  queuedAt: new Date(Date.UTC(2026, 0, queuedDay)),
  offerExpiresAt: status === "offered" ? LATER : null,
  lapsedAt: null,
  ...changes,
});
const course = (enrolments: readonly Enrolment[], changes: Partial<CoursePlaces> = {}): CoursePlaces => ({
  ...COURSE,
  enrolments,
  ...changes,
});
const elsewhere: Commitment = {
  volunteerId: "peter",
  sessionId: "theirs",
  courseId: "other",
  courseTitle: "Kurs im Norden",
  startsAt: march(10, 18),
  endsAt: march(10, 20),
};
const wish = (volunteerId: string, clash?: Commitment) => ({ volunteerId, now: NOW, clash });
const martin = row("martin", "enrolled");
const lena = row("lena", "enrolled");

describe("enrolling", () => {
  it("Peter gets a free place", () => {
    expect(enrolDecision(course([martin]), wish("peter")).status).toBe("enrolled");
  });

  it("Peter waits when every place is taken, also by an offer that nobody answered yet", () => {
    expect(enrolDecision(course([martin, lena]), wish("peter")).status).toBe("waiting");
    expect(enrolDecision(course([martin, row("ute", "offered")]), wish("peter")).status).toBe("waiting");
  });

  it("a place that guests of one session need is not given for all of them", () => {
    const visited = { bookings: [{ sessionId: "second", volunteerId: "gast", kind: "guest" as const }] };
    expect(enrolDecision(course([martin], visited), wish("peter")).status).toBe("waiting");
    expect(enrolDecision(course([martin], visited), wish("gast")).status).toBe("enrolled");
  });

  it("who is last in the queue comes after everybody, even within one tick", () => {
    const waiting = row("ute", "waiting", 1, { queuedAt: NOW });
    const { queuedAt } = enrolDecision(course([martin, lena, waiting]), wish("peter"));
    expect(queuedAt.getTime()).toBe(NOW.getTime() + 1);
  });

  it("who gave back a place or let an offer pass may come again, who has one or waits may not", () => {
    expect(enrolDecision(course([row("peter", "cancelled")]), wish("peter")).status).toBe("enrolled");
    const lapsed = row("peter", "waiting", 1, { lapsedAt: NOW });
    expect(enrolDecision(course([lapsed]), wish("peter"))).toMatchObject({ status: "enrolled", lapsedAt: null });
    for (const own of [martin, row("martin", "offered"), row("martin", "waiting")]) {
      expect(refusalOf(() => enrolDecision(course([own]), wish("martin")))).toBe("already_enrolled");
    }
  });

  it("Peter is told where else he is expected at that time, but may wait all the same", () => {
    expect(refusalOf(() => enrolDecision(course([martin]), wish("peter", elsewhere)))).toBe("double_booked");
    expect(enrolDecision(course([martin, lena]), wish("peter", elsewhere)).status).toBe("waiting");
    expect(clashOf(COURSE.sessions, [elsewhere])).toBe(elsewhere);
    expect(clashOf(COURSE.sessions, [{ ...elsewhere, startsAt: march(10, 19) }])).toBeUndefined();
  });

  it("a course that is over or cancelled takes nobody", () => {
    expect(refusalOf(() => enrolDecision(course([], { lastSessionEndsAt: NOW }), wish("peter")))).toBe("course_over");
    expect(refusalOf(() => enrolDecision(course([], { cancelledAt: NOW }), wish("peter")))).toBe("course_cancelled");
  });

  it("is refused before registration opens and once it has closed", () => {
    const at = (registrationOpensAt: Date | null, registrationClosesAt: Date | null) =>
      refusalOf(() => requireRegistrationOpen({ registrationOpensAt, registrationClosesAt }, NOW));
    expect(at(null, null)).toBeNull();
    expect(at(LATER, null)).toBe("registration_not_open");
    expect(at(null, NOW)).toBe("registration_closed");
  });
});

describe("the waiting list", () => {
  const ute = row("ute", "waiting", 9);
  const peter = row("peter", "waiting", 3);
  const anna = row("anna", "waiting", 9);
  const lapsed = row("kim", "waiting", 1, { lapsedAt: NOW });
  const offers = (enrolments: readonly Enrolment[], changes: Partial<CoursePlaces> = {}, busy: string[] = []) =>
    nextOffers(course(enrolments, changes), NOW, { clashes: (id) => busy.includes(id), offerExpiresAt: LATER });
  const names = (rows: readonly Enrolment[]) => rows.map(({ volunteerId }) => volunteerId);

  it("is first come first, and who let an offer pass stands behind the others", () => {
    expect(names(waitingList([ute, lapsed, peter, anna]))).toEqual(["peter", "anna", "ute", "kim"]);
  });

  it("a free place is offered to the first who is free at those times", () => {
    expect(offers([martin, ute, peter, anna])).toEqual([{ ...peter, status: "offered", offerExpiresAt: LATER }]);
    expect(names(offers([martin, ute, peter, anna], {}, ["peter"]))).toEqual(["anna"]);
    expect(names(offers([ute, peter, anna]))).toEqual(["peter", "anna"]);
    expect(offers([martin, row("x", "offered"), peter])).toEqual([]);
    expect(offers([martin, lapsed])).toEqual([]);
  });

  it("nobody is asked about a course that is cancelled or has no session ahead", () => {
    expect(offers([peter], { cancelledAt: NOW })).toEqual([]);
    expect(offers([peter], { sessions: [session("held", 0)] })).toEqual([]);
  });

  it("an offer that nobody answered in time lapses; one of a cancelled course ends without that", () => {
    const offered = row("peter", "offered", 1, { offerExpiresAt: NOW });
    expect(endedOffers(course([offered]), NOW)).toEqual([
      { ...offered, status: "waiting", offerExpiresAt: null, lapsedAt: NOW },
    ]);
    expect(endedOffers(course([row("peter", "offered")]), NOW)).toEqual([]);
    const [ended] = endedOffers(course([row("peter", "offered")], { cancelledAt: NOW }), NOW);
    expect(ended).toMatchObject({ status: "waiting", lapsedAt: null });
  });
});

describe("an offered place", () => {
  const offered = row("peter", "offered");

  it("is taken, and taking it twice is taking it once", () => {
    const taken = takeOfferDecision(course([martin, offered]), "peter", NOW);
    expect(taken).toMatchObject({ status: "enrolled", offerExpiresAt: null });
    expect(takeOfferDecision(course([taken]), "peter", NOW)).toBe(taken);
  });

  it("is not there for somebody whose time is over, nor for somebody who was never asked", () => {
    const take = (enrolment: Enrolment, now = NOW) =>
      refusalOf(() => takeOfferDecision(course([enrolment]), "peter", now));
    expect(take(offered, LATER)).toBe("offer_expired");
    expect(take(row("peter", "waiting", 1, { lapsedAt: NOW }))).toBe("offer_expired");
    expect(take(row("peter", "waiting"))).toBe("no_offer");
    expect(take(row("peter", "cancelled"))).toBe("not_enrolled");
  });

  it("can be passed on: Peter stays on the list, behind the others", () => {
    const passed = passOfferDecision(course([offered]), "peter", NOW);
    expect(passed).toMatchObject({ status: "waiting", lapsedAt: NOW, offerExpiresAt: null });
    expect(passOfferDecision(course([passed]), "peter", LATER)).toBe(passed);
    expect(refusalOf(() => passOfferDecision(course([martin]), "martin", NOW))).toBe("no_offer");
  });

  it("a coordinator gives a free place to whoever waits, and takes up an offer for them, but makes no place", () => {
    const waiting = row("ute", "waiting", 1, { lapsedAt: NOW });
    expect(givePlaceDecision(course([martin, waiting]), wish("ute"))).toMatchObject({
      status: "enrolled",
      lapsedAt: null,
    });
    expect(givePlaceDecision(course([martin, offered]), wish("peter")).status).toBe("enrolled");
    expect(refusalOf(() => givePlaceDecision(course([martin, lena, waiting]), wish("ute")))).toBe("course_full");
    expect(refusalOf(() => givePlaceDecision(course([waiting]), wish("ute", elsewhere)))).toBe("double_booked");
  });

  it("goes back like a place, and only who is in the course can give something back", () => {
    expect(giveBackDecision(course([offered]), "peter")).toMatchObject({ status: "cancelled", offerExpiresAt: null });
    expect(refusalOf(() => giveBackDecision(course([martin]), "peter"))).toBe("not_enrolled");
    expect(refusalOf(() => giveBackDecision(course([row("peter", "cancelled")]), "peter"))).toBe("not_enrolled");
  });
});

describe("seats of one session", () => {
  it("who is excused leaves one, a guest takes one, and a guest who has a place counts once", () => {
    const bookings = [
      { sessionId: "first", volunteerId: "martin", kind: "excused" as const },
      { sessionId: "second", volunteerId: "gast", kind: "guest" as const },
      { sessionId: "second", volunteerId: "lena", kind: "guest" as const },
    ];
    const full = course([martin, lena], { bookings });
    expect(freeSeats(full, "first")).toBe(1);
    expect(freeSeats(full, "second")).toBe(-1);
    expect(freeCoursePlaces(full, NOW)).toBe(-1);
    expect(freeCoursePlaces({ ...full, places: 3 }, march(17, 18))).toBe(1);
  });
});
