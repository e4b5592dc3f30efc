import type { endpoints, EndpointOutput } from "@augenhoehe/contract";
import { attendanceOpensAt, checkInCodeChangesAt, checkInMinute, Refusal } from "@augenhoehe/domain";
import type { Tx } from "../../db/client.ts";
import { listSessionMarks } from "../../db/repositories/attendances.ts";
import { findCourseSession, type CourseSessionRow } from "../../db/repositories/courses.ts";
import { listEnrolments } from "../../db/repositories/enrolments.ts";
import { listSessionBookings } from "../../db/repositories/session-bookings.ts";
import type { AppDeps } from "../../http/app-deps.ts";
import type { StaffActor } from "../../http/policy.ts";
import { checkInCode } from "../../training/check-in-code.ts";
import { manageCourse } from "../../training/course-access.ts";
import { describeSession } from "./describe-session.ts";

export const readCheckInCode = (
  deps: AppDeps,
  actor: StaffActor,
  sessionId: string,
): Promise<EndpointOutput<typeof endpoints.readCheckInCode>> =>
  deps.db.withTenant(actor.networkId, async (tx) => {
    const now = deps.clock();
    const session = await findCourseSession(tx, sessionId);
    if (session === undefined) throw new Refusal("not_found");
    await manageCourse(tx, actor, session.courseId, now);
    const state = stateOf(session, now);
    const isShown = state === "early" || state === "open";
    const code = checkInCode(deps.vault, sessionId, checkInMinute(now));
    return {
      ...(await describeSession(tx, session, now)),
      ...(await countPeople(tx, session)),
      state,
      opensAt: attendanceOpensAt(session).toISOString(),
      address: isShown ? `${deps.config.publicUrl}/einchecken/${code}` : null,
      changesAt: checkInCodeChangesAt(now).toISOString(),
      now: now.toISOString(),
    };
  });

function stateOf(session: CourseSessionRow, now: Date): "early" | "open" | "over" | "cancelled" {
  if (session.cancelledAt !== null) return "cancelled";
  if (now > session.endsAt) return "over";
  return now < attendanceOpensAt(session) ? "early" : "open";
}

/** How many are there of how many who have a place or come as guests: figures, no names. */
async function countPeople(tx: Tx, session: CourseSessionRow): Promise<{ present: number; expected: number }> {
  const marks = await listSessionMarks(tx, session.id);
  const bookings = (await listSessionBookings(tx, session.courseId)).filter(
    ({ sessionId }) => sessionId === session.id,
  );
  const told = (kind: "guest" | "excused") =>
    bookings.filter((booking) => booking.kind === kind).map(({ volunteerId }) => volunteerId);
  const enrolled = (await listEnrolments(tx, session.courseId)).filter(({ status }) => status === "enrolled");
  const expected = new Set([...enrolled.map(({ volunteerId }) => volunteerId), ...told("guest")]);
  for (const volunteerId of told("excused")) expected.delete(volunteerId);
  const present = marks.filter(({ mark }) => mark === "present").map(({ volunteerId }) => volunteerId);
  return { present: present.length, expected: new Set([...expected, ...present]).size };
}
