import { DAY_PARTS, DAYS, SLOTS, type Slot } from "@augenhoehe/domain";
import type { Formats } from "./format.ts";
import { DAY_LABELS, DAY_PART_LABELS } from "#lib/messages/labels.ts";

/** „Dienstag abends“ and „Samstag“ for a whole day: one entry per day, not twenty-one; null when nothing was told. */
export function slotsInWords(slots: readonly Slot[] | null, { list }: Pick<Formats, "list">): string[] | null {
  if (slots === null || slots.length === 0 || slots.length === SLOTS.length) return null;
  return DAYS.flatMap((day) => {
    const parts = DAY_PARTS.filter((part) => slots.includes(`${day}_${part}`));
    if (parts.length === 0) return [];
    if (parts.length === DAY_PARTS.length) return [DAY_LABELS[day]()];
    return [`${DAY_LABELS[day]()} ${list(parts.map((part) => DAY_PART_LABELS[part]()))}`];
  });
}
