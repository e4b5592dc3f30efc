import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { measureFigures, unitsOf, visitFigures, type HeldSession, type Visit } from "./proof.ts";

const at = (day: number, hour: number): Date => new Date(Date.UTC(2026, 2, day, hour));
const FIRST: HeldSession = { sessionId: "first", courseId: "spring", startsAt: at(3, 17), endsAt: at(3, 19) };
const SECOND: HeldSession = { sessionId: "second", courseId: "spring", startsAt: at(10, 17), endsAt: at(10, 20) };

describe("a course in numbers", () => {
  it("counts people once, dates each time, and minutes as they were attended", () => {
    const visits: Visit[] = [
      { sessionId: "first", volunteerId: "anna", minutes: 120 },
      { sessionId: "first", volunteerId: "ben", minutes: 90 },
      { sessionId: "second", volunteerId: "anna", minutes: 180 },
      { sessionId: "second", volunteerId: "guest", minutes: 180 },
    ];
    expect(measureFigures([SECOND, FIRST], visits)).toEqual([
      {
        courseId: "spring",
        dates: [
          { sessionId: "first", minutes: 120, participants: 2, participantMinutes: 210 },
          { sessionId: "second", minutes: 180, participants: 2, participantMinutes: 360 },
        ],
        minutes: 300,
        participants: 3,
        participantMinutes: 570,
      },
    ]);
    expect(visitFigures(visits)).toEqual({ people: 3, visits: 4, visitMinutes: 570 });
  });

  it("a date that nobody came to was held all the same", () => {
    expect(measureFigures([FIRST], [])).toMatchObject([{ minutes: 120, participants: 0, participantMinutes: 0 }]);
  });

  it("who was there for no minute was not there", () => {
    expect(visitFigures([{ sessionId: "first", volunteerId: "late", minutes: 0 }])).toEqual({
      people: 0,
      visits: 0,
      visitMinutes: 0,
    });
  });

  it("units are as long as the curriculum says", () => {
    expect(unitsOf(120, 60)).toBe(2);
    expect(unitsOf(120, 45)).toBeCloseTo(2.667, 3);
  });

  it("equals a count by hand, whatever the order in which the rows come", () => {
    const sessions = fc.uniqueArray(
      fc.record({
        sessionId: fc.integer({ min: 0, max: 12 }).map(String),
        courseId: fc.constantFrom("spring", "summer", "autumn"),
        start: fc.integer({ min: 1, max: 20 }),
        hours: fc.integer({ min: 1, max: 4 }),
      }),
      { selector: ({ sessionId }) => sessionId },
    );
    const visits = fc.uniqueArray(
      fc.record({
        sessionId: fc.integer({ min: 0, max: 12 }).map(String),
        volunteerId: fc.constantFrom("anna", "ben", "chris", "dora"),
        minutes: fc.integer({ min: 0, max: 240 }),
      }),
      { selector: ({ sessionId, volunteerId }) => `${sessionId} ${volunteerId}` },
    );
    fc.assert(
      fc.property(sessions, visits, (planned, told) => {
        const held = planned.map(({ sessionId, courseId, start, hours }) => ({
          sessionId,
          courseId,
          startsAt: at(start, 8),
          endsAt: at(start, 8 + hours),
        }));
        const figures = measureFigures(held, told);
        expect(measureFigures(held.toReversed(), told.toReversed())).toEqual(figures);
        for (const measure of figures) {
          const own = held.filter(({ courseId }) => courseId === measure.courseId);
          const there = told.filter(
            ({ sessionId, minutes }) => minutes > 0 && own.some((session) => session.sessionId === sessionId),
          );
          expect(measure.dates).toHaveLength(own.length);
          expect(measure.participants).toBe(new Set(there.map(({ volunteerId }) => volunteerId)).size);
          expect(measure.participantMinutes).toBe(there.reduce((sum, { minutes }) => sum + minutes, 0));
          expect(measure.minutes).toBe(
            own.reduce((sum, { startsAt, endsAt }) => sum + (+endsAt - +startsAt) / 60_000, 0),
          );
          expect(measure.dates.reduce((sum, { participants }) => sum + participants, 0)).toBe(there.length);
        }
        expect(figures.reduce((sum, { dates }) => sum + dates.length, 0)).toBe(held.length);
      }),
    );
  });
});
