/**
 * What somebody wrote in a cell of their own list, as far as it is understood. Whatever was guessed, left over or left
 * out comes back as a note with the words it is about: nothing is dropped silently.
 */
export const READING_NOTES = [
  "not_understood",
  "language_assumed",
  "level_assumed",
  "language_repeated",
  "language_denied",
  "times_flexible",
  "all_days_assumed",
  "all_day_assumed",
  "exception_read",
  "several_meanings",
  "read_loosely",
  "century_assumed",
  "day_first_assumed",
  "time_of_day_ignored",
  "impossible_date",
  "out_of_range",
  "too_many",
] as const;
export type ReadingNoteCode = (typeof READING_NOTES)[number];

export interface ReadingNote {
  readonly code: ReadingNoteCode;
  /** The words of the cell that the note is about. */
  readonly text: string;
}

export interface Reading<T> {
  readonly value: T;
  readonly notes: readonly ReadingNote[];
}

/** Collects notes; several pieces under one code become one note. */
export class Notes {
  readonly #pieces = new Map<ReadingNoteCode, string[]>();

  add(code: ReadingNoteCode, text: string): void {
    const pieces = this.#pieces.get(code) ?? [];
    if (!pieces.includes(text)) pieces.push(text);
    this.#pieces.set(code, pieces);
  }

  list(): ReadingNote[] {
    return [...this.#pieces].map(([code, pieces]) => ({ code, text: pieces.join(", ") }));
  }
}
