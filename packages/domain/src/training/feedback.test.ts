import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { refusalOf } from "../test-support/refusal-of.ts";
import {
  FEEDBACK_FACES,
  feedbackState,
  isFeedbackGroup,
  mayShowLeftOver,
  requireFeedbackOpen,
  summariseFeedback,
  type FeedbackAnswer,
} from "./feedback.ts";

const END = new Date("2026-11-10T19:00:00Z");
const session = { endsAt: END, cancelledAt: null };
const later = (days: number): Date => new Date(END.getTime() + days * 86_400_000);
const ida = { attended: true, given: false };

const answer = (sessionId: string, given: Partial<FeedbackAnswer> = {}): FeedbackAnswer => ({
  sessionId,
  face: "good",
  sentence: null,
  shownWith: null,
  ...given,
});

describe("Ida was there on Tuesday", () => {
  it("is asked from the end of the evening on, for four weeks", () => {
    expect(feedbackState(session, ida, new Date(END.getTime() - 1))).toBe("ahead");
    expect(feedbackState(session, ida, END)).toBe("open");
    expect(feedbackState(session, ida, new Date(later(28).getTime() - 1))).toBe("open");
    expect(feedbackState(session, ida, later(28))).toBe("over");
  });

  it("is told why an answer is not taken", () => {
    const refused = (own: typeof ida, now: Date, of = session) => refusalOf(() => requireFeedbackOpen(of, own, now));
    expect(refused(ida, later(-1))).toBe("feedback_not_open");
    expect(refused(ida, later(28))).toBe("feedback_not_open");
    expect(refused({ attended: false, given: false }, later(1))).toBe("feedback_not_attended");
    expect(refused({ attended: true, given: true }, later(1))).toBe("feedback_given_already");
    expect(refused({ attended: true, given: true }, later(40))).toBe("feedback_given_already");
    expect(() => requireFeedbackOpen(session, ida, later(1))).not.toThrow();
  });

  it("nobody is asked about an evening that was cancelled", () => {
    const cancelled = { ...session, cancelledAt: later(-2) };
    expect(feedbackState(cancelled, ida, later(1))).toBe("not_attended");
  });
});

describe("what the trainer reads", () => {
  it("four answers are nothing, not even a number", () => {
    expect(isFeedbackGroup(4)).toBe(false);
    expect(isFeedbackGroup(5)).toBe(true);
    expect(summariseFeedback([1, 2, 3, 4].map(() => answer("a")))).toBeNull();
  });

  it("counts faces and keeps sentences of those that may be read, and of no others", () => {
    const shown = [
      answer("a", { shownWith: "session", sentence: "Gute Beispiele" }),
      answer("a", { shownWith: "session", face: "all_right" }),
      answer("a", { shownWith: "session", face: "not_good", sentence: "Zu schnell" }),
    ];
    expect(summariseFeedback([...shown, answer("a", { sentence: "bleibt hier" })])).toEqual({
      answers: 3,
      faces: { good: 1, all_right: 1, not_good: 1 },
      sentences: ["Gute Beispiele", "Zu schnell"],
    });
  });

  it("what single evenings could not show is read together when nobody can answer any more", () => {
    const evenings = [session, { endsAt: later(7), cancelledAt: null }];
    const rest = ["a", "a", "a", "b", "b"].map((id) => answer(id));
    expect(mayShowLeftOver(evenings, rest, later(34))).toBe(false);
    expect(mayShowLeftOver(evenings, rest, later(35))).toBe(true);
    expect(mayShowLeftOver(evenings, rest.slice(1), later(35))).toBe(false);
    const withCancelled = [...evenings, { endsAt: later(90), cancelledAt: END }];
    expect(mayShowLeftOver(withCancelled, rest, later(35))).toBe(true);
  });

  it("never changes by fewer than five answers, in whatever order and number they come", () => {
    const face = fc.constantFrom(...FEEDBACK_FACES);
    fc.assert(
      fc.property(fc.array(face, { maxLength: 60 }), (faces) => {
        let stored: FeedbackAnswer[] = [];
        let before = 0;
        for (const given of faces) {
          const held = [...stored.filter(({ shownWith }) => shownWith === null), answer("a", { face: given })];
          const shown = stored.filter(({ shownWith }) => shownWith !== null);
          const shownWith = isFeedbackGroup(held.length) ? ("session" as const) : null;
          stored = [...shown, ...held.map((row) => ({ ...row, shownWith }))];
          const now = summariseFeedback(stored)?.answers ?? 0;
          expect(now === before || now - before >= 5).toBe(true);
          before = now;
        }
      }),
    );
  });
});
