import type { AgeBand } from "../people.ts";
import { toLatinDigits } from "../receipt.ts";
import { foldText, isBlank } from "./fold-text.ts";
import type { Reading } from "./reading.ts";

const NUMBER_WORDS = "null, ein, zwei, drei, vier, fünf, sechs, sieben, acht, neun, zehn".split(", ").map(foldText);
const ENGLISH_WORDS = "zero, one, two, three, four, five, six, seven, eight, nine, ten".split(", ");

/** "2", "3 ", "zwei", "max. 2", "10 km", "2,5": the one number of a cell, within its bounds. */
export function parseNumber(
  text: string,
  bounds: { readonly min: number; readonly max: number },
): Reading<number | null> {
  if (isBlank(text)) return { value: null, notes: [] };
  const trimmed = text.trim();
  const digits = [...toLatinDigits(trimmed).matchAll(/\d+(?:[.,]\d+)?/g)].map(([raw]) => Number(raw.replace(",", ".")));
  const numbers = digits.length > 0 ? digits : wordNumbers(trimmed);
  const [only] = numbers;
  if (only === undefined) return { value: null, notes: [{ code: "not_understood", text: trimmed }] };
  if (numbers.length > 1) return { value: null, notes: [{ code: "several_meanings", text: trimmed }] };
  if (only < bounds.min || only > bounds.max) return { value: null, notes: [{ code: "out_of_range", text: trimmed }] };
  return { value: only, notes: [] };
}

function wordNumbers(text: string): number[] {
  return foldText(text)
    .split(/[^\p{L}]+/u)
    .map((word) => Math.max(NUMBER_WORDS.indexOf(word.replace(/^ein(e|en|er|s)$/, "ein")), ENGLISH_WORDS.indexOf(word)))
    .filter((number) => number >= 0);
}

const OLDEST = 120;
const BANDS: readonly (readonly [band: AgeBand, from: number, to: number])[] = [
  ["under_18", 0, 17],
  ["18_26", 18, 26],
  ["27_39", 27, 39],
  ["40_59", 40, 59],
  ["60_plus", 60, OLDEST],
];

/**
 * "34", "Jg. 1992", "12.3.1992", "18–26", "60+", "unter 18", "Mitte 40": the age band; the year of birth itself is not
 * kept. A year is counted against `thisYear`, so it can be a year off around a birthday. A span must lie within one
 * band.
 */
export function parseAgeBand(text: string, thisYear: number): Reading<AgeBand | null> {
  if (isBlank(text)) return { value: null, notes: [] };
  const trimmed = text.trim();
  const span = ageSpan(foldText(toLatinDigits(trimmed)), thisYear);
  if (span === null) return { value: null, notes: [{ code: "not_understood", text: trimmed }] };
  const from = bandOf(span.from);
  if (from === undefined) return { value: null, notes: [{ code: "out_of_range", text: trimmed }] };
  if (from !== bandOf(span.to)) return { value: null, notes: [{ code: "several_meanings", text: trimmed }] };
  return { value: from, notes: [] };
}

const isYear = (number: number): boolean => number >= 1900;
const bandOf = (age: number): AgeBand | undefined => BANDS.find(([, from, to]) => age >= from && age <= to)?.[0];

function ageSpan(folded: string, thisYear: number): { readonly from: number; readonly to: number } | null {
  const numbers = [...folded.matchAll(/\d+/g)].map(([raw]) => Number(raw));
  const [year, ...otherYears] = numbers.filter(isYear);
  if (year !== undefined) return otherYears.length > 0 ? null : { from: thisYear - year, to: thisYear - year };
  const [first, second, ...others] = numbers;
  if (first === undefined || others.length > 0) return null;
  if (second !== undefined) return { from: first, to: second };
  if (/unter|under|<|junger/.test(folded)) return { from: 0, to: first - 1 };
  if (/uber|over|>|alter/.test(folded)) return { from: Math.min(first + 1, OLDEST), to: OLDEST };
  if (/\+|\bab\b/.test(folded)) return { from: first, to: OLDEST };
  return { from: first, to: first };
}
