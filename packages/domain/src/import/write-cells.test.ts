import fc from "fast-check";
import { expect, test } from "vitest";
import { AGE_BANDS, FOR_WHOM, GENDERS, LANGUAGE_CODES, LANGUAGE_LEVELS } from "../people.ts";
import { parseForWhom, parseGender, parseYesNo } from "./parse-choice.ts";
import { parseDate } from "./parse-date.ts";
import { parseLanguages } from "./parse-languages.ts";
import { parseAgeBand } from "./parse-number.ts";
import { createTermReader } from "./parse-terms.ts";
import { parseTimes } from "./parse-times.ts";
import {
  writeAgeBand,
  writeDate,
  writeForWhom,
  writeGender,
  writeLanguages,
  writeTimes,
  writeYesNo,
} from "./write-cells.ts";

const understood = <T>(value: T) => ({ value, notes: [] });

test("every language at every level reads back as it was written", () => {
  for (const code of LANGUAGE_CODES) {
    for (const level of LANGUAGE_LEVELS) {
      expect(parseLanguages(writeLanguages([{ code, level }]))).toEqual(understood([{ code, level }]));
    }
  }
});

test("somebody's languages read back in their order", () => {
  fc.assert(
    fc.property(
      fc.uniqueArray(
        fc.record({ code: fc.constantFrom(...LANGUAGE_CODES), level: fc.constantFrom(...LANGUAGE_LEVELS) }),
        {
          selector: ({ code }) => code,
          maxLength: 10,
        },
      ),
      (languages) => {
        expect(parseLanguages(writeLanguages(languages))).toEqual(understood(languages));
      },
    ),
  );
});

test("any week reads back as it was written", () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 2 ** 21 - 1 }), (slots) => {
      expect(parseTimes(writeTimes(slots))).toEqual(understood(slots));
    }),
    { numRuns: 500 },
  );
  expect(writeTimes(null)).toBe("");
});

test("choices, ages and days read back as they were written", () => {
  for (const gender of GENDERS) expect(parseGender(writeGender(gender))).toEqual(understood(gender));
  for (const band of AGE_BANDS) expect(parseAgeBand(writeAgeBand(band), 2026)).toEqual(understood(band));
  for (const one of FOR_WHOM) expect(parseForWhom(writeForWhom([one]))).toEqual(understood(one));
  for (const answer of [true, false]) expect(parseYesNo(writeYesNo(answer))).toEqual(understood(answer));
  expect(parseDate(writeDate("2026-02-03"))).toEqual(understood("2026-02-03"));
});

test("names that hold an 'und' or a comma are read whole before their words", () => {
  const reader = createTermReader([
    { key: "sew_knit", labels: ["Nähen und Stricken"] },
    { key: "sewing", labels: ["Nähen"] },
    { key: "letters", labels: ["Briefe, Formulare und Anträge"] },
  ]);
  expect(reader.read("Nähen und Stricken, Briefe, Formulare und Anträge")).toEqual(understood(["sew_knit", "letters"]));
  expect(reader.read("Nähen, Briefe, Formulare und Anträge")).toEqual(understood(["sewing", "letters"]));
});
