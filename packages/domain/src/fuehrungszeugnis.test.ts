import { describe, expect, it } from "vitest";
import {
  asksForFuehrungszeugnis,
  decideFuehrungszeugnis,
  fuehrungszeugnisDeleteOn,
  isFuehrungszeugnisValid,
} from "./fuehrungszeugnis.ts";
import { addMonths, isoDateOf } from "./iso-date.ts";
import { refusalOf } from "./test-support/refusal-of.ts";

const entry = { inspectedOn: "2026-03-10", certificateDate: "2026-02-28", listedConviction: false };

describe("Martin's Führungszeugnis", () => {
  it("is valid until the certificate is as old as the network allows, that day included", () => {
    expect(isFuehrungszeugnisValid(entry, "2029-02-28", 36)).toBe(true);
    expect(isFuehrungszeugnisValid(entry, "2029-03-01", 36)).toBe(false);
  });

  it("with a listed conviction is never valid", () => {
    expect(isFuehrungszeugnisValid({ ...entry, listedConviction: true }, "2026-03-11", 36)).toBe(false);
  });

  it("that was never inspected is not valid", () => {
    expect(isFuehrungszeugnisValid(null, "2026-03-11", 36)).toBe(false);
  });

  const today = "2026-03-11";
  it("may be entered only where his task needs it", () => {
    expect(refusalOf(() => decideFuehrungszeugnis(entry, { isNeeded: false, today }))).toBe(
      "fuehrungszeugnis_not_needed",
    );
  });

  it("cannot have been inspected tomorrow, nor before it was issued", () => {
    const tomorrow = { ...entry, inspectedOn: "2026-03-12" };
    const tooEarly = { ...entry, inspectedOn: "2026-02-27" };
    for (const wrong of [tomorrow, tooEarly]) {
      expect(refusalOf(() => decideFuehrungszeugnis(wrong, { isNeeded: true, today }))).toBe(
        "fuehrungszeugnis_date_in_future",
      );
    }
  });

  it("keeps the three lawful facts and nothing else that was sent along", () => {
    const chatty = { ...entry, note: "2019 Ladendiebstahl" };
    expect(decideFuehrungszeugnis(chatty, { isNeeded: true, today })).toEqual(entry);
  });

  it("is deleted at once when nothing follows, and three months after the end otherwise", () => {
    const facts = { inspectedOn: "2026-03-10", activityFollows: true, activityEndedOn: null };
    expect(fuehrungszeugnisDeleteOn(facts)).toBeNull();
    expect(fuehrungszeugnisDeleteOn({ ...facts, activityFollows: false })).toBe("2026-03-10");
    expect(fuehrungszeugnisDeleteOn({ ...facts, activityEndedOn: "2026-11-30" })).toBe("2027-02-28");
  });
});

describe("a Führungszeugnis is asked for", () => {
  const self = { forWhom: "self", ageBand: "27_39", involvesMinors: false, inReceptionCentre: false } as const;
  const rows = [
    ["not for a grown-up alone", self, false],
    ["where children are", { ...self, involvesMinors: true }, true],
    ["in a reception centre", { ...self, inReceptionCentre: true }, true],
    ["for a mother with her child", { ...self, forWhom: "with_child" }, true],
    ["for somebody under 18", { ...self, ageBand: "under_18" }, true],
    ["not for a group of grown-ups", { ...self, forWhom: "group" }, false],
    ["not where the age is unknown", { ...self, ageBand: null }, false],
  ] as const;
  for (const [sentence, request, expected] of rows) {
    it(sentence, () => {
      expect(asksForFuehrungszeugnis(request)).toBe(expected);
    });
  }
});

describe("calendar days", () => {
  it("a month after 31 January is the last of February", () => {
    expect(addMonths("2026-01-31", 1)).toBe("2026-02-28");
    expect(addMonths("2024-01-31", 1)).toBe("2024-02-29");
    expect(addMonths("2026-11-15", 3)).toBe("2027-02-15");
  });

  it("30 February is no day", () => {
    expect(isoDateOf(2026, 2, 30)).toBeNull();
    expect(isoDateOf(2026, 13, 1)).toBeNull();
    expect(isoDateOf(2024, 2, 29)).toBe("2024-02-29");
  });
});
