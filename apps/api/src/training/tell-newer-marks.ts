import type { endpoints, EndpointOutput } from "@augenhoehe/contract";
import type { Tx } from "../db/client.ts";
import { findAccountNames } from "../db/repositories/attendance-changes.ts";
import { findParticipants } from "../db/repositories/enrolments.ts";
import type { Settled } from "./enter-marks.ts";
import { displayName } from "./roster.ts";

type NewerMarks = EndpointOutput<typeof endpoints.markAttendance>["newer"];

/** What stands instead, and who entered it. */
export async function tellNewerMarks(tx: Tx, newer: readonly Settled[]): Promise<NewerMarks> {
  const people = await findParticipants(
    tx,
    newer.map(({ volunteerId }) => volunteerId),
  );
  const names = await findAccountNames(
    tx,
    newer.flatMap(({ last }) => (last?.by === null || last === null ? [] : [last.by])),
  );
  return newer.flatMap(({ volunteerId, stands, last }) => {
    const person = people.find((entry) => entry.volunteerId === volunteerId);
    if (person === undefined || last === null) return [];
    const markedBy = last.by === null ? null : (names.get(last.by) ?? null);
    return [{ volunteerId, displayName: displayName(person), stands, markedAt: last.at.toISOString(), markedBy }];
  });
}
