import { expect, it } from "vitest";
import { formats } from "./format.ts";
import { languageChoices, languageName } from "./language-name.ts";
import { speaking } from "./page-locale.ts";

it("an evening in summer is told in the network's own time, with weekday and clock", () => {
  expect(formats("de").dateTime("2026-07-14T16:30:00Z")).toBe("Dienstag, 14. Juli 2026 um 18:30");
});

it("an Arabic reader sees the same digits as in the German letter", () => {
  expect(formats("ar").shortDate("2026-03-04")).toMatch(/2026/);
});

it("a day without a time is that day everywhere", () => {
  expect(formats("de", "Pacific/Auckland").date("2026-03-04")).toBe(formats("de", "America/Lima").date("2026-03-04"));
});

it.each([
  [0.2, "weniger als einen Tag"],
  [1, "1 Tag"],
  [5.4, "5 Tage"],
  [20, "etwa 3 Wochen"],
  [95, "etwa 3 Monate"],
  [800, "etwa 2 Jahre"],
])("%s days of waiting are told as people say it: %s", (days, words) => {
  expect(speaking("de", () => formats("de").aboutDays(days))).toBe(words);
});

it("two weeks and eleven months take their own Arabic forms", () => {
  expect(speaking("ar", () => [formats("ar").aboutDays(14), formats("ar").aboutDays(335)])).toEqual([
    "نحو أسبوعين",
    "نحو 11 شهرًا",
  ]);
});

it.each(["de", "en", "ar"] as const)("every language has a name, and only one, in %s", (locale) => {
  const labels = languageChoices(locale).map(({ label }) => label);
  expect(labels.filter((label) => /^[a-z]{2,3}$/.test(label))).toEqual([]);
  expect(new Set(labels).size).toBe(labels.length);
});

it("Kurmanji and Sorani are told apart", () => {
  expect([languageName("kmr", "de"), languageName("ckb", "de")]).toEqual([
    "Kurdisch (Kurmandschi)",
    "Kurdisch (Sorani)",
  ]);
});
