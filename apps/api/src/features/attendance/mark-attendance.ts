import type { endpoints, ParsedInput } from "@augenhoehe/contract";
import { Refusal, requireAttendanceOpen } from "@augenhoehe/domain";
import type { Tx } from "../../db/client.ts";
import {
  deleteAttendance,
  listPeopleWhoMissed,
  listSessionMarks,
  saveAttendance,
} from "../../db/repositories/attendances.ts";
import { findCourseSession, lockCourse, type CourseSessionRow } from "../../db/repositories/courses.ts";
import { listEnrolments } from "../../db/repositories/enrolments.ts";
import type { AppDeps } from "../../http/app-deps.ts";
import type { StaffActor } from "../../http/policy.ts";
import { manageCourse } from "../../training/course-access.ts";

type Marks = ParsedInput<typeof endpoints.markAttendance>["body"]["marks"];

/** All marks or none. Only what really changes is written: a repeat keeps who marked it first, and when. */
export const markAttendance = (deps: AppDeps, actor: StaffActor, sessionId: string, marks: Marks) =>
  deps.db.withTenant(actor.networkId, async (tx) => {
    const now = deps.clock();
    const session = await findCourseSession(tx, sessionId);
    if (session === undefined) throw new Refusal("not_found");
    const { row } = await manageCourse(tx, actor, session.courseId, now);
    requireAttendanceOpen(session, now);
    await lockCourse(tx, row.id);

    const stored = new Map((await listSessionMarks(tx, sessionId)).map(({ volunteerId, mark }) => [volunteerId, mark]));
    const changes = marks.filter(({ volunteerId, mark }) => (stored.get(volunteerId) ?? "unmarked") !== mark);
    if (changes.length === 0) return { done: true as const };
    const guestOf = await guestFinder(tx, session, row.curriculumId, now);
    for (const { volunteerId, mark } of changes) {
      if (mark === "unmarked") await deleteAttendance(tx, sessionId, volunteerId);
      else {
        const guest = guestOf(volunteerId, stored.has(volunteerId));
        await saveAttendance(tx, { sessionId, volunteerId, mark, guest, markedBy: actor.accountId, markedAt: now });
      }
    }
    const count = (wanted: string) => changes.filter(({ mark }) => mark === wanted).length;
    const facts = { present: count("present"), absent: count("absent"), unmarked: count("unmarked") };
    await deps.recordActivity(tx, {
      actor,
      action: "attendance_marked",
      subjectKind: "course_session",
      subjectId: sessionId,
      facts,
      providerId: row.providerId,
    });
    return { done: true as const };
  });

/** Whether somebody is here as a guest; a refusal for people with no reason to be on this list. */
async function guestFinder(tx: Tx, session: CourseSessionRow, curriculumId: string, now: Date) {
  const enrolments = await listEnrolments(tx, session.courseId);
  const enrolled = new Set(
    enrolments.filter(({ status }) => status === "enrolled").map(({ volunteerId }) => volunteerId),
  );
  const missed = await listPeopleWhoMissed(tx, { session, curriculumId, now });
  const guests = new Set(missed.map(({ volunteerId }) => volunteerId));
  return (volunteerId: string, isOnTheList: boolean): boolean => {
    if (enrolled.has(volunteerId)) return false;
    if (isOnTheList || guests.has(volunteerId)) return true;
    throw new Refusal("not_enrolled");
  };
}
