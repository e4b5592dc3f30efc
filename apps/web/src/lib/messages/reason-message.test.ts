import { slotsToMask } from "@augenhoehe/domain";
import { expect, it } from "vitest";
import { formats } from "#lib/server/format.ts";
import { languageName } from "#lib/server/language-name.ts";
import { speaking } from "#lib/server/page-locale.ts";
import { fieldMessage } from "./field-message.ts";
import { exclusionMessage, reasonMessage, type ReasonWords } from "./reason-message.ts";
import { termLabel } from "./term-label.ts";

const words = (locale: "de" | "ar"): ReasonWords => ({
  language: (code) => languageName(code, locale),
  district: (key) => key,
  term: (key) => termLabel(key),
  list: formats(locale).list,
  number: formats(locale).number,
});
const inGerman = (code: string, facts: Record<string, string | number | null> = {}) =>
  speaking("de", () => reasonMessage({ code, facts }, words("de")));

it("a coordinator reads why two people fit", () => {
  expect(inGerman("shared_language", { language: "ar", level: "fluent", second: "de" })).toBe(
    "Beide sprechen Arabisch (fließend) und auch Deutsch",
  );
  expect(inGerman("distance", { km: 0.4 })).toBe("Weniger als 1 km voneinander entfernt");
  expect(inGerman("shared_topics", { topics: "letters", asked: 2, interests: "cooking,music" })).toBe(
    "Bietet Briefe verstehen; gemeinsame Interessen: Kochen und Musik",
  );
});

it("common times are named, many of them only in part", () => {
  expect(inGerman("common_times", { slots: slotsToMask(["tue_evening"]), count: 1 })).toBe(
    "Gemeinsame Zeit: Dienstagabend",
  );
  expect(inGerman("common_times", { slots: "mon_evening,tue_evening,wed_evening,thu_evening,fri_evening" })).toBe(
    "Gemeinsame Zeit: Montagabend, Dienstagabend, Mittwochabend und 2 weitere",
  );
});

it("a reason nobody wrote a sentence for still reads as a sentence", () => {
  expect(inGerman("constructor")).toBe("Dazu liegt kein Grund vor");
});

it("the same reason is read in Arabic", () => {
  const facts = { language: "ti", level: "native", second: null };
  expect(speaking("ar", () => reasonMessage({ code: "shared_language", facts }, words("ar")))).toBe(
    "كلاهما يتحدث التغرينية (اللغة الأم)",
  );
});

it("what is missing for eligibility is named", () => {
  const exclusion = { code: "not_eligible", facts: { missing: "interview,certificate" } } as const;
  expect(speaking("de", () => exclusionMessage(exclusion, words("de")))).toBe(
    "Kann noch nicht vorgeschlagen werden. Es fehlt: Gespräch mit der Koordination und Zertifikat des Kurses",
  );
});

it("a field's error says what to do, also where the code is new", () => {
  expect(speaking("de", () => [fieldMessage("too_short", { min: 15 }), fieldMessage("never_heard_of")])).toEqual([
    "Bitte mindestens 15 Zeichen.",
    "Bitte sehen Sie sich diese Angabe noch einmal an.",
  ]);
});
