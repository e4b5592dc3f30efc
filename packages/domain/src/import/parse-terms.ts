import { foldText, isBlank, wordsOf } from "./fold-text.ts";
import { Notes } from "./reading.ts";
import type { Reading } from "./reading.ts";
import { TERM_SYNONYMS } from "./term-synonyms.ts";

/** A topic or interest of a network: its key and what it is called in any language. */
export interface KnownTerm {
  readonly key: string;
  readonly labels: readonly string[];
}

/** Reads topics or interests by the network's labels and by common other words for the default ones. */
export interface TermReader {
  readonly read: (text: string) => Reading<string[]>;
}

export function createTermReader(terms: readonly KnownTerm[]): TermReader {
  const keyByName = new Map<string, string>();
  for (const { key } of terms) {
    for (const synonym of TERM_SYNONYMS[key]?.split(", ") ?? []) keyByName.set(foldText(synonym), key);
  }
  for (const { key, labels } of terms) for (const name of [key, ...labels]) keyByName.set(foldText(name), key);
  return { read: (text) => readTerms(text, keyByName) };
}

function readTerms(text: string, keyByName: ReadonlyMap<string, string>): Reading<string[]> {
  if (isBlank(text)) return { value: [], notes: [] };
  const whole = keyByName.get(foldText(text));
  if (whole !== undefined) return { value: [whole], notes: [] };
  const notes = new Notes();
  const keys = new Set<string>();
  for (const piece of text.split(/[,;/|+&\n\r•·،؛]|\s+(?:und|and|sowie|et)\s+/i)) {
    if (isBlank(piece)) continue;
    const exact = keyByName.get(foldText(piece.replaceAll(/["'„“”()]/g, " ")));
    if (exact !== undefined) {
      keys.add(exact);
      continue;
    }
    const loose = looseMatches(piece, keyByName);
    for (const key of loose) keys.add(key);
    notes.add(loose.size === 0 ? "not_understood" : "read_loosely", piece.trim());
  }
  return { value: [...keys], notes: notes.list() };
}

/** Known names of four letters or more at the beginning of a word: "Hilfe bei Behördensachen", "Begleitung zu Ämtern". */
function looseMatches(piece: string, keyByName: ReadonlyMap<string, string>): Set<string> {
  const folded = wordsOf(piece)
    .map((word) => ` ${word.folded}`)
    .join("");
  const keys = new Set<string>();
  for (const [name, key] of keyByName) {
    if (name.length >= 4 && folded.includes(` ${name}`)) keys.add(key);
  }
  return keys;
}
