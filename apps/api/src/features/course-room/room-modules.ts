import type { EndpointOutput, endpoints, RoomDate } from "@augenhoehe/contract";
import type { Tx } from "../../db/client.ts";
import { readSessionPeople } from "../../db/repositories/course-rooms.ts";
import type { CourseRow } from "../../db/repositories/courses.ts";
import { readCurriculumOf, readProgress } from "../../db/repositories/curricula.ts";
import { listEnrolledPeople } from "../../db/repositories/enrolments.ts";
import { listCourseMaterials } from "../../db/repositories/materials.ts";
import { byName, displayName } from "../../training/roster.ts";

type RoomModule = EndpointOutput<typeof endpoints.readCourseRoom>["modules"][number];

export const minutesOf = (dates: readonly RoomDate[]): number =>
  dates.reduce((sum, { startsAt, endsAt }) => sum + (Date.parse(endsAt) - Date.parse(startsAt)) / 60_000, 0);

/** The modules of the curriculum, then those that only this course still has; who missed one and has not made it up. */
export async function roomModules(
  tx: Tx,
  course: CourseRow,
  planned: readonly RoomDate[],
  held: readonly RoomDate[],
): Promise<RoomModule[]> {
  const materials = await listCourseMaterials(tx, course.id);
  const whoMissed = await missedByModule(tx, course, held);
  return (await courseModules(tx, course, planned)).map((module) => ({
    ...module,
    minutesHeld: minutesOf(held.filter(({ moduleKey }) => moduleKey === module.key)),
    missedBy: whoMissed(module.key),
    materials: materials.filter(({ moduleKey }) => moduleKey === module.key).length,
  }));
}

type CourseModule = Pick<RoomModule, "key" | "title" | "topics" | "hours" | "compulsory">;

/** A module may have been taken out of the curriculum since; where it has been planned it stays. */
export async function courseModules(
  tx: Tx,
  course: CourseRow,
  sessions: readonly { readonly moduleKey: string; readonly moduleTitle: string }[],
): Promise<CourseModule[]> {
  const { modules } = await readCurriculumOf(tx, course.curriculumId);
  const current = modules.map(({ key, title, topics, hours, compulsory }) => ({
    key,
    title,
    topics,
    hours,
    compulsory,
  }));
  const retired = new Map(
    sessions
      .filter(({ moduleKey }) => !modules.some(({ key }) => key === moduleKey))
      .map(({ moduleKey, moduleTitle }) => [moduleKey, moduleTitle]),
  );
  const kept = [...retired].map(([key, title]) => ({ key, title, topics: "", hours: null, compulsory: false }));
  return [...current, ...kept];
}

async function missedByModule(tx: Tx, course: CourseRow, held: readonly RoomDate[]) {
  const people = (await listEnrolledPeople(tx, course.id)).filter(({ status }) => status === "enrolled");
  const ids = people.map(({ volunteerId }) => volunteerId);
  const progress = await readProgress(tx, await readCurriculumOf(tx, course.curriculumId), ids);
  const { bookings, marks } = await readSessionPeople(
    tx,
    [course.id],
    held.map(({ sessionId }) => sessionId),
  );
  const away = [...marks.filter(({ mark }) => mark === "absent"), ...bookings.filter(({ kind }) => kind === "excused")];
  return (key: string): string[] => {
    const sessionIds = held.filter(({ moduleKey }) => moduleKey === key).map(({ sessionId }) => sessionId);
    const wasAway = ({ volunteerId }: { volunteerId: string }) =>
      away.some((row) => row.volunteerId === volunteerId && sessionIds.includes(row.sessionId));
    const stillMisses = ({ volunteerId }: { volunteerId: string }) =>
      progress.get(volunteerId)?.modules.some((entry) => entry.module.key === key && entry.attended === null) ?? false;
    return people
      .filter((person) => wasAway(person) && stillMisses(person))
      .map((person) => ({ displayName: displayName(person) }))
      .sort(byName)
      .map(({ displayName: name }) => name);
  };
}
