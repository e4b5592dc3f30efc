/**
 * Text as it is compared: lower case, without accents, ß as ss, ae/oe/ue like the umlauts they stand for, one shape
 * for the Arabic and Persian letters that look alike.
 */
export function foldText(text: string): string {
  return text
    .normalize("NFKD")
    .replaceAll(/[\p{M}\p{Cf}ـ]/gu, "")
    .toLowerCase()
    .replaceAll(/\p{M}/gu, "")
    .replaceAll("ß", "ss")
    .replaceAll("ı", "i")
    .replaceAll(/ae|oe|ue/g, (pair) => pair.charAt(0))
    .replaceAll(/[يى]/g, "ی")
    .replaceAll("ك", "ک")
    .replaceAll(/\s+/g, " ")
    .trim();
}

/** What people write when they have nothing to say. */
const NOTHING = new Set(
  ", -, --, –, —, /, ., …, ?, n/a, k.a., k. a., none, keine, keine angabe, keine angaben, unbekannt, unknown"
    .split(", ")
    .map(foldText),
);

/** Most cells say something: those need not be folded to know it. */
const isShort = (text: string): boolean => text.trim().length <= 16;

export const isBlank = (text: string): boolean => isShort(text) && NOTHING.has(foldText(text));

export interface Word {
  readonly folded: string;
  readonly raw: string;
}

/** Words and numbers of a text with their spelling kept; punctuation falls away. */
export function wordsOf(text: string): Word[] {
  return [...text.matchAll(/[\p{L}\p{M}\p{N}]+/gu)].map(([raw]) => ({ raw, folded: foldText(raw) }));
}
