/** How long somebody on the waiting list may be given to take a free place. */
export const OFFER_HOURS = { min: 6, max: 336, usual: 48 } as const;

export interface RegistrationTimes {
  /** Null: open from the day the course is on the calendar. */
  readonly registrationOpensAt: Date | null;
  /** Null: open until the course is over. */
  readonly registrationClosesAt: Date | null;
}

export interface RegistrationState {
  readonly state: "not_yet" | "open" | "closed";
  readonly opensAt: Date | null;
  readonly closesAt: Date | null;
}

/** Open from the instant it opens up to, and without, the instant it closes. */
export function registrationState(course: RegistrationTimes, now: Date): RegistrationState {
  const { registrationOpensAt: opensAt, registrationClosesAt: closesAt } = course;
  const state =
    closesAt !== null && closesAt <= now ? "closed" : opensAt !== null && now < opensAt ? "not_yet" : "open";
  return { state, opensAt, closesAt };
}
