/**
 * Everybody who may knock, in the order of the columns of the table. `former` are people whose tandem with the scene's
 * person has ended; `pending` has shown a password and no second factor; `closed` has an open session of an account
 * that was disabled meanwhile.
 */
export const CALLERS = [
  "anonymous",
  "pending",
  "closed",
  "draft",
  "mentee",
  "formerMentee",
  "volunteer",
  "formerVolunteer",
  "trainer",
  "otherTrainer",
  "counsellor",
  "coordinator",
  "admin",
  "otherProvider",
  "otherNetwork",
] as const;
export type Caller = (typeof CALLERS)[number];
