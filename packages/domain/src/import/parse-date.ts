import { isoDateOf } from "../iso-date.ts";
import type { IsoDate } from "../iso-date.ts";
import { toLatinDigits } from "../receipt.ts";
import { foldText, isBlank } from "./fold-text.ts";
import { Notes } from "./reading.ts";
import type { Reading } from "./reading.ts";

const MONTHS = [
  "januar, jan, jänner, january",
  "februar, feb, february",
  "märz, mär, mrz, march, mar",
  "april, apr",
  "mai, may",
  "juni, jun, june",
  "juli, jul, july",
  "august, aug",
  "september, sep, sept",
  "oktober, okt, october, oct",
  "november, nov",
  "dezember, dez, december, dec",
].map((names) => names.split(", ").map(foldText));

/** Two-digit years up to here are after 2000. */
const LAST_YEAR_OF_THIS_CENTURY = 69;
/** Spreadsheets count days from 30 December 1899. */
const SPREADSHEET_EPOCH_MS = Date.UTC(1899, 11, 30);
const DAY_MS = 86_400_000;

/** "03.02.2026", "14.2.26", "3. Februar 2026", "2026-02-11", "03/02/2026" (day first), "46056" from a spreadsheet. */
export function parseDate(text: string): Reading<IsoDate | null> {
  if (isBlank(text)) return { value: null, notes: [] };
  const notes = new Notes();
  const plain = toLatinDigits(text.trim());
  const date = readDate(withoutTimeOfDay(plain, notes), notes);
  if (date === undefined) notes.add("not_understood", text.trim());
  if (date === null) notes.add("impossible_date", text.trim());
  return { value: date ?? null, notes: notes.list() };
}

/** Midnight is how spreadsheets write "no time"; any other time is left out with a note. */
function withoutTimeOfDay(text: string, notes: Notes): string {
  const match =
    /^(.*?\d)(?:T|,?\s+(?:um\s+)?)(\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?)\s*(?:Z|Uhr|[+-]\d{2}:?\d{2})?$/i.exec(text);
  const [, date, time] = match ?? [];
  if (date === undefined || time === undefined) return text;
  if (!/^0?0:00/.test(time)) notes.add("time_of_day_ignored", time);
  return date;
}

/** `undefined`: no date at all; `null`: a day the calendar does not have. */
function readDate(text: string, notes: Notes): IsoDate | null | undefined {
  const [, isoYear, isoMonth, isoDay] = /^(\d{4})[-./](\d{1,2})[-./](\d{1,2})$/.exec(text) ?? [];
  if (isoYear !== undefined) return isoDateOf(Number(isoYear), Number(isoMonth), Number(isoDay));

  const [, day, separator, month, year] =
    /^(?:\p{L}{2,}\.?,?\s*)?(\d{1,2})\s*([./-])\s*(\d{1,2})\s*[./-]\s*(\d{4}|\d{2})$/u.exec(text) ?? [];
  if (day !== undefined && year !== undefined) {
    if (separator === "/" && Number(day) <= 12 && Number(month) <= 12 && day !== month)
      notes.add("day_first_assumed", text);
    return isoDateOf(fullYear(year, text, notes), Number(month), Number(day));
  }

  const [, wordDay, monthName, wordYear] =
    /^(?:\p{L}{2,}\.?,?\s+)?(\d{1,2})\.?\s*(\p{L}+)\.?\s*(\d{4}|\d{2})$/u.exec(text) ?? [];
  const monthIndex = MONTHS.findIndex((names) => names.includes(foldText(monthName ?? "")));
  if (wordDay !== undefined && wordYear !== undefined && monthIndex >= 0) {
    return isoDateOf(fullYear(wordYear, text, notes), monthIndex + 1, Number(wordDay));
  }
  return /^\d{5}$/.test(text) ? fromSpreadsheet(Number(text)) : undefined;
}

function fullYear(year: string, text: string, notes: Notes): number {
  if (year.length === 4) return Number(year);
  notes.add("century_assumed", text);
  return Number(year) <= LAST_YEAR_OF_THIS_CENTURY ? 2000 + Number(year) : 1900 + Number(year);
}

const fromSpreadsheet = (days: number): IsoDate =>
  new Date(SPREADSHEET_EPOCH_MS + days * DAY_MS).toISOString().slice(0, 10);
