import type { FileReply } from "@augenhoehe/contract";
import { Refusal } from "@augenhoehe/domain";
import { CALENDAR_TYPE, writeCalendar } from "../../calendar.ts";
import type { Tx } from "../../db/client.ts";
import { readMyCourses } from "../../db/repositories/course-summaries.ts";
import { findCourse, listCourseSessions, readCourseIssuer, type CourseRow } from "../../db/repositories/courses.ts";
import { readCurriculumOf } from "../../db/repositories/curricula.ts";
import type { AppDeps } from "../../http/app-deps.ts";
import type { StaffActor } from "../../http/policy.ts";
import { accessCourse } from "../../training/course-access.ts";

/** Every session keeps its UID for ever; SEQUENCE and STATUS tell a calendar what became of it. */
export const downloadCourseCalendar = (deps: AppDeps, actor: StaffActor, id: string): Promise<FileReply> =>
  deps.db.withTenant(actor.networkId, async (tx) => {
    const course = await visibleCourse(tx, actor, id, deps.clock());
    return {
      contentType: CALENDAR_TYPE,
      fileName: `${course.title}.ics`,
      content: await calendarOf(tx, course, deps.clock()),
    };
  });

async function visibleCourse(tx: Tx, actor: StaffActor, id: string, now: Date): Promise<CourseRow> {
  if (actor.volunteerId === null) return (await accessCourse(tx, actor, id, now)).row;
  const mine = await readMyCourses(tx, actor.volunteerId, now);
  const course = mine.some((entry) => entry.id === id) ? await findCourse(tx, id) : undefined;
  if (course === undefined) throw new Refusal("not_found");
  return course;
}

async function calendarOf(tx: Tx, course: CourseRow, now: Date): Promise<string> {
  const { networkName } = await readCourseIssuer(tx, course);
  const { modules } = await readCurriculumOf(tx, course.curriculumId);
  const entries = (await listCourseSessions(tx, course.id)).map((session) => {
    const module = modules.find(({ key }) => key === session.moduleKey);
    return {
      uid: `${session.id}@augenhoehe`,
      sequence: session.sequence,
      startsAt: session.startsAt,
      endsAt: session.endsAt,
      title: `${course.title}: ${module?.title ?? session.moduleKey}`,
      place: session.place,
      description: module?.topics ?? "",
      cancelled: session.cancelledAt !== null,
    };
  });
  return writeCalendar(entries, now, networkName);
}
