import { randomUUID } from "node:crypto";
import {
  isSameAttendance,
  plainValue,
  settleMark,
  UNMARKED,
  type AttendanceSource,
  type AttendanceValue,
  type LastChange,
} from "@augenhoehe/domain";
import type { Tx } from "../db/client.ts";
import { insertAttendanceChanges, listLastChanges } from "../db/repositories/attendance-changes.ts";
import { deleteAttendances, listSessionMarks, saveAttendances } from "../db/repositories/attendances.ts";

export interface NewMark {
  readonly volunteerId: string;
  readonly value: AttendanceValue;
  /** When it was made, which may be a while ago. */
  readonly at: Date;
}

export interface MarkOrigin {
  readonly source: AttendanceSource;
  readonly reason: string | null;
  /** Null where a volunteer checks in. */
  readonly by: string | null;
  /** Whether somebody is here as a guest; refuses people with no reason to be on this list. */
  readonly isGuest: (volunteerId: string) => boolean;
}

export interface Settled {
  readonly volunteerId: string;
  readonly before: AttendanceValue;
  readonly stands: AttendanceValue;
  readonly last: LastChange | null;
}

export interface EnteredMarks {
  /** Whose entry is another one now. */
  readonly changed: readonly Settled[];
  /** Whose mark gave way to a later one of somebody else. */
  readonly newer: readonly Settled[];
}

/**
 * Enters marks in the order of their time, whichever way they came about. Under the lock of the course: two phones are
 * settled one after the other.
 */
export async function enterMarks(
  tx: Tx,
  sessionId: string,
  marks: readonly NewMark[],
  origin: MarkOrigin,
): Promise<EnteredMarks> {
  const standing = await readStanding(tx, sessionId, [...new Set(marks.map(({ volunteerId }) => volunteerId))]);
  const before = new Map([...standing].map(([id, { stands }]) => [id, stands]));
  const made: NewMark[] = [];
  const overtaken = new Set<string>();
  for (const { volunteerId, at, ...mark } of marks.toSorted((a, b) => a.at.getTime() - b.at.getTime())) {
    const value = plainValue(mark.value);
    const { stands, last } = standing.get(volunteerId) ?? { stands: UNMARKED, last: null };
    const decision = settleMark({ stands, last, wanted: value, at, by: origin.by });
    if (decision === "newer_of_somebody_else") overtaken.add(volunteerId);
    if (decision !== "write" && decision !== "confirm") continue;
    overtaken.delete(volunteerId);
    made.push({ volunteerId, value, at });
    standing.set(volunteerId, { stands: value, last: { at, by: origin.by } });
  }
  const settled = (volunteerId: string): Settled => ({
    volunteerId,
    before: before.get(volunteerId) ?? UNMARKED,
    ...(standing.get(volunteerId) ?? { stands: UNMARKED, last: null }),
  });
  const changed = [...new Set(made.map(({ volunteerId }) => volunteerId))]
    .map(settled)
    .filter((entry) => !isSameAttendance(entry.before, entry.stands));
  await store(tx, sessionId, made, changed, before, origin);
  return { changed, newer: [...overtaken].map(settled) };
}

async function readStanding(tx: Tx, sessionId: string, volunteerIds: readonly string[]) {
  const standing = new Map<string, { stands: AttendanceValue; last: LastChange | null }>();
  for (const { volunteerId, changedAt, changedBy } of await listLastChanges(tx, sessionId, volunteerIds)) {
    standing.set(volunteerId, { stands: UNMARKED, last: { at: changedAt, by: changedBy } });
  }
  for (const { volunteerId, markedAt, markedBy, ...value } of await listSessionMarks(tx, sessionId)) {
    const last = standing.get(volunteerId)?.last ?? { at: markedAt, by: markedBy };
    standing.set(volunteerId, { stands: plainValue(value), last });
  }
  return standing;
}

async function store(
  tx: Tx,
  sessionId: string,
  made: readonly NewMark[],
  changed: readonly Settled[],
  before: ReadonlyMap<string, AttendanceValue>,
  { source, reason, by, isGuest }: MarkOrigin,
): Promise<void> {
  const isKnown = (id: string) => (before.get(id)?.mark ?? "unmarked") !== "unmarked";
  const newcomers = new Set(made.map(({ volunteerId }) => volunteerId).filter((id) => !isKnown(id)));
  const guests = new Set([...newcomers].filter(isGuest));
  const gone = changed.filter(({ stands }) => stands.mark === "unmarked").map(({ volunteerId }) => volunteerId);
  const rows = changed.flatMap(({ volunteerId, stands: { mark, ...minutes }, last }) => {
    if (mark === "unmarked" || last === null) return [];
    const guest = guests.has(volunteerId);
    return [{ sessionId, volunteerId, mark, ...minutes, source, guest, markedBy: by, markedAt: last.at }];
  });
  const changes = made.map(({ volunteerId, value, at }) => {
    const id = randomUUID();
    return { id, sessionId, volunteerId, ...value, source, reason, changedBy: by, changedAt: at };
  });
  await saveAttendances(tx, rows);
  await deleteAttendances(tx, sessionId, gone);
  await insertAttendanceChanges(tx, changes);
}
