import type { PlanComparisonView } from "@augenhoehe/contract";
import { describe, expect, it } from "vitest";
import type { ReasonWords } from "#lib/messages/reason-message.ts";
import { changeWords, costSentences } from "./change-words.ts";

const WORDS: ReasonWords = {
  language: (code) => code,
  district: (key) => key,
  term: (key) => key,
  list: (words) => new Intl.ListFormat("de").format(words),
  number: String,
};
const plain = (sentences: readonly string[]): string => sentences.join(" ").replaceAll(/[\u2068\u2069]/g, "");

const NOBODY: PlanComparisonView = {
  moved: [],
  newlyServed: [],
  noLongerServed: [],
  counts: { moved: 0, newlyServed: 0, noLongerServed: 0, kept: 12 },
  served: 0,
  priorityServed: 0,
  points: 0,
  bonus: 0,
};
const at = (name: string) => ({ mentorId: name, name, points: 70 });
const unserved = (...names: string[]) =>
  names.map((chosenName) => ({ requestId: chosenName, chosenName, by: at("Klaus") }));
const moved = (...names: string[]) =>
  names.map((chosenName) => ({ requestId: chosenName, chosenName, before: at("Klaus"), after: at("Maria") }));

describe("what another choice would cost", () => {
  it("names who would then wait on, and compares no sums of fewer pairs", () => {
    const cost = {
      ...NOBODY,
      noLongerServed: unserved("Rania"),
      counts: { ...NOBODY.counts, noLongerServed: 1 },
      served: -1,
      points: -70,
    };
    expect(plain(costSentences(cost, "Emeka", WORDS))).toBe("Dann wartet Rania weiter.");
  });

  it("says nothing about the one it is for", () => {
    const cost = { ...NOBODY, moved: moved("Emeka"), counts: { ...NOBODY.counts, moved: 1 }, points: -5 };
    expect(plain(costSentences(cost, "Emeka", WORDS))).toBe(
      "Für die anderen ändert sich nichts. Insgesamt passt es dann 5 Punkte schlechter.",
    );
  });

  it("names one other who gets somebody else, and counts several", () => {
    const one = { ...NOBODY, moved: moved("Emeka", "Rania"), counts: { ...NOBODY.counts, moved: 2 } };
    expect(plain(costSentences(one, "Emeka", WORDS))).toBe("Rania bekommt dann Maria statt Klaus.");
    const several = { ...one, moved: moved("Emeka", "Rania", "Yusuf"), counts: { ...NOBODY.counts, moved: 3 } };
    expect(plain(costSentences(several, "Emeka", WORDS))).toBe("2 andere bekommen dann jemand anderen.");
  });
});

describe("what a change did", () => {
  it("is said even where it did nothing", () => {
    expect(plain(changeWords(NOBODY, WORDS).sentences)).toBe("Sonst bleibt alles, wie es war.");
  });

  it("names the first few and counts the rest", () => {
    const names = ["Rania", "Emeka", "Yusuf", "Olha", "Sékou"];
    const change = {
      ...NOBODY,
      newlyServed: unserved(...names),
      counts: { ...NOBODY.counts, newlyServed: 5 },
      served: 5,
      points: 340,
    };
    expect(plain(changeWords(change, WORDS).sentences)).toBe(
      "Rania, Emeka, Yusuf und 2 weitere bekommen jetzt jemanden.",
    );
  });
});
