import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { courseProgress } from "./course-progress.ts";
import type { SessionMark } from "./course-progress.ts";
import { curriculumHours, DEFAULT_CURRICULUM } from "./curriculum.ts";

const day = (number: number): Date => new Date(Date.UTC(2026, 0, number, 17));
const present = (moduleKey: string, heldAt: Date, courseId = "winter"): SessionMark => ({
  moduleKey,
  courseId,
  heldAt,
  mark: "present",
  minutes: 120,
});

const ALL = [
  present("city_administration", day(7)),
  present("social_security", day(14)),
  present("intercultural_competence", day(21)),
  present("role_and_limits", day(28)),
];

describe("the default curriculum", () => {
  it("is Dorsten's: four sessions of two hours, each with a title and topics", () => {
    expect(DEFAULT_CURRICULUM.modules).toHaveLength(4);
    expect(curriculumHours(DEFAULT_CURRICULUM)).toBe(8);
    expect(new Set(DEFAULT_CURRICULUM.modules.map(({ key }) => key)).size).toBe(4);
  });
});

describe("Martin's course", () => {
  it("is complete after four sessions", () => {
    const progress = courseProgress(DEFAULT_CURRICULUM, ALL);
    expect(progress).toMatchObject({ attendedCount: 4, missing: [], isComplete: true });
  });

  it("a missed module is made up in a later course of the same curriculum", () => {
    const [first, , third, fourth] = ALL;
    if (first === undefined || third === undefined || fourth === undefined) throw new Error("four sessions");
    const absent: SessionMark = { ...present("social_security", day(14)), mark: "absent", minutes: 0 };
    const before = courseProgress(DEFAULT_CURRICULUM, [first, absent, third, fourth]);
    expect(before.missing.map(({ key }) => key)).toEqual(["social_security"]);
    const madeUp = present("social_security", day(60), "spring");
    const after = courseProgress(DEFAULT_CURRICULUM, [first, absent, third, fourth, madeUp]);
    expect(after.isComplete).toBe(true);
    expect(after.modules[1]?.attended).toEqual({ heldAt: day(60), courseId: "spring", minutes: 120 });
  });

  it("a module attended twice counts once, on its first date; another course's module counts nothing", () => {
    const marks = [present("role_and_limits", day(40)), present("role_and_limits", day(28)), present("yoga", day(2))];
    const progress = courseProgress(DEFAULT_CURRICULUM, marks);
    expect(progress.attendedCount).toBe(1);
    expect(progress.modules[3]?.attended?.heldAt).toEqual(day(28));
  });

  it("who came late or left early has fewer hours, and makes them up in another course", () => {
    const half = ALL.map((mark) => ({ ...mark, minutes: 80 }));
    expect(courseProgress(DEFAULT_CURRICULUM, half)).toMatchObject({
      attendedCount: 4,
      missing: [],
      attendedMinutes: 320,
      requiredMinutes: 360,
      isComplete: false,
    });
    const madeUp = { ...present("social_security", day(60), "spring"), minutes: 120 };
    const after = courseProgress(DEFAULT_CURRICULUM, [...half, madeUp]);
    expect(after.attendedMinutes).toBe(360);
    expect(after.isComplete).toBe(true);
  });

  it("an optional module is not missing, and its hours count", () => {
    const modules = DEFAULT_CURRICULUM.modules.map((module, index) => ({ ...module, compulsory: index < 3 }));
    const progress = courseProgress({ ...DEFAULT_CURRICULUM, modules }, ALL.slice(0, 3));
    expect(progress).toMatchObject({ attendedCount: 3, missing: [], isComplete: true });
    const stricter = { ...DEFAULT_CURRICULUM, modules, minHoursPercent: 100 };
    expect(courseProgress(stricter, ALL.slice(0, 3)).isComplete).toBe(false);
    expect(courseProgress(stricter, ALL).isComplete).toBe(true);
  });

  it("a curriculum without modules gives nobody a certificate", () => {
    expect(courseProgress({ title: "leer", modules: [], minHoursPercent: 0 }, []).isComplete).toBe(false);
  });

  it("one more attendance never takes a module away, and order does not matter", () => {
    const keys = [...DEFAULT_CURRICULUM.modules.map(({ key }) => key), "other"];
    const mark = fc.record({
      moduleKey: fc.constantFrom(...keys),
      courseId: fc.constantFrom("winter", "spring"),
      heldAt: fc.integer({ min: 1, max: 90 }).map(day),
      mark: fc.constantFrom("present" as const, "absent" as const),
      minutes: fc.integer({ min: 0, max: 150 }),
    });
    fc.assert(
      fc.property(fc.array(mark), mark, (marks, more) => {
        const progress = courseProgress(DEFAULT_CURRICULUM, marks);
        expect(courseProgress(DEFAULT_CURRICULUM, marks.toReversed())).toEqual(progress);
        const after = courseProgress(DEFAULT_CURRICULUM, [...marks, more]);
        expect(after.attendedCount).toBeGreaterThanOrEqual(progress.attendedCount);
        expect(after.attendedMinutes).toBeGreaterThanOrEqual(progress.attendedMinutes);
        expect(after.attendedMinutes).toBeLessThanOrEqual(8 * 60);
      }),
    );
  });
});
