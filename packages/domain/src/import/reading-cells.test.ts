import { describe, expect, it } from "vitest";
import { DEFAULT_INTERESTS, DEFAULT_TOPICS } from "../people.ts";
import { foldText } from "./fold-text.ts";
import { parseForWhom, parseGender, parseYesNo } from "./parse-choice.ts";
import { parseDate } from "./parse-date.ts";
import { createDistrictReader } from "./parse-district.ts";
import { parseAgeBand, parseNumber } from "./parse-number.ts";
import { createTermReader } from "./parse-terms.ts";
import type { Reading, ReadingNoteCode } from "./reading.ts";
import { TERM_SYNONYMS } from "./term-synonyms.ts";

type Row = readonly [cell: string, value: unknown, note?: ReadingNoteCode];

function readsAs(what: string, read: (cell: string) => Reading<unknown>, rows: readonly Row[]): void {
  describe(what, () => {
    for (const [cell, value, note] of rows) {
      it(`"${cell}" is ${JSON.stringify(value)}${note === undefined ? "" : `, with a remark: ${note}`}`, () => {
        const reading = read(cell);
        expect(reading.value).toEqual(value);
        expect(reading.notes.map(({ code }) => code)).toEqual(note === undefined ? [] : [note]);
      });
    }
  });
}

readsAs("a cell with a gender, or a wish for one", parseGender, [
  ["w", "female"],
  ["Frau", "female"],
  ["Mentorin", "female"],
  ["nur Frauen", "female"],
  [" F ", "female"],
  ["männlich", "male"],
  ["Herr Müller", "male", "read_loosely"],
  ["divers", "diverse"],
  ["nicht-binär", "diverse"],
  ["egal", null],
  ["m/w", null],
  ["Mentor:in", null],
  ["nicht männlich", null, "not_understood"],
  ["Frau oder Mann", null, "several_meanings"],
  ["Klingone", null, "not_understood"],
  ["", null],
]);

readsAs("a cell that says for whom", parseForWhom, [
  ["ich", "self"],
  ["selbst", "self"],
  ["mit Kind", "with_child"],
  ["mit 2 Kindern", "with_child", "read_loosely"],
  ["Familie mit Kind", "with_child", "read_loosely"],
  ["Familie", "family"],
  ["Gruppe", "group"],
  ["ohne Kinder", null, "not_understood"],
  ["Katze", null, "not_understood"],
]);

readsAs("a cell with yes or no", parseYesNo, [
  ["ja", true],
  ["X", true],
  ["Nein", false],
  ["0", false],
  ["", null],
  ["vielleicht", null, "not_understood"],
]);

readsAs("a cell with a number from 1 to 20", (cell) => parseNumber(cell, { min: 1, max: 20 }), [
  ["2", 2],
  ["3 ", 3],
  ["zwei", 2],
  ["eine", 1],
  ["max. 2", 2],
  ["10 km", 10],
  ["2,5", 2.5],
  ["٣", 3],
  ["1 bis 2", null, "several_meanings"],
  ["99", null, "out_of_range"],
  ["viele", null, "not_understood"],
  ["", null],
]);

readsAs("a cell with an age, in 2026", (cell) => parseAgeBand(cell, 2026), [
  ["34", "27_39"],
  ["17", "under_18"],
  ["18", "18_26"],
  ["60", "60_plus"],
  ["Jg. 1992", "27_39"],
  ["1958", "60_plus"],
  ["12.03.1992", "27_39"],
  ["18–26", "18_26"],
  ["60+", "60_plus"],
  ["über 60", "60_plus"],
  ["unter 18", "under_18"],
  ["Mitte 40", "40_59"],
  ["30-50", null, "several_meanings"],
  ["über 26", null, "several_meanings"],
  ["unter 30", null, "several_meanings"],
  ["340", null, "out_of_range"],
  ["alt", null, "not_understood"],
  ["", null],
]);

readsAs("a cell with a date", parseDate, [
  ["03.02.2026", "2026-02-03"],
  ["1.3.2026", "2026-03-01"],
  ["2026-02-11", "2026-02-11"],
  ["Mo, 3.2.2026", "2026-02-03"],
  ["3. Februar 2026", "2026-02-03"],
  ["12. März 2026", "2026-03-12"],
  ["3 Mar 2026", "2026-03-03"],
  ["46056", "2026-02-03"],
  ["2026-02-11T00:00:00.000Z", "2026-02-11"],
  ["2026-02-11 00:00:00", "2026-02-11"],
  ["٠٣.٠٢.٢٠٢٦", "2026-02-03"],
  ["13/02/2026", "2026-02-13"],
  ["14.2.26", "2026-02-14", "century_assumed"],
  ["14.2.71", "1971-02-14", "century_assumed"],
  ["03/02/2026", "2026-02-03", "day_first_assumed"],
  ["03.02.2026 14:30 Uhr", "2026-02-03", "time_of_day_ignored"],
  ["31.02.2026", null, "impossible_date"],
  ["Feb 2026", null, "not_understood"],
  ["bald", null, "not_understood"],
  ["", null],
]);

const districts = createDistrictReader([
  { key: "rheydt", name: "Rheydt", postalCodes: ["41236"] },
  { key: "odenkirchen", name: "Odenkirchen", postalCodes: ["41199"] },
  { key: "odenkirchen-mitte", name: "Odenkirchen-Mitte", postalCodes: ["41199"] },
  { key: "gladbach", name: "Gladbach", postalCodes: ["41061"] },
  { key: "eicken", name: "Eicken", postalCodes: ["41065"] },
  { key: "luerrip", name: "Lürrip", postalCodes: [] },
]);
readsAs("a cell with a Stadtteil or a postal code", districts.read, [
  ["Rheydt", "rheydt"],
  ["LUERRIP", "luerrip"],
  ["41065", "eicken"],
  ["Odenkirchen-Mitte", "odenkirchen-mitte"],
  ["Odenkirchen Mitte", "odenkirchen-mitte"],
  ["Mönchengladbach-Odenkirchen", "odenkirchen", "read_loosely"],
  ["Rheydt / 41236", "rheydt", "read_loosely"],
  ["MG 41065", "eicken"],
  ["41199", null, "several_meanings"],
  ["Mönchengladbach", null, "not_understood"],
  ["Atlantis", null, "not_understood"],
  ["", null],
]);

const topics = createTermReader(DEFAULT_TOPICS.map((key) => ({ key, labels: [] })));
readsAs("a cell with topics", topics.read, [
  ["Briefe, Behörden", ["letters", "offices"]],
  ["Deutsch üben; Schule/Kita", ["german_practice", "school_childcare"]],
  ["Schule und Kita", ["school_childcare"]],
  ["Behördengänge", ["offices"]],
  ["Begleitung zu Ämtern", ["offices"], "read_loosely"],
  ["Hausordnung, Mülltrennung", ["house_rules"]],
  ["Sonstiges", [], "not_understood"],
  ["", []],
]);

const interests = createTermReader([
  ...DEFAULT_INTERESTS.map((key) => ({ key, labels: [] })),
  { key: "bees", labels: ["Imkern", "تربية النحل"] },
]);
readsAs("a cell with interests", interests.read, [
  ["Kochen, Garten", ["cooking", "gardening"]],
  ["Fußball · Schach", ["football", "chess"]],
  ['"Backgammon", Schach', ["board_games", "chess"]],
  ["كرة القدم", ["football"]],
  ["imkern", ["bees"]],
  ["تربية النحل", ["bees"]],
  ["Rad fahren & schwimmen", ["cycling", "swimming"]],
  ["Extrembügeln", [], "not_understood"],
]);

describe("other words for topics and interests", () => {
  it("belong to default terms, and no word to two interests or two topics", () => {
    const known: readonly string[] = [...DEFAULT_TOPICS, ...DEFAULT_INTERESTS];
    for (const key of Object.keys(TERM_SYNONYMS)) expect(known).toContain(key);
    for (const keys of [DEFAULT_TOPICS, DEFAULT_INTERESTS]) {
      const words = keys.flatMap((key) => [...new Set(TERM_SYNONYMS[key]?.split(", ").map(foldText))]);
      expect(words.filter((word, index) => words.indexOf(word) !== index)).toEqual([]);
    }
  });

  it("a network's own label wins over a common word", () => {
    const reader = createTermReader([
      { key: "offices", labels: ["Begleitung"] },
      { key: "my_letters", labels: ["Behörden"] },
    ]);
    expect(reader.read("Behörden").value).toEqual(["my_letters"]);
  });
});
