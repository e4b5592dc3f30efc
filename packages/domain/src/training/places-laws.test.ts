import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { Refusal } from "../refusals.ts";
import {
  book,
  clash,
  commitmentsOf,
  courseAt,
  courseNumber,
  DAYS,
  HOUR_MS,
  isToBeMadeUp,
  moduleOf,
  newWorld,
  PEOPLE,
  put,
  settled,
  unbook,
  withRow,
  type World,
} from "../test-support/course-world.ts";
import { sessionsAhead, type CoursePlaces, type Enrolment } from "./course-places.ts";
import {
  enrolDecision,
  findEnrolment,
  giveBackDecision,
  givePlaceDecision,
  passOfferDecision,
  takeOfferDecision,
} from "./enrolment.ts";
import { comeAfterAllDecision, excuseDecision, guestDecision } from "./session-booking.ts";

const who = fc.constantFrom(...PEOPLE);
const at = fc.nat(DAYS.length - 1);
const session = fc.tuple(at, fc.nat(1)).map(([course, module]) => `${course}.${module}`);
const step = fc.oneof(
  { weight: 6, arbitrary: fc.record({ do: fc.constant("enrol" as const), who, at }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant("give_back" as const), who, at }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constant("take" as const), who, at }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant("pass" as const), who, at }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant("give_place" as const), who, at }) },
  {
    weight: 1,
    arbitrary: fc.record({ do: fc.constant("places" as const), at, places: fc.integer({ min: 1, max: 4 }) }),
  },
  { weight: 3, arbitrary: fc.record({ do: fc.constant("excuse" as const), who, session }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant("return" as const), who, session }) },
  { weight: 4, arbitrary: fc.record({ do: fc.constant("guest" as const), who, session }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant("leave" as const), who, session }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constant("move" as const), who, session, to: session }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant("cancel_session" as const), session }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant("cancel_course" as const), at }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constant("wait" as const), hours: fc.integer({ min: 1, max: 40 }) }) },
);
/** Everybody begins with one course, so that most have something to miss. */
const firstWishes = fc.array(at, { minLength: PEOPLE.length, maxLength: PEOPLE.length });
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never;

function guest(world: World, sessionId: string, volunteerId: string): World {
  const index = courseNumber(sessionId);
  const booking = guestDecision(courseAt(world, index), {
    sessionId,
    volunteerId,
    now: world.now,
    isToBeMadeUp: isToBeMadeUp(world, sessionId, volunteerId),
    clash: clash(world, index, volunteerId, sessionId),
  });
  return booking === null ? world : book(world, booking);
}

function excuse(world: World, sessionId: string, volunteerId: string): World {
  const course = courseAt(world, courseNumber(sessionId));
  const booking = excuseDecision(course, { sessionId, volunteerId, now: world.now });
  return booking === null ? world : book(world, booking);
}

function perform(world: World, step: Step): World {
  const { now } = world;
  switch (step.do) {
    case "enrol": {
      const wish = { volunteerId: step.who, now, clash: clash(world, step.at, step.who) };
      return withRow(world, step.at, enrolDecision(courseAt(world, step.at), wish));
    }
    case "give_place": {
      const wish = { volunteerId: step.who, now, clash: clash(world, step.at, step.who) };
      return withRow(world, step.at, givePlaceDecision(courseAt(world, step.at), wish));
    }
    case "give_back":
      return withRow(world, step.at, giveBackDecision(courseAt(world, step.at), step.who));
    case "take":
      return withRow(world, step.at, takeOfferDecision(courseAt(world, step.at), step.who, now));
    case "pass":
      return withRow(world, step.at, passOfferDecision(courseAt(world, step.at), step.who, now));
    case "places":
      return put(world, step.at, { ...courseAt(world, step.at), places: step.places });
    case "excuse":
      return excuse(world, step.session, step.who);
    case "return": {
      const index = courseNumber(step.session);
      const wish = { sessionId: step.session, volunteerId: step.who, now };
      const found = clash(world, index, step.who, step.session);
      const comesBack = comeAfterAllDecision(courseAt(world, index), { ...wish, clash: found });
      return comesBack ? unbook(world, { sessionId: step.session, volunteerId: step.who, kind: "excused" }) : world;
    }
    case "guest":
      return guest(world, step.session, step.who);
    case "leave":
      return unbook(world, { sessionId: step.session, volunteerId: step.who, kind: "guest" });
    case "move":
      if (moduleOf(step.session) !== moduleOf(step.to) || step.session === step.to) return world;
      return guest(excuse(world, step.session, step.who), step.to, step.who);
    case "cancel_session": {
      const index = courseNumber(step.session);
      const course = courseAt(world, index);
      const sessions = course.sessions.map((one) =>
        one.id === step.session && one.startsAt > now ? { ...one, cancelledAt: now } : one,
      );
      return put(world, index, { ...course, sessions });
    }
    case "cancel_course":
      return put(world, step.at, { ...courseAt(world, step.at), cancelledAt: now });
    case "wait":
      return { ...world, now: new Date(now.getTime() + step.hours * HOUR_MS) };
  }
}

/** Counted here, and not by the functions that are tried. */
function occupancy(course: CoursePlaces): { readonly places: number; readonly seats: ReadonlyMap<string, number> } {
  const holders = course.enrolments
    .filter(({ status }) => status === "enrolled" || status === "offered")
    .map(({ volunteerId }) => volunteerId);
  const here = (sessionId: string) => {
    const people = new Set(holders);
    for (const { volunteerId, kind } of course.bookings.filter((booking) => booking.sessionId === sessionId)) {
      if (kind === "excused") people.delete(volunteerId);
      else people.add(volunteerId);
    }
    return people.size;
  };
  return { places: holders.length, seats: new Map(course.sessions.map(({ id }) => [id, here(id)])) };
}

/** Never more than there is room for; after places became fewer, nobody new until there is room again. */
function expectRoom(before: World, after: World): void {
  after.courses.forEach((course, index) => {
    const [then, now] = [occupancy(courseAt(before, index)), occupancy(course)];
    expect(now.places).toBeLessThanOrEqual(Math.max(course.places, then.places));
    for (const { id } of sessionsAhead(course.sessions, after.now)) {
      expect(now.seats.get(id)).toBeLessThanOrEqual(Math.max(course.places, then.seats.get(id) ?? 0));
    }
  });
}

function expectNobodyIsTwice(world: World): void {
  for (const person of PEOPLE) {
    const dates = commitmentsOf(world, person).map(({ startsAt }) => startsAt.getTime());
    expect(new Set(dates).size).toBe(dates.length);
  }
}

const comesFirst = (a: Enrolment, b: Enrolment): boolean =>
  a.queuedAt < b.queuedAt || (a.queuedAt.getTime() === b.queuedAt.getTime() && a.volunteerId < b.volunteerId);

/** Only who wants to be asked is asked, and before everybody who waits less long and could come. */
function expectTurn(before: World, index: number, volunteerId: string): void {
  const course = courseAt(before, index);
  const own = findEnrolment(course, volunteerId);
  if (own === undefined) throw new Error("offered to nobody");
  expect(own).toMatchObject({ status: "waiting", lapsedAt: null });
  if (course.bookings.some((booking) => booking.kind === "guest" && booking.volunteerId === volunteerId)) return;
  const overtaken = course.enrolments.filter(
    (other) =>
      other.status === "waiting" &&
      other.lapsedAt === null &&
      comesFirst(other, own) &&
      clash(before, index, other.volunteerId) === undefined,
  );
  expect(overtaken).toEqual([]);
}

/** A free place is never kept from somebody who waits for it and could come. */
function expectNobodyWaitsInVain(world: World): void {
  world.courses.forEach((course, index) => {
    const ahead = sessionsAhead(course.sessions, world.now);
    if (course.cancelledAt !== null || ahead.length === 0) return;
    const { places, seats } = occupancy(course);
    const isFree = places < course.places && ahead.every(({ id }) => (seats.get(id) ?? 0) < course.places);
    const couldCome = course.enrolments.filter(
      ({ status, lapsedAt, volunteerId }) =>
        status === "waiting" && lapsedAt === null && clash(world, index, volunteerId) === undefined,
    );
    if (isFree) expect(couldCome).toEqual([]);
  });
}

const enrolledIn = ({ courses }: World): string[] =>
  courses.flatMap((course, index) =>
    course.enrolments
      .filter(({ status }) => status !== "cancelled")
      .map(({ volunteerId }) => `${index} ${volunteerId}`),
  );

describe("places in three courses, whatever people do in whatever order", () => {
  it("there are never more people than places, nobody is lost or in two rooms, the queue keeps its order, no place lies idle", () => {
    fc.assert(
      fc.property(firstWishes, fc.array(step, { maxLength: 80, size: "max" }), (wishes, more) => {
        const steps = [...wishes.map((at, index) => ({ do: "enrol" as const, who: PEOPLE[index] ?? "", at })), ...more];
        let world = newWorld();
        const wanted = new Set<string>();
        for (const next of steps) {
          const before = world;
          try {
            const done = perform(before, next);
            expectRoom(before, done);
            world = settled(done, expectTurn);
          } catch (error) {
            if (!(error instanceof Refusal)) throw error;
            continue;
          }
          if (next.do === "enrol") wanted.add(`${next.at} ${next.who}`);
          if (next.do === "give_back") wanted.delete(`${next.at} ${next.who}`);
          expect(enrolledIn(world).sort()).toEqual([...wanted].sort());
          expectRoom(before, world);
          expectNobodyIsTwice(world);
          expectNobodyWaitsInVain(world);
          if (next.do === "enrol") {
            const { bookings } = courseAt(world, next.at);
            expect(bookings.filter(({ volunteerId, kind }) => kind === "excused" && volunteerId === next.who)).toEqual(
              [],
            );
          }
        }
      }),
      { numRuns: 500 },
    );
  });
});
