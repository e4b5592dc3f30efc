/** What can need a coordinator, most urgent first: two people who said yes wait for nobody but us. */
export const DESK_KINDS = [
  "ready_to_confirm",
  "new_request",
  "clarified_request",
  "first_meeting_past",
  "proposal_unanswered",
  "waiting_longest",
  "new_volunteer",
  "certificate_due",
  "became_eligible",
  "missing_step",
  "mail_failed",
] as const;
export type DeskKind = (typeof DESK_KINDS)[number];

export interface DeskEntry {
  readonly kind: DeskKind;
  readonly id: string;
  readonly since: Date;
  /** Back in the queue after something failed: before others of its kind. */
  readonly priority?: boolean;
}

/** By kind, then priority, then the longest wait, then id. */
export function compareDeskEntries(a: DeskEntry, b: DeskEntry): number {
  return (
    DESK_KINDS.indexOf(a.kind) - DESK_KINDS.indexOf(b.kind) ||
    Number(b.priority ?? false) - Number(a.priority ?? false) ||
    a.since.getTime() - b.since.getTime() ||
    (a.id < b.id ? -1 : a.id > b.id ? 1 : 0)
  );
}

/** The desk of a day: sorted, and at most `perKind` of each kind so that no kind hides another. */
export function arrangeDesk<E extends DeskEntry>(entries: readonly E[], perKind: number): E[] {
  const seen = new Map<DeskKind, number>();
  return entries.toSorted(compareDeskEntries).filter(({ kind }) => {
    const count = (seen.get(kind) ?? 0) + 1;
    seen.set(kind, count);
    return count <= perKind;
  });
}
