import { DAY_PARTS, DAYS, slotsToMask } from "../week.ts";
import type { Day, DayPart, WeekSlots } from "../week.ts";
import { foldText, isBlank } from "./fold-text.ts";
import { Notes } from "./reading.ts";
import type { Reading } from "./reading.ts";
import { LONGEST_TIME_IN_WORDS, splitDayAndPart, timeWord } from "./time-words.ts";
import type { TimeWord } from "./time-words.ts";

/** Hours in which somebody meets; evening begins at five. */
const PART_HOURS: Readonly<Record<DayPart, readonly [from: number, to: number]>> = {
  morning: [6, 12],
  afternoon: [12, 17],
  evening: [17, 23],
};
/** "Mi 18 Uhr" names a beginning; people stay for about two hours. */
const USUAL_HOURS = 2;

type Token =
  | { readonly kind: "word"; readonly raw: string; readonly meaning: TimeWord }
  | { readonly kind: "hour"; readonly raw: string; readonly hour: number }
  | { readonly kind: "dash" }
  | { readonly kind: "break" };

/** Days that share parts of the day: "Di+Do abends" is one group. */
interface Group {
  readonly days: Set<Day>;
  readonly parts: Set<DayPart>;
  readonly raw: string[];
  readonly isException: boolean;
}

/**
 * "Di+Do abends", "Mo-Fr vormittags", "Wochenende", "Mo 14-18 Uhr", "immer außer Di": parts of the week. `null` when
 * nothing was told, also for "flexibel": what is not known excludes nobody.
 */
export function parseTimes(text: string): Reading<WeekSlots | null> {
  if (isBlank(text)) return { value: null, notes: [] };
  const notes = new Notes();
  const groups = groupsOf(tokensOf(text, notes), notes);
  const wanted = groups.filter(({ isException }) => !isException);
  const exceptions = groups.filter(({ isException }) => isException);
  if (groups.length === 0) return { value: null, notes: notes.list() };
  const all = slotsToMask(DAYS.flatMap((day) => DAY_PARTS.map((part) => `${day}_${part}` as const)));
  let mask = wanted.length === 0 ? all : 0;
  for (const group of wanted) mask |= maskOf(group, notes);
  for (const group of exceptions) {
    notes.add("exception_read", group.raw.join(" "));
    mask &= ~maskOf(group, new Notes());
  }
  return { value: mask === 0 ? null : mask, notes: notes.list() };
}

function maskOf({ days, parts, raw }: Group, notes: Notes): WeekSlots {
  if (days.size === 0) notes.add("all_days_assumed", raw.join(" "));
  if (parts.size === 0) notes.add("all_day_assumed", raw.join(" "));
  const chosenDays = days.size === 0 ? DAYS : [...days];
  const chosenParts = parts.size === 0 ? DAY_PARTS : [...parts];
  return slotsToMask(chosenDays.flatMap((day) => chosenParts.map((part) => `${day}_${part}` as const)));
}

function tokensOf(text: string, notes: Notes): Token[] {
  const raws = [...text.matchAll(/\d{1,2}(?:[:.]\d{2})?(?=\D|$)|[\p{L}\p{M}]+|[–—-]|[,;/\n]|\d+/gu)].map(
    ([raw]) => raw,
  );
  const tokens: Token[] = [];
  for (let index = 0; index < raws.length;) {
    const raw = raws[index] ?? "";
    const match = longestWord(raws, index);
    if (match !== null) {
      tokens.push({ kind: "word", raw: match.raw, meaning: match.meaning });
      index += match.length;
      continue;
    }
    index++;
    const halves = splitDayAndPart(foldText(raw));
    if (/^\d{1,2}(?:[:.]\d{2})?$/.test(raw) && Number.parseInt(raw, 10) <= 24) {
      const hour = Number.parseInt(raw, 10);
      const isAfternoon = foldText(raws[index] ?? "") === "pm";
      if (isAfternoon || foldText(raws[index] ?? "") === "am") index++;
      tokens.push({ kind: "hour", raw, hour: isAfternoon && hour < 12 ? hour + 12 : hour });
    } else if (/^[–—-]$/.test(raw)) tokens.push({ kind: "dash" });
    else if (/^[,;/\n]$/.test(raw)) tokens.push({ kind: "break" });
    else if (halves !== null) {
      for (const half of halves) {
        const meaning = timeWord(half);
        if (meaning !== undefined) tokens.push({ kind: "word", raw: half, meaning });
      }
    } else notes.add("not_understood", raw);
  }
  return tokens;
}

function longestWord(
  raws: readonly string[],
  start: number,
): { readonly meaning: TimeWord; readonly length: number; readonly raw: string } | null {
  for (let length = LONGEST_TIME_IN_WORDS; length > 0; length--) {
    const run = raws.slice(start, start + length);
    const meaning = run.length < length ? undefined : timeWord(foldText(run.join(" ")));
    if (meaning !== undefined) return { meaning, length, raw: run.join(" ") };
  }
  return null;
}

/**
 * Days and parts in the order they were written: parts belong to the days before them ("Mo, Di abends"), or to those
 * after them when they come first ("abends Di+Do"). A new day after a part begins a new group.
 */
class GroupBuilder {
  readonly #groups: Group[] = [];
  #group = emptyGroup(false);
  #last: "days" | "parts" | null = null;

  begin(isException: boolean): void {
    if (this.#group.days.size + this.#group.parts.size > 0) this.#groups.push(this.#group);
    this.#group = emptyGroup(isException);
    this.#last = null;
  }

  addDays(days: readonly Day[], raw: string): void {
    if (this.#last === "parts" && this.#group.days.size > 0) this.begin(this.#group.isException);
    for (const day of days) this.#group.days.add(day);
    this.#group.raw.push(raw);
    this.#last = "days";
  }

  addParts(parts: readonly DayPart[], raw: string): void {
    if (this.#last === "days" && this.#group.parts.size > 0) this.begin(this.#group.isException);
    for (const part of parts) this.#group.parts.add(part);
    this.#group.raw.push(raw);
    this.#last = "parts";
  }

  finish(): Group[] {
    this.begin(false);
    return this.#groups;
  }
}

function groupsOf(tokens: readonly Token[], notes: Notes): Group[] {
  const builder = new GroupBuilder();
  for (let index = 0; index < tokens.length; index++) {
    const token = tokens[index];
    if (token?.kind === "hour") {
      const { parts, raw, length } = readHours(tokens, index);
      builder.addParts(parts, raw);
      index += length - 1;
    } else if (token?.kind === "word" && token.meaning.kind === "days") {
      const through = daysThrough(tokens, index);
      builder.addDays(through?.days ?? token.meaning.days, through?.raw ?? token.raw);
      if (through !== null) index += 2;
    } else if (token?.kind === "word") {
      readWord(token.meaning, token.raw, builder, notes);
    }
  }
  return builder.finish();
}

function readWord(meaning: TimeWord, raw: string, builder: GroupBuilder, notes: Notes): void {
  if (meaning.kind === "parts") builder.addParts(meaning.parts, raw);
  if (meaning.kind === "except") builder.begin(true);
  if (meaning.kind === "flexible") notes.add("times_flexible", raw);
}

const emptyGroup = (isException: boolean): Group => ({ days: new Set(), parts: new Set(), raw: [], isException });

/** "Mo-Fr", "Mo bis Fr", also over the weekend ("Fr-Mo"); null when no range follows. */
function daysThrough(tokens: readonly Token[], start: number): { readonly days: Day[]; readonly raw: string } | null {
  const [from, middle, to] = tokens.slice(start, start + 3);
  const isRange = middle?.kind === "dash" || (middle?.kind === "word" && middle.meaning.kind === "range");
  if (!isRange || from?.kind !== "word" || to?.kind !== "word") return null;
  if (from.meaning.kind !== "days" || to.meaning.kind !== "days") return null;
  const [first, last] = [from.meaning.days[0], to.meaning.days.at(-1)];
  if (first === undefined || last === undefined) return null;
  const begin = DAYS.indexOf(first);
  const count = ((DAYS.indexOf(last) - begin + DAYS.length) % DAYS.length) + 1;
  const days = Array.from({ length: count }, (_, offset) => DAYS[(begin + offset) % DAYS.length] ?? first);
  return { days, raw: `${from.raw}–${to.raw}` };
}

/** "14-18 Uhr", "ab 17 Uhr", "bis 12 Uhr", "18 Uhr": the parts of the day that are touched for an hour or more. */
function readHours(
  tokens: readonly Token[],
  start: number,
): { readonly parts: readonly DayPart[]; readonly raw: string; readonly length: number } {
  const [first, middle, second] = tokens.slice(start, start + 3);
  const before = tokens[start - 1];
  const hour = first?.kind === "hour" ? first.hour : 0;
  const raw = first?.kind === "hour" ? first.raw : "";
  const isRange = middle?.kind === "dash" || (middle?.kind === "word" && middle.meaning.kind === "range");
  if (isRange && second?.kind === "hour") {
    return { parts: partsBetween(hour, second.hour), raw: `${raw}–${second.raw}`, length: 3 };
  }
  const role = before?.kind === "word" ? before.meaning.kind : null;
  if (role === "from") return { parts: partsBetween(hour, 23), raw: `ab ${raw}`, length: 1 };
  if (role === "until" || role === "range") return { parts: partsBetween(6, hour), raw: `bis ${raw}`, length: 1 };
  return { parts: partsBetween(hour, hour + USUAL_HOURS), raw, length: 1 };
}

function partsBetween(from: number, to: number): DayPart[] {
  return DAY_PARTS.filter((part) => {
    const [begin, end] = PART_HOURS[part];
    return Math.min(end, to) - Math.max(begin, from) >= 1;
  });
}
