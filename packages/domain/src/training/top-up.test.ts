import { describe, expect, it } from "vitest";
import { refusalOf } from "../test-support/refusal-of.ts";
import { requireTopicsOpen } from "../stammtisch.ts";
import { isTopUpTopic, rankTopics, requireTopUpAllowed, topicsCountSince } from "./top-up.ts";

describe("a top-up", () => {
  it.each([
    ["somebody new finds the course first", "top_up", false, false, "certificate_needed"],
    ["Martin with his certificate may come", "top_up", true, false, null],
    ["Lena, whom the coordinator let through without one, may come", "top_up", false, true, null],
    ["a course is open to somebody new", "course", false, false, null],
  ] as const)("%s", (_, purpose, hasValidCertificate, hasOverride, refused) => {
    expect(refusalOf(() => requireTopUpAllowed(purpose, { hasValidCertificate, hasOverride }))).toBe(refused);
  });
});

describe("topics of a Stammtisch", () => {
  const NOW = new Date("2026-03-01T18:00:00Z");

  it("are ranked by how many meetings raised them, ties in the order of the list", () => {
    const counts = new Map([
      ["housing", 2],
      ["trauma", 2],
      ["digital", 5],
      ["conflicts", 0],
    ] as const);
    expect(rankTopics(counts)).toEqual([
      { topic: "digital", meetings: 5 },
      { topic: "trauma", meetings: 2 },
      { topic: "housing", meetings: 2 },
    ]);
    expect(rankTopics(new Map())).toEqual([]);
  });

  it("are noted from the beginning of the meeting on, and not of one that was cancelled", () => {
    const meeting = { startsAt: NOW, cancelledAt: null };
    expect(refusalOf(() => requireTopicsOpen(meeting, new Date("2026-03-01T17:59:59Z")))).toBe("stammtisch_not_begun");
    expect(refusalOf(() => requireTopicsOpen(meeting, NOW))).toBeNull();
    expect(refusalOf(() => requireTopicsOpen(meeting, new Date("2027-03-01T18:00:00Z")))).toBeNull();
    expect(refusalOf(() => requireTopicsOpen({ ...meeting, cancelledAt: NOW }, NOW))).toBe("stammtisch_cancelled");
  });

  it("count for a year, and only while they are on the list", () => {
    expect(topicsCountSince(NOW)).toEqual(new Date("2025-03-01T18:00:00Z"));
    expect([isTopUpTopic("trauma"), isTopUpTopic("religion")]).toEqual([true, false]);
  });
});
