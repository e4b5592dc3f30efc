import { LANGUAGE_CODES, LANGUAGE_LEVELS } from "../people.ts";
import type { LanguageCode, LanguageLevel, SpokenLanguage } from "../people.ts";
import { isBlank, wordsOf } from "./fold-text.ts";
import type { Word } from "./fold-text.ts";
import { languageWord, LONGEST_NAME_IN_WORDS } from "./language-names.ts";
import type { LanguageWord } from "./language-names.ts";
import { Notes } from "./reading.ts";
import type { Reading } from "./reading.ts";

/** A language without a level: good enough to talk, and said so. */
const ASSUMED_LEVEL: LanguageLevel = "conversational";
const AT_MOST = 10;

interface Found {
  readonly code: LanguageCode;
  readonly raw: string;
  readonly isAssumed: boolean;
  level: LanguageLevel | null;
}

/**
 * "Türkisch,Kürdisch", "French (A1)", "Arabisch Muttersprache, Deutsch B1", "العربية": languages with their level. A
 * level belongs to the language before it, else to the one after it; of a span like "A2/B1" the lower one counts.
 */
export function parseLanguages(text: string): Reading<SpokenLanguage[]> {
  const notes = new Notes();
  if (isBlank(text)) return { value: [], notes: [] };
  const found = piecesOf(text).flatMap((piece) => readPiece(piece, notes));
  const languages = strongestOfEach(found, notes);
  for (const { raw } of languages.slice(AT_MOST)) notes.add("too_many", raw);
  return {
    value: languages.slice(0, AT_MOST).map(({ code, level }) => ({ code, level: level ?? ASSUMED_LEVEL })),
    notes: notes.list(),
  };
}

/** Split at separators that are not inside brackets; a span of levels becomes its lower end first. */
function piecesOf(text: string): string[] {
  const withLevels = text.replaceAll(/\b([ABC][0-2])\s*(?:[/–—-]|bis|to)\s*[ABC][0-2]\b/gi, "$1");
  const pieces: string[] = [];
  let depth = 0;
  let piece = "";
  for (const letter of withLevels) {
    if (letter === "(" || letter === "[") depth++;
    if (letter === ")" || letter === "]") depth = Math.max(0, depth - 1);
    if (depth === 0 && /[,;/|+&\n\r•،؛–—]/.test(letter)) {
      pieces.push(piece);
      piece = "";
    } else {
      piece += letter;
    }
  }
  return [...pieces, piece];
}

function readPiece(piece: string, notes: Notes): Found[] {
  const words = wordsOf(piece).flatMap(splitCompound);
  const byCode = readAsCode(words);
  if (byCode !== null) return [saidSo(byCode, notes)];
  const found: Found[] = [];
  let levelAhead: LanguageLevel | null = null;
  let isDenied = false;
  for (let index = 0; index < words.length;) {
    const { meaning, length, raw } = longestMatch(words, index);
    index += length;
    switch (meaning?.kind) {
      case undefined:
        notes.add("not_understood", raw);
        break;
      case "filler":
        break;
      case "denial":
        isDenied = true;
        break;
      case "level": {
        const last = found.at(-1);
        if (last !== undefined && last.level === null) last.level = meaning.level;
        else levelAhead = meaning.level;
        break;
      }
      case "language":
        if (isDenied) {
          notes.add("language_denied", raw);
          isDenied = false;
          break;
        }
        addLanguage(found, { code: meaning.code, raw, isAssumed: meaning.isAssumed, level: levelAhead });
        levelAhead = null;
    }
  }
  if (levelAhead !== null) notes.add("not_understood", piece.trim());
  return found.map((one) => saidSo(one, notes));
}

/** "Kurdisch (Sorani)" names one language twice, the second time exactly. */
function addLanguage(found: Found[], next: Found): void {
  const last = found.at(-1);
  const isMoreExact = last?.isAssumed === true && isKurdish(last.code) && isKurdish(next.code);
  if (isMoreExact) found.splice(-1, 1, { ...next, level: next.level ?? last.level });
  else found.push(next);
}

const isKurdish = (code: LanguageCode): boolean => code === "kmr" || code === "ckb";

function saidSo(found: Found, notes: Notes): Found {
  if (found.isAssumed) notes.add("language_assumed", found.raw);
  if (found.level === null) notes.add("level_assumed", found.raw);
  return found;
}

/** "DE" or "ar C1": codes are read only where nothing else stands, because "so", "am" and "es" are German words too. */
function readAsCode(words: readonly Word[]): Found | null {
  const [first, second, ...others] = words;
  if (first === undefined || others.length > 0) return null;
  const code = LANGUAGE_CODES.find((known) => known === first.folded);
  if (code === undefined) return null;
  if (second === undefined) return { code, raw: first.raw, isAssumed: false, level: null };
  const meaning = languageWord(second.folded);
  return meaning?.kind === "level" ? { code, raw: first.raw, isAssumed: false, level: meaning.level } : null;
}

function longestMatch(
  words: readonly Word[],
  start: number,
): { readonly meaning: LanguageWord | undefined; readonly length: number; readonly raw: string } {
  for (let length = LONGEST_NAME_IN_WORDS; length > 0; length--) {
    const run = words.slice(start, start + length);
    if (run.length < length) continue;
    const meaning = languageWord(run.map(({ folded }) => folded).join(" "));
    if (meaning !== undefined) return { meaning, length, raw: run.map(({ raw }) => raw).join(" ") };
  }
  return { meaning: undefined, length: 1, raw: words[start]?.raw ?? "" };
}

/** "Deutschkenntnisse", "Arabischgrundkenntnisse". */
function splitCompound(word: Word): Word[] {
  const match = /^(.+?)(grundkenntnisse|kenntnisse|muttersprachler(?:in)?)$/.exec(word.folded);
  if (match === null || languageWord(word.folded) !== undefined) return [word];
  const [, language = "", rest = ""] = match;
  return [
    { folded: language, raw: word.raw },
    { folded: rest, raw: word.raw },
  ];
}

function strongestOfEach(found: readonly Found[], notes: Notes): Found[] {
  const byCode = new Map<LanguageCode, Found>();
  for (const one of found) {
    const known = byCode.get(one.code);
    if (known !== undefined) notes.add("language_repeated", one.raw);
    if (known === undefined || strength(one) > strength(known)) byCode.set(one.code, one);
  }
  return [...byCode.values()];
}

const strength = ({ level }: Found): number => LANGUAGE_LEVELS.indexOf(level ?? ASSUMED_LEVEL);
