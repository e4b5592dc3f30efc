import { DAY_PARTS, DAYS } from "../week.ts";
import type { Day, DayPart } from "../week.ts";
import { foldText } from "./fold-text.ts";

const DAY_NAMES: Readonly<Record<Day, string>> = {
  mon: "mo, mon, montag, montags, monday, mondays",
  tue: "di, die, tue, tues, dienstag, dienstags, tuesday, tuesdays",
  wed: "mi, wed, mittwoch, mittwochs, wednesday, wednesdays",
  thu: "do, don, thu, thur, thurs, donnerstag, donnerstags, thursday, thursdays",
  fri: "fr, fri, freitag, freitags, friday, fridays",
  sat: "sa, sat, samstag, samstags, sonnabend, sonnabends, saturday, saturdays",
  sun: "so, sun, sonntag, sonntags, sunday, sundays",
};

const WORKING_DAYS: readonly Day[] = ["mon", "tue", "wed", "thu", "fri"];
const DAY_GROUPS: readonly (readonly [string, readonly Day[]])[] = [
  ["wochenende, wochenenden, wochenends, we, weekend, weekends", ["sat", "sun"]],
  ["werktags, werktag, werktage, wochentags, unter der woche, in der woche, weekday, weekdays", WORKING_DAYS],
  ["täglich, jeden tag, alle tage, daily, every day, everyday, immer, always", DAYS],
];

const PART_NAMES: Readonly<Record<DayPart, string>> = {
  morning: "vormittag, vormittags, vorm, vm, morgens, morgen, früh, frühs, morning, mornings",
  afternoon: "nachmittag, nachmittags, nachm, nm, mittag, mittags, afternoon, afternoons",
  evening: "abend, abends, evening, evenings, feierabend, nach feierabend, night",
};
const PART_GROUPS: readonly (readonly [string, readonly DayPart[]])[] = [
  ["ganztags, ganztägig, ganzer tag, den ganzen tag, all day, whole day", DAY_PARTS],
  ["tagsüber, tagsueber, daytime, during the day", ["morning", "afternoon"]],
];

/** "Dienstagabend" is written in one word. */
const DAY_AND_PART =
  /^(montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonntag)(morgen|vormittag|nachmittag|mittag|abend)s?$/;

export type TimeWord =
  | { readonly kind: "days"; readonly days: readonly Day[] }
  | { readonly kind: "parts"; readonly parts: readonly DayPart[] }
  | { readonly kind: "range" | "from" | "until" | "except" | "flexible" | "filler" | "clock" };

function buildDictionary(): ReadonlyMap<string, TimeWord> {
  const words = new Map<string, TimeWord>();
  const addAll = (names: string, word: TimeWord): void => {
    for (const name of names.split(", ")) words.set(foldText(name), word);
  };
  addAll(
    "am, an, im, in, um, und, and, oder, or, auch, gerne, gern, meist, meistens, jeweils, jeden, jede, jeder, der, the, on, at, every, each, immer noch, zeit, free, frei, available",
    { kind: "filler" },
  );
  addAll("bis, to, through, till", { kind: "range" });
  addAll("ab, from, nach, after, seit", { kind: "from" });
  addAll("vor, until, before", { kind: "until" });
  addAll("außer, nicht, kein, keine, except, not, but not, ohne", { kind: "except" });
  addAll("uhr, h, oclock", { kind: "clock" });
  addAll(
    "flexibel, flexible, egal, jederzeit, anytime, any time, nach absprache, nach vereinbarung, by arrangement, variabel, unterschiedlich, offen",
    { kind: "flexible" },
  );
  for (const day of DAYS) addAll(DAY_NAMES[day], { kind: "days", days: [day] });
  for (const [names, days] of DAY_GROUPS) addAll(names, { kind: "days", days });
  for (const part of DAY_PARTS) addAll(PART_NAMES[part], { kind: "parts", parts: [part] });
  for (const [names, parts] of PART_GROUPS) addAll(names, { kind: "parts", parts });
  return words;
}

const DICTIONARY = buildDictionary();

/** What a folded word, or up to three in a row, mean in a note about times. */
export const timeWord = (folded: string): TimeWord | undefined => DICTIONARY.get(folded);
export const LONGEST_TIME_IN_WORDS = 3;

/** The two halves of "Dienstagabend", else null. */
export function splitDayAndPart(folded: string): readonly [string, string] | null {
  const match = DAY_AND_PART.exec(folded);
  const [, day, part] = match ?? [];
  return day === undefined || part === undefined ? null : [day, part];
}
