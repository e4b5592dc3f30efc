import { and, asc, desc, eq, inArray } from "drizzle-orm";
import type { Tx } from "../client.ts";
import { attendanceChanges } from "../schema/attendance.ts";
import { volunteers } from "../schema/people.ts";
import { accounts } from "../schema/platform.ts";

export async function insertAttendanceChanges(
  tx: Tx,
  rows: readonly Omit<typeof attendanceChanges.$inferInsert, "networkId">[],
): Promise<void> {
  if (rows.length === 0) return;
  await tx.insert(attendanceChanges).values(rows.map((row) => ({ ...row, networkId: tx.networkId })));
}

/** The latest change of each of these people at one session. */
export const listLastChanges = (tx: Tx, sessionId: string, volunteerIds: readonly string[]) =>
  tx
    .selectDistinctOn([attendanceChanges.volunteerId], {
      volunteerId: attendanceChanges.volunteerId,
      changedAt: attendanceChanges.changedAt,
      changedBy: attendanceChanges.changedBy,
    })
    .from(attendanceChanges)
    .where(and(eq(attendanceChanges.sessionId, sessionId), inArray(attendanceChanges.volunteerId, [...volunteerIds])))
    .orderBy(attendanceChanges.volunteerId, desc(attendanceChanges.changedAt));

/** Every mark of a session in the order of time, with who made it and whose staff may see the person. */
export const listSessionChanges = (tx: Tx, sessionId: string) =>
  tx
    .select({
      volunteerId: attendanceChanges.volunteerId,
      providerId: volunteers.providerId,
      mark: attendanceChanges.mark,
      lateMinutes: attendanceChanges.lateMinutes,
      leftEarlyMinutes: attendanceChanges.leftEarlyMinutes,
      source: attendanceChanges.source,
      reason: attendanceChanges.reason,
      changedAt: attendanceChanges.changedAt,
      changedBy: accounts.displayName,
    })
    .from(attendanceChanges)
    .innerJoin(
      volunteers,
      and(eq(volunteers.networkId, attendanceChanges.networkId), eq(volunteers.id, attendanceChanges.volunteerId)),
    )
    .leftJoin(
      accounts,
      and(eq(accounts.networkId, attendanceChanges.networkId), eq(accounts.id, attendanceChanges.changedBy)),
    )
    .where(eq(attendanceChanges.sessionId, sessionId))
    .orderBy(asc(attendanceChanges.changedAt), asc(attendanceChanges.id));

/** Names of accounts by id; whoever is gone has none. */
export async function findAccountNames(tx: Tx, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  if (ids.length === 0) return new Map();
  const rows = await tx
    .select({ id: accounts.id, displayName: accounts.displayName })
    .from(accounts)
    .where(inArray(accounts.id, [...ids]));
  return new Map(rows.map(({ id, displayName }) => [id, displayName]));
}
