import { Refusal } from "./refusals.ts";

export interface StammtischDates {
  readonly endsAt: Date;
  readonly cancelledAt: Date | null;
}

/** Answers are welcome, and may be changed, until the Stammtisch is over. */
export function requireStammtischAhead(stammtisch: StammtischDates, now: Date): void {
  if (stammtisch.cancelledAt !== null) throw new Refusal("stammtisch_cancelled");
  if (stammtisch.endsAt <= now) throw new Refusal("stammtisch_over");
}

/** What came up is noted from the beginning on, and also long afterwards. */
export function requireTopicsOpen(
  stammtisch: { readonly startsAt: Date; readonly cancelledAt: Date | null },
  now: Date,
): void {
  if (stammtisch.cancelledAt !== null) throw new Refusal("stammtisch_cancelled");
  if (stammtisch.startsAt > now) throw new Refusal("stammtisch_not_begun");
}

/** Invited are mentors who may be proposed, and everyone in an open tandem, also during a pause. */
export const isInvitedToStammtisch = (mentor: {
  readonly isEligible: boolean;
  readonly isPaused: boolean;
  readonly openTandems: number;
}): boolean => mentor.openTandems > 0 || (mentor.isEligible && !mentor.isPaused);
