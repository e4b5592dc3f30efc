import { and, asc, desc, eq, gt, inArray, isNull, lte, sql } from "drizzle-orm";
import { attendedMinutes, isTopUpTopic, type TopUpTopic } from "@augenhoehe/domain";
import type { Tx } from "../client.ts";
import { attendances } from "../schema/attendance.ts";
import { courseSessions, courses } from "../schema/courses.ts";
import { curricula } from "../schema/curricula.ts";
import { stammtische, stammtischTopics } from "../schema/stammtische.ts";

/** Minutes each of these people attended in top-ups, whoever organised them; 0 for who attended none. */
export async function readTopUpMinutes(tx: Tx, volunteerIds: readonly string[]): Promise<ReadonlyMap<string, number>> {
  const minutes = new Map(volunteerIds.map((id) => [id, 0]));
  for (const attended of await listAttendedTopUps(tx, volunteerIds)) {
    minutes.set(attended.volunteerId, (minutes.get(attended.volunteerId) ?? 0) + attended.minutes);
  }
  return minutes;
}

/** Each session of a top-up these people were at, the latest first. */
export async function listAttendedTopUps(tx: Tx, volunteerIds: readonly string[]) {
  const rows = await tx
    .select({
      volunteerId: attendances.volunteerId,
      courseId: courses.id,
      title: courses.title,
      startsAt: courseSessions.startsAt,
      endsAt: courseSessions.endsAt,
      mark: attendances.mark,
      lateMinutes: attendances.lateMinutes,
      leftEarlyMinutes: attendances.leftEarlyMinutes,
    })
    .from(attendances)
    .innerJoin(
      courseSessions,
      and(eq(courseSessions.networkId, attendances.networkId), eq(courseSessions.id, attendances.sessionId)),
    )
    .innerJoin(courses, and(eq(courses.networkId, courseSessions.networkId), eq(courses.id, courseSessions.courseId)))
    .innerJoin(curricula, and(eq(curricula.networkId, courses.networkId), eq(curricula.id, courses.curriculumId)))
    .where(and(inArray(attendances.volunteerId, [...volunteerIds]), eq(curricula.purpose, "top_up")))
    .orderBy(desc(courseSessions.startsAt), asc(courseSessions.id));
  return rows
    .map(({ volunteerId, courseId, title, startsAt, endsAt, ...mark }) => ({
      volunteerId,
      courseId,
      title,
      heldAt: startsAt,
      minutes: attendedMinutes({ startsAt, endsAt }, mark),
    }))
    .filter(({ minutes }) => minutes > 0);
}

/** How many meetings of the whole network raised each topic between these instants; cancelled ones raised none. */
export async function countRaisedTopics(tx: Tx, since: Date, until: Date): Promise<ReadonlyMap<TopUpTopic, number>> {
  const rows = await tx
    .select({ topic: stammtischTopics.topicKey, meetings: sql<number>`count(*)::int` })
    .from(stammtischTopics)
    .innerJoin(stammtische, ofTheMeeting)
    .where(hasBegunBetween(since, until))
    .groupBy(stammtischTopics.topicKey);
  return new Map(rows.flatMap(({ topic, meetings }) => (isTopUpTopic(topic) ? [[topic, meetings] as const] : [])));
}

export async function countMeetingsWithTopics(tx: Tx, since: Date, until: Date): Promise<number> {
  const [row] = await tx
    .select({ meetings: sql<number>`count(distinct ${stammtische.id})::int` })
    .from(stammtischTopics)
    .innerJoin(stammtische, ofTheMeeting)
    .where(hasBegunBetween(since, until));
  return row?.meetings ?? 0;
}

const ofTheMeeting = and(
  eq(stammtische.networkId, stammtischTopics.networkId),
  eq(stammtische.id, stammtischTopics.stammtischId),
);

const hasBegunBetween = (since: Date, until: Date) =>
  and(isNull(stammtische.cancelledAt), gt(stammtische.startsAt, since), lte(stammtische.startsAt, until));

/** Topics of each of these meetings. */
export async function listRaisedTopics(
  tx: Tx,
  stammtischIds: readonly string[],
): Promise<ReadonlyMap<string, readonly TopUpTopic[]>> {
  const rows = await tx
    .select({ id: stammtischTopics.stammtischId, topic: stammtischTopics.topicKey })
    .from(stammtischTopics)
    .where(inArray(stammtischTopics.stammtischId, [...stammtischIds]))
    .orderBy(asc(stammtischTopics.topicKey));
  const topics = new Map<string, TopUpTopic[]>(stammtischIds.map((id) => [id, []]));
  for (const { id, topic } of rows) if (isTopUpTopic(topic)) topics.get(id)?.push(topic);
  return topics;
}

export async function replaceRaisedTopics(tx: Tx, stammtischId: string, topics: readonly TopUpTopic[]): Promise<void> {
  await tx.delete(stammtischTopics).where(eq(stammtischTopics.stammtischId, stammtischId));
  const rows = [...new Set(topics)].map((topicKey) => ({ networkId: tx.networkId, stammtischId, topicKey }));
  if (rows.length > 0) await tx.insert(stammtischTopics).values(rows);
}

/** Top-ups that can be put on the calendar, with the topic each answers. */
export const listTopUps = (tx: Tx) =>
  tx
    .select({ id: curricula.id, title: curricula.title, topic: curricula.topicKey })
    .from(curricula)
    .where(and(eq(curricula.purpose, "top_up"), isNull(curricula.archivedAt)))
    .orderBy(asc(curricula.createdAt), asc(curricula.id));

/** Sessions of top-ups that stand on the calendar, the next first. */
export const listTopUpSessionsAhead = (tx: Tx, now: Date) =>
  tx
    .select({
      courseId: courses.id,
      title: courses.title,
      topic: curricula.topicKey,
      startsAt: courseSessions.startsAt,
    })
    .from(courseSessions)
    .innerJoin(courses, and(eq(courses.networkId, courseSessions.networkId), eq(courses.id, courseSessions.courseId)))
    .innerJoin(curricula, and(eq(curricula.networkId, courses.networkId), eq(curricula.id, courses.curriculumId)))
    .where(
      and(
        eq(curricula.purpose, "top_up"),
        isNull(courses.cancelledAt),
        isNull(courseSessions.cancelledAt),
        gt(courseSessions.startsAt, now),
      ),
    )
    .orderBy(asc(courseSessions.startsAt), asc(courses.id));
