import type { Roster } from "@augenhoehe/contract";
import type { Tx } from "../db/client.ts";
import { listCourseAttendances } from "../db/repositories/attendances.ts";
import { outlineCourses } from "../db/repositories/course-summaries.ts";
import { listEnrolledPeople } from "../db/repositories/enrolments.ts";
import type { StaffActor } from "../http/policy.ts";
import type { CourseAccess } from "./course-access.ts";

/** Who has a place and who came as a guest. Coordinators of other providers read the names of their own people only. */
export async function rosterOf(tx: Tx, actor: StaffActor, access: CourseAccess, now: Date): Promise<Roster> {
  const { row, trainers, mayManage } = access;
  const [outline] = await outlineCourses(tx, [row.id], now);
  if (outline === undefined) throw new Error("The course is gone inside its transaction");
  const { lastSessionEndsAt: _, ...course } = outline;
  const isVisible = ({ providerId }: { providerId: string }) => mayManage || providerId === actor.providerId;
  const enrolled = (await listEnrolledPeople(tx, row.id)).filter(({ status }) => status === "enrolled");
  const marks = await listCourseAttendances(tx, row.id);
  const guests = marks.filter(
    (mark, index) =>
      !enrolled.some(({ volunteerId }) => volunteerId === mark.volunteerId) &&
      marks.findIndex(({ volunteerId }) => volunteerId === mark.volunteerId) === index,
  );
  const entry = (guest: boolean) => (person: (typeof enrolled)[number] | (typeof guests)[number]) => ({
    volunteerId: person.volunteerId,
    displayName: displayName(person),
    guest,
    attendance: Object.fromEntries(
      marks
        .filter(({ volunteerId }) => volunteerId === person.volunteerId)
        .map(({ sessionId, mark }) => [sessionId, mark]),
    ),
  });
  const participants = [...enrolled.filter(isVisible).map(entry(false)), ...guests.filter(isVisible).map(entry(true))];
  return { mayManage, course, trainers, participants: participants.sort(byName) };
}

export const displayName = ({ firstName, lastName }: { firstName: string; lastName: string }): string =>
  `${firstName} ${lastName}`;

const names = new Intl.Collator("de");
export const byName = (a: { displayName: string }, b: { displayName: string }): number =>
  names.compare(a.displayName, b.displayName);
