import fc from "fast-check";
import { expect, it } from "vitest";
import { completedAt } from "./completed-at.ts";
import { courseProgress, type SessionMark } from "./course-progress.ts";
import { DEFAULT_CURRICULUM } from "./curriculum.ts";

const day = (number: number): Date => new Date(Date.UTC(2026, 0, number, 17));

it("a course is complete on the day of the last evening that was missing", () => {
  const keys = ["role_and_limits", "city_administration", "social_security", "intercultural_competence"];
  const marks = keys.map((moduleKey, week): SessionMark => {
    return { moduleKey, courseId: "winter", heldAt: day(7 * (week + 1)), mark: "present", minutes: 120 };
  });
  expect(completedAt(DEFAULT_CURRICULUM, marks.toReversed())).toEqual(day(28));
  expect(completedAt(DEFAULT_CURRICULUM, marks.slice(1))).toBeNull();
});

it("is the first day that the progress up to it was complete", () => {
  const mark = fc.record({
    moduleKey: fc.constantFrom(...DEFAULT_CURRICULUM.modules.map(({ key }) => key)),
    courseId: fc.constantFrom("winter", "spring"),
    heldAt: fc.integer({ min: 1, max: 60 }).map(day),
    mark: fc.constantFrom("present" as const, "absent" as const),
    minutes: fc.integer({ min: 0, max: 120 }),
  });
  fc.assert(
    fc.property(fc.array(mark, { minLength: 4, maxLength: 14 }), (marks) => {
      const days = [...new Set(marks.map(({ heldAt }) => heldAt.getTime()))].sort((a, b) => a - b);
      const first = days.find(
        (time) =>
          courseProgress(
            DEFAULT_CURRICULUM,
            marks.filter(({ heldAt }) => heldAt.getTime() <= time),
          ).isComplete,
      );
      expect(completedAt(DEFAULT_CURRICULUM, marks)?.getTime()).toBe(first);
    }),
  );
});
