import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseLanguages } from "./parse-languages.ts";
import type { ReadingNoteCode } from "./reading.ts";

type Notes = Readonly<Partial<Record<ReadingNoteCode, string>>>;

/** A cell, the languages as "code:level", and what is remarked about it. */
const rows: readonly [cell: string, languages: string, notes?: Notes][] = [
  [
    "Türkisch,Kürdisch",
    "tr:conversational kmr:conversational",
    { level_assumed: "Türkisch, Kürdisch", language_assumed: "Kürdisch" },
  ],
  ["French (A1)", "fr:basic"],
  ["Arabisch Muttersprache, Deutsch B1", "ar:native de:conversational"],
  ["Arabisch (Muttersprache) / Deutsch C1", "ar:native de:fluent"],
  ["Muttersprache: Arabisch", "ar:native"],
  ["Ukrainisch (Muttersprache), Russian fluent", "uk:native ru:fluent"],
  ["Türkisch; Deutsch fließend", "tr:conversational de:fluent", { level_assumed: "Türkisch" }],
  ["Tigrinya, etwas Deutsch", "ti:conversational de:basic", { level_assumed: "Tigrinya" }],
  ["Deutsch – Spanisch (Grundkenntnisse)", "de:conversational es:basic", { level_assumed: "Deutsch" }],
  ["sehr gutes Englisch und gute Deutschkenntnisse", "en:fluent de:conversational"],
  ["Deutsch A2/B1", "de:basic"],
  ["Deutsch (B2 - C1, telc)", "de:conversational"],
  ["Kurdisch (Sorani) C1", "ckb:fluent"],
  ["Kurdisch Kurmandschi", "kmr:conversational", { level_assumed: "Kurmandschi" }],
  ["Dari / Farsi", "prs:conversational fa:conversational", { level_assumed: "Dari, Farsi" }],
  ["العربية", "ar:conversational", { level_assumed: "العربية" }],
  ["Українська, русский B2", "uk:conversational ru:conversational", { level_assumed: "Українська" }],
  ["tuerkisch C2, FRANZOESISCH c1", "tr:fluent fr:fluent"],
  ["DE C2, EN", "de:fluent en:conversational", { level_assumed: "EN" }],
  ["Serbo-Kroatisch C1", "sr:fluent", { language_assumed: "Serbo Kroatisch" }],
  ["Deutsch B1, deutsch C1", "de:fluent", { language_repeated: "deutsch" }],
  ["Arabisch C1, kein Deutsch", "ar:fluent", { language_denied: "Deutsch" }],
  ["Deutsch C1; Klingonisch", "de:fluent", { not_understood: "Klingonisch" }],
  ["Deutsch C1 (Frau P. fragen)", "de:fluent", { not_understood: "Frau, P, fragen" }],
  ["", ""],
  ["-", ""],
  ["keine Angabe", ""],
];

describe("a cell with languages", () => {
  for (const [cell, languages, notes = {}] of rows) {
    it(`"${cell}": ${languages || "none"}`, () => {
      const reading = parseLanguages(cell);
      expect(reading.value.map(({ code, level }) => `${code}:${level}`).join(" ")).toBe(languages);
      expect(Object.fromEntries(reading.notes.map(({ code, text }) => [code, text]))).toEqual(notes);
    });
  }

  it("more than ten languages are cut, and the rest is named", () => {
    const cell = "de C1, en C1, fr C1, it C1, es C1, pt C1, pl C1, ro C1, bg C1, sq C1, Tamil C1";
    const { value, notes } = parseLanguages(cell);
    expect(value).toHaveLength(10);
    expect(notes).toEqual([{ code: "too_many", text: "Tamil" }]);
  });

  it("drops no word silently, whatever stands there", () => {
    const word = fc.stringMatching(/^zz[a-z]{3,8}$/);
    fc.assert(
      fc.property(fc.array(word, { minLength: 1 }), fc.constantFrom(", ", " / ", " ", "; "), (words, separator) => {
        const { value, notes } = parseLanguages(["Arabisch C1", ...words].join(separator));
        expect(value).toEqual([{ code: "ar", level: "fluent" }]);
        const left = notes.find(({ code }) => code === "not_understood")?.text.split(", ");
        expect(new Set(left)).toEqual(new Set(words));
      }),
    );
  });

  it("never fails, not even on noise", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme", maxLength: 60 }), (noise) => {
        const { value } = parseLanguages(noise);
        expect(new Set(value.map(({ code }) => code)).size).toBe(value.length);
      }),
    );
  });
});
