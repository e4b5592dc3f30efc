/** A change that is not lost although somebody else was faster: everything needed to make it again. */
export interface Conflict {
  readonly fields: Readonly<Record<string, string>>;
}

/** What a failed action of a draft kept, if it came too late. */
export const conflictOf = (form: unknown): Conflict | null =>
  typeof form === "object" && form !== null && "conflict" in form && isConflict(form.conflict) ? form.conflict : null;

const isConflict = (value: unknown): value is Conflict =>
  typeof value === "object" && value !== null && "fields" in value;
