import { foldText, isBlank, wordsOf } from "./fold-text.ts";
import { Notes } from "./reading.ts";
import type { Reading } from "./reading.ts";
import { TERM_SYNONYMS } from "./term-synonyms.ts";

/** A topic or interest of a network: its key and what it is called in any language. */
export interface KnownTerm {
  readonly key: string;
  readonly labels: readonly string[];
}

/** "Briefe, Formulare und Anträge" has three. */
const LONGEST_NAME_IN_PIECES = 4;

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
  const pieces = piecesOf(text);
  for (let index = 0; index < pieces.length;) {
    const known = longestKnownRun(text, pieces.slice(index, index + LONGEST_NAME_IN_PIECES), keyByName);
    const words = text.slice(pieces[index]?.start, pieces[index]?.end);
    index += known?.length ?? 1;
    if (known !== null) keys.add(known.key);
    if (known !== null || isBlank(words)) continue;
    const loose = looseMatches(words, keyByName);
    for (const key of loose) keys.add(key);
    notes.add(loose.size === 0 ? "not_understood" : "read_loosely", words.trim());
  }
  return { value: [...keys], notes: notes.list() };
}

interface Piece {
  readonly start: number;
  readonly end: number;
}

function piecesOf(text: string): Piece[] {
  const pieces: Piece[] = [];
  let start = 0;
  for (const { 0: separator, index } of text.matchAll(/[,;/|+&\n\r•·،؛]|\s+(?:und|and|sowie|et)\s+/gi)) {
    pieces.push({ start, end: index });
    start = index + separator.length;
  }
  return [...pieces, { start, end: text.length }];
}

/** "Schule und Kita" is one name although its words could stand alone: the longest name from the first piece on. */
function longestKnownRun(
  text: string,
  pieces: readonly Piece[],
  keyByName: ReadonlyMap<string, string>,
): { readonly key: string; readonly length: number } | null {
  for (let length = pieces.length; length > 0; length--) {
    const words = text.slice(pieces[0]?.start, pieces[length - 1]?.end);
    const key = keyByName.get(foldText(words.replaceAll(/["'„“”()]/g, " ")));
    if (key !== undefined) return { key, length };
  }
  return null;
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
