import { m } from "#lib/paraglide/messages.js";
import type { MarkValue } from "./mark-value.ts";

export const MARK_WORDS: Readonly<Record<MarkValue["mark"], () => string>> = {
  present: m.attendance_present,
  absent: m.attendance_absent,
  unmarked: m.attendance_unmarked,
};

/** „10 Min. später, 5 Min. früher weg“; nothing for somebody who was there all the time. */
export const minutesWords = ({ late, early }: Pick<MarkValue, "late" | "early">): string =>
  [
    ...(late > 0 ? [m.attendance_came_late({ minutes: late })] : []),
    ...(early > 0 ? [m.attendance_went_early({ minutes: early })] : []),
  ].join(", ");

/** „da, 10 Min. später“ */
export const valueWords = (value: MarkValue): string =>
  [MARK_WORDS[value.mark](), minutesWords(value)].filter((words) => words !== "").join(", ");

/** „1 Std. 50 Min.“ */
export function durationWords(minutes: number): string {
  const hours = Math.floor(minutes / 60);
  const rest = minutes % 60;
  if (hours === 0) return m.attendance_minutes_short({ minutes: rest });
  return rest === 0 ? m.attendance_duration_hours({ hours }) : m.attendance_duration({ hours, minutes: rest });
}
