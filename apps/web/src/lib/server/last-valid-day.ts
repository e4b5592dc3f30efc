import type { Formats } from "./format.ts";

/** The day on which something counts for the last time, when it ends at this instant. */
export const lastValidDay = (validUntil: string, when: Formats): string =>
  when.date(new Date(new Date(validUntil).getTime() - 1).toISOString());
