import type { AttendanceSource } from "@augenhoehe/domain";
import type { DemoRows } from "../db/repositories/demo-rows.ts";
import type { Demo } from "./generate-demo.ts";
import { seededRandom } from "./seeded-random.ts";
import type { DemoAttendance, DemoSession } from "./demo-training.ts";

type AttendanceRows = Pick<DemoRows, "attendances" | "attendanceChanges">;
type Change = Pick<
  AttendanceRows["attendanceChanges"][number],
  "mark" | "lateMinutes" | "leftEarlyMinutes" | "changedAt"
> & { readonly source: AttendanceSource };

const CHANGE_ID_SEED = 41;
const MINUTE_MS = 60_000;

/**
 * Who was there. In the course that runs, people came late, left early, checked in by themselves and were corrected;
 * of the courses before only the outcome is kept, as from before there was a history.
 */
export function demoRowsOfAttendance({ training }: Pick<Demo, "training">, trainerId: string | null): AttendanceRows {
  const random = seededRandom(CHANGE_ID_SEED);
  const running = new Map(
    training.courses
      .filter(({ sessions }) => sessions.some(({ day }) => day >= 0))
      .flatMap(({ sessions }) => sessions.map((session) => [session.id, session] as const)),
  );
  const rows = training.attendances.map((attendance, index) => {
    const session = running.get(attendance.sessionId);
    const by = ({ source }: Pick<Change, "source">) => (source === "qr" ? null : trainerId);
    const changes = session === undefined ? [] : historyOf(attendance, session, index);
    const last = changes.at(-1);
    return {
      attendance:
        last === undefined
          ? { ...attendance, markedBy: trainerId }
          : {
              ...attendance,
              lateMinutes: last.lateMinutes,
              leftEarlyMinutes: last.leftEarlyMinutes,
              source: last.source,
              markedBy: by(last),
              markedAt: last.changedAt,
            },
      changes: changes.map((change) => ({
        ...change,
        id: random.uuid(),
        sessionId: attendance.sessionId,
        volunteerId: attendance.volunteerId,
        changedBy: by(change),
      })),
    };
  });
  return {
    attendances: rows.map(({ attendance }) => attendance),
    attendanceChanges: rows.flatMap(({ changes }) => changes),
  };
}

/** The last change is what stands. */
function historyOf({ mark }: DemoAttendance, session: DemoSession, index: number): Change[] {
  const fromStart = (minutes: number) => new Date(session.startsAt.getTime() + minutes * MINUTE_MS);
  const change = (minutes: number, more: Partial<Change> = {}): Change => ({
    mark,
    lateMinutes: 0,
    leftEarlyMinutes: 0,
    source: "tapped",
    changedAt: fromStart(minutes),
    ...more,
  });
  if (mark === "absent") return [change(12)];
  const ways = [
    [change(-4)],
    [change(10, { lateMinutes: 10 })],
    [change(-2), change(105, { leftEarlyMinutes: 15 })],
    [change(-7, { source: "qr" })],
    [change(5, { mark: "absent" }), change(21, { lateMinutes: 20 })],
  ];
  return ways[index % ways.length] ?? [];
}
