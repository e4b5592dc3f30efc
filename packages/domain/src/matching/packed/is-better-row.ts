import type { PackedMentors } from "./packed-mentors.ts";

/** Whether one row stands before another: more points, then the order of `compareMentors`. */
export function isBetterRow(
  { rows: { openTandems, idPrefix, number }, mentors }: PackedMentors,
  row: number,
  points: number,
  other: number,
  otherPoints: number,
): boolean {
  if (points !== otherPoints) return points > otherPoints;
  if (openTandems[row] !== openTandems[other]) return openTandems[row]! < openTandems[other]!;
  if (idPrefix[row] !== idPrefix[other]) return idPrefix[row]! < idPrefix[other]!;
  return (mentors[number[row]!]?.id ?? "") < (mentors[number[other]!]?.id ?? "");
}
