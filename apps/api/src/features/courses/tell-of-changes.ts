import type { Tx } from "../../db/client.ts";
import { readCurriculumOf } from "../../db/repositories/curricula.ts";
import { listEnrolledPeople } from "../../db/repositories/enrolments.ts";
import { listSessionBookings } from "../../db/repositories/session-bookings.ts";
import type { AppDeps } from "../../http/app-deps.ts";
import type { SessionChange } from "../../mail/session-changes.ts";
import type { CourseInHand } from "../../training/course-in-hand.ts";
import { describeCourse, tellParticipants } from "../../training/course-mails.ts";
import type { ChangedSession } from "./change-sessions.ts";
import type { PlannedSession } from "./plan-sessions.ts";

/** Old and new, to everybody in the course and waiting for it; to a guest, of the dates they come to. */
export async function tellOfChanges(
  deps: AppDeps,
  tx: Tx,
  course: CourseInHand,
  changes: readonly ChangedSession[],
): Promise<void> {
  if (changes.length === 0) return;
  const { modules } = await readCurriculumOf(tx, course.row.curriculumId);
  const told = (change: ChangedSession): SessionChange => {
    const moduleKey = (change.after ?? change.before)?.moduleKey;
    const moduleTitle = modules.find(({ key }) => key === moduleKey)?.title ?? moduleKey ?? "";
    return { moduleTitle, before: whenOf(change.before), after: whenOf(change.after) };
  };
  const people = await listEnrolledPeople(tx, course.row.id);
  const whole = { ...(await describeCourse(tx, course.row)), changes: inOrder(changes).map(told) };
  const params = ({ firstName }: { firstName: string }) => ({ ...whole, firstName });
  await tellParticipants(deps, tx, people, "course_dates_changed", params, [course.row.id]);

  const bookings = await listSessionBookings(tx, course.row.id);
  for (const change of changes) {
    const guests = bookings.filter(({ kind, sessionId }) => kind === "guest" && sessionId === change.before?.id);
    const theirs = await describeCourse(tx, course.row, ({ id }) => id === change.before?.id);
    const guestParams = ({ firstName }: { firstName: string }) => ({ ...theirs, firstName, changes: [told(change)] });
    await tellParticipants(deps, tx, guests, "course_dates_changed", guestParams, [course.row.id]);
  }
}

function whenOf(date: Pick<PlannedSession, "startsAt" | "endsAt" | "place"> | null): SessionChange["before"] {
  if (date === null) return null;
  return { startsAt: date.startsAt.toISOString(), endsAt: date.endsAt.toISOString(), place: date.place };
}

const inOrder = (changes: readonly ChangedSession[]) =>
  changes.toSorted((a, b) => startOf(a).getTime() - startOf(b).getTime());

const startOf = ({ before, after }: ChangedSession): Date => (before ?? after)?.startsAt ?? new Date(0);
