/** One session of a course as its form shows it. */
export interface SessionRow {
  readonly id: string;
  readonly moduleKey: string;
  /** Wall-clock time, as `<input type="datetime-local">` wants it. */
  readonly startsAt: string;
  readonly minutes: number;
  readonly place: string;
}

/** As many as the api takes. */
export const SESSION_ROWS_MAX = 40;
