/** How long people waited, counted by whole days. */
export interface Waits {
  /** Day → how many had a tandem after so many days. */
  readonly served: Uint32Array;
  /** Day → how many were last seen waiting then: they gave up, or the two years were over. */
  readonly lost: Uint32Array;
}

export const noWaits = (days: number): Waits => ({
  served: new Uint32Array(days + 1),
  lost: new Uint32Array(days + 1),
});

export function addWait({ served, lost }: Waits, days: number, gotTandem: boolean): void {
  const counts = gotTandem ? served : lost;
  counts[days] = (counts[days] ?? 0) + 1;
}

export function addedUp(parts: readonly Waits[]): Waits {
  const sum = noWaits((parts[0]?.served.length ?? 1) - 1);
  for (const { served, lost } of parts) {
    served.forEach((count, day) => (sum.served[day] = (sum.served[day] ?? 0) + count));
    lost.forEach((count, day) => (sum.lost[day] = (sum.lost[day] ?? 0) + count));
  }
  return sum;
}

export const peopleIn = ({ served, lost }: Waits): number =>
  served.reduce((sum, count) => sum + count, 0) + lost.reduce((sum, count) => sum + count, 0);

/**
 * Day → share of people still without a tandem, by Kaplan and Meier: whoever is lost from sight counts among the
 * waiting up to that day, and never as served.
 */
export function stillWaiting(waits: Waits): readonly number[] {
  let atRisk = peopleIn(waits);
  let share = 1;
  return Array.from(waits.served, (served, day) => {
    if (atRisk > 0) share *= 1 - served / atRisk;
    atRisk -= served + (waits.lost[day] ?? 0);
    return share;
  });
}

/** The day by which this share of people had a tandem; `null` where it was not reached. */
export function reachedBy(share: number, waits: Waits): number | null {
  const day = stillWaiting(waits).findIndex((waiting) => waiting <= 1 - share + 1e-9);
  return day < 0 ? null : day;
}

/** The share of people who had a tandem by this day. */
export const servedWithin = (days: number, waits: Waits): number => 1 - (stillWaiting(waits)[days] ?? 1);
