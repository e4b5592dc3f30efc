/** How many people there are. */
export interface Load {
  readonly name: string;
  /** Above a panel of a picture. */
  readonly description: string;
  readonly mentorsAtStart: number;
  readonly newMentorsPerYear: number;
  readonly waitingAtStart: number;
  readonly requestsPerYear: number;
}

const NETWORK = { mentorsAtStart: 100, newMentorsPerYear: 60, waitingAtStart: 90 } as const;

/** The same volunteers, and more and more people who ask: nearly nobody waits, some do, or there is always a queue. */
export const LOADS = {
  plenty: { ...NETWORK, name: "plenty", description: "enough mentors", requestsPerYear: 200 },
  balanced: { ...NETWORK, name: "balanced", description: "just enough", requestsPerYear: 260 },
  scarce: { ...NETWORK, name: "scarce", description: "too few mentors", requestsPerYear: 320 },
} as const satisfies Record<string, Load>;

/** No public figures are known for these: they are our reading, the same for every policy. */
export const ASSUMED = {
  days: 728,
  meanDaysOfVolunteering: 730,
  meanDaysUntilGivingUp: 365,
  tandemDays: { min: 120, max: 480 },
  volunteerSaysYes: 0.85,
  menteeSaysYes: 0.9,
  /** From the proposal to the last answer, whether yes or no. */
  answerDays: { min: 2, max: 9 },
} as const;
