/** One date of a course as its form shows it: everything as it was typed. */
export interface SessionRow {
  /** Empty for a date that is new. */
  readonly id: string;
  readonly moduleKey: string;
  /** Wall-clock time, as `<input type="datetime-local">` wants it. */
  readonly startsAt: string;
  readonly minutes: string;
  readonly place: string;
  /** Struck out: it is cancelled when the form is saved. */
  readonly remove: boolean;
}

/** As many as the api takes. */
export const SESSION_ROWS_MAX = 40;

export const EMPTY_SESSION_ROW: SessionRow = {
  id: "",
  moduleKey: "",
  startsAt: "",
  minutes: "120",
  place: "",
  remove: false,
};
