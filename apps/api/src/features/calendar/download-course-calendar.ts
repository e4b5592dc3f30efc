import type { FileReply } from "@augenhoehe/contract";
import { Refusal } from "@augenhoehe/domain";
import { CALENDAR_TYPE, writeCalendar, type CalendarEntry } from "../../calendar.ts";
import type { Tx } from "../../db/client.ts";
import { listSessionsForCalendar } from "../../db/repositories/calendar-entries.ts";
import { readMyCourses } from "../../db/repositories/course-summaries.ts";
import { findCourse, findCourseSession, type CourseRow } from "../../db/repositories/courses.ts";
import { readNetworkName } from "../../db/repositories/networks.ts";
import type { AppDeps } from "../../http/app-deps.ts";
import type { StaffActor } from "../../http/policy.ts";
import { sessionEntry } from "../../training/calendar-words.ts";
import { accessCourse } from "../../training/course-access.ts";
import { loadPersonalSessions, tellCalendars } from "../../training/personal-calendar.ts";

export const downloadCourseCalendar = (deps: AppDeps, actor: StaffActor, id: string): Promise<FileReply> =>
  deps.db.withTenant(actor.networkId, async (tx) => {
    const course = await visibleCourse(tx, actor, id, deps.clock());
    const entries = await entriesFor(deps, tx, actor, { courseId: id });
    const content = writeCalendar(entries, await readNetworkName(tx));
    return { contentType: CALENDAR_TYPE, fileName: `${course.title}.ics`, content };
  });

export const downloadSessionCalendar = (deps: AppDeps, actor: StaffActor, id: string): Promise<FileReply> =>
  deps.db.withTenant(actor.networkId, async (tx) => {
    const session = await findCourseSession(tx, id);
    if (session === undefined) throw new Refusal("not_found");
    await visibleCourse(tx, actor, session.courseId, deps.clock());
    const entries = await entriesFor(deps, tx, actor, { courseId: session.courseId, sessionId: id });
    return { contentType: CALENDAR_TYPE, fileName: "termin.ics", content: writeCalendar(entries) };
  });

async function visibleCourse(tx: Tx, actor: StaffActor, id: string, now: Date): Promise<CourseRow> {
  if (actor.volunteerId === null) return (await accessCourse(tx, actor, id, now)).row;
  const mine = await readMyCourses(tx, actor.volunteerId, now);
  const course = mine.some((entry) => entry.id === id) ? await findCourse(tx, id) : undefined;
  if (course === undefined) throw new Refusal("not_found");
  return course;
}

/** As the reader's own calendar is told of them; as they are for everybody where the reader does not come. */
async function entriesFor(
  deps: AppDeps,
  tx: Tx,
  { volunteerId, locale }: StaffActor,
  which: { readonly courseId: string; readonly sessionId?: string },
): Promise<CalendarEntry[]> {
  const now = deps.clock();
  const load = async () =>
    volunteerId === null ? [] : loadPersonalSessions(deps, tx, [volunteerId], [which.courseId]);
  const own = (await tellCalendars(tx, now, load)).map(({ entry }) => entry);
  return (await listSessionsForCalendar(tx, which)).map((session) => {
    const entry = { ...sessionEntry(session, locale, deps.config.publicUrl), changedAt: now };
    return own.find(({ uid }) => uid === entry.uid) ?? entry;
  });
}
