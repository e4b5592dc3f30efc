import type { OtherDate } from "@augenhoehe/contract";
import { clashOf } from "@augenhoehe/domain";
import type { Tx } from "../db/client.ts";
import { outlineCourses } from "../db/repositories/course-summaries.ts";
import { listCommitments, listOtherSessions } from "../db/repositories/session-bookings.ts";

interface Wish {
  readonly volunteerId: string;
  readonly curriculumId: string;
  readonly moduleKeys: readonly string[];
  /** This session would be given up for it, so that it does not stand in the way. */
  readonly insteadOf?: string;
}

/** Dates at which somebody could be a guest: a seat is free, and nothing else of theirs is at the same time. */
export async function listDatesElsewhere(
  tx: Tx,
  { volunteerId, curriculumId, moduleKeys, insteadOf }: Wish,
  now: Date,
): Promise<{ readonly moduleKey: string; readonly date: OtherDate }[]> {
  const found = await listOtherSessions(tx, { volunteerId, curriculumId, moduleKeys, now });
  const courses = await outlineCourses(tx, [...new Set(found.map(({ courseId }) => courseId))], now);
  const sessions = new Map(courses.flatMap((course) => course.sessions.map((session) => [session.id, session])));
  const commitments = (await listCommitments(tx, [volunteerId], now)).filter(
    ({ sessionId }) => sessionId !== insteadOf,
  );
  return found.flatMap(({ moduleKey, startsAt, endsAt, ...date }) => {
    const { freeSeats = 0, moduleTitle = "" } = sessions.get(date.sessionId) ?? {};
    if (freeSeats <= 0 || clashOf([{ startsAt, endsAt }], commitments) !== undefined) return [];
    const times = { startsAt: startsAt.toISOString(), endsAt: endsAt.toISOString() };
    return [{ moduleKey, date: { ...date, ...times, moduleTitle, freeSeats } }];
  });
}
