import type { endpoints, EndpointOutput, ParsedInput } from "@augenhoehe/contract";
import { Refusal, requireAttendanceOpen, sessionMinutes } from "@augenhoehe/domain";
import { findCourseSession, lockCourse, type CourseSessionRow } from "../../db/repositories/courses.ts";
import type { AppDeps } from "../../http/app-deps.ts";
import { SignInRequired } from "../../http/errors.ts";
import { InputError } from "../../http/input-error.ts";
import type { StaffActor } from "../../http/policy.ts";
import { manageCourse } from "../../training/course-access.ts";
import { enterMarks, type EnteredMarks } from "../../training/enter-marks.ts";
import { certificateHoldersSetBack } from "../../training/holders-set-back.ts";
import { findGuestsOfSession } from "../../training/session-guests.ts";
import { tellNewerMarks } from "../../training/tell-newer-marks.ts";

type MarksInput = ParsedInput<typeof endpoints.markAttendance>["body"];

/** All marks or none. Only what really changes is written: a repeat keeps who marked it first, and when. */
export const markAttendance = (
  deps: AppDeps,
  actor: StaffActor,
  sessionId: string,
  { marks, source, reason, accountId }: MarksInput,
): Promise<EndpointOutput<typeof endpoints.markAttendance>> =>
  deps.db.withTenant(actor.networkId, async (tx) => {
    if (accountId !== undefined && accountId !== actor.accountId) throw new SignInRequired();
    const now = deps.clock();
    const session = await findCourseSession(tx, sessionId);
    if (session === undefined) throw new Refusal("not_found");
    const { row } = await manageCourse(tx, actor, session.courseId, now);
    requireAttendanceOpen(session, now, reason);
    requireMinutesWithin(session, marks);
    await lockCourse(tx, row.id);
    const isGuest = await findGuestsOfSession(tx, session, row.curriculumId, now);
    const entered = await enterMarks(tx, sessionId, marks.map(made(now)), {
      source,
      reason: now < session.startsAt ? reason : null,
      by: actor.accountId,
      isGuest,
    });
    if (entered.changed.length > 0) {
      await deps.recordActivity(tx, {
        actor,
        action: "attendance_marked",
        subjectKind: "course_session",
        subjectId: sessionId,
        facts: countsOf(entered),
        providerId: row.providerId,
      });
    }
    return {
      done: true,
      newer: await tellNewerMarks(tx, entered.newer),
      certified: await certificateHoldersSetBack(tx, session, row.curriculumId, entered.changed),
    };
  });

/** A phone's clock that is ahead makes nobody's mark the last word. */
const made =
  (now: Date) =>
  ({ volunteerId, markedAt, ...value }: MarksInput["marks"][number]) => {
    const at = markedAt === undefined ? now : new Date(markedAt);
    return { volunteerId, value, at: at > now ? now : at };
  };

function requireMinutesWithin(session: CourseSessionRow, marks: MarksInput["marks"]): void {
  const max = sessionMinutes(session);
  const issues = marks.flatMap(({ lateMinutes, leftEarlyMinutes }, index) =>
    lateMinutes + leftEarlyMinutes > max
      ? [{ path: `marks.${index}.lateMinutes`, code: "too_big", facts: { max: max - leftEarlyMinutes } }]
      : [],
  );
  if (issues.length > 0) throw new InputError(issues);
}

function countsOf({ changed }: EnteredMarks) {
  const count = (wanted: string) => changed.filter(({ stands }) => stands.mark === wanted).length;
  return { present: count("present"), absent: count("absent"), unmarked: count("unmarked") };
}
