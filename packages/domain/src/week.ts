/** A week as people plan it: seven days with three parts each. */
export const DAYS = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"] as const;
export const DAY_PARTS = ["morning", "afternoon", "evening"] as const;
export type Day = (typeof DAYS)[number];
export type DayPart = (typeof DAY_PARTS)[number];
export type Slot = `${Day}_${DayPart}`;

export const SLOTS = DAYS.flatMap((day) => DAY_PARTS.map((part): Slot => `${day}_${part}`)) as [Slot, ...Slot[]];

/** Bit i set means `SLOTS[i]`; 0 ≤ mask < 2²¹. `null` elsewhere means "not known", which never excludes anybody. */
export type WeekSlots = number;

/** All evenings of the week: what "evening only" allows. */
export const EVENINGS: WeekSlots = slotsToMask(SLOTS.filter((slot) => slot.endsWith("_evening")));

export function slotsToMask(slots: readonly Slot[]): WeekSlots {
  let mask = 0;
  for (const slot of slots) mask |= 1 << SLOTS.indexOf(slot);
  return mask;
}

export function maskToSlots(mask: WeekSlots): Slot[] {
  return SLOTS.filter((_, index) => (mask & (1 << index)) !== 0);
}

/** How many parts of the week two people share, 0–21. */
export function overlapSlots(a: WeekSlots, b: WeekSlots): number {
  let bits = a & b;
  let count = 0;
  while (bits !== 0) {
    bits &= bits - 1;
    count++;
  }
  return count;
}
