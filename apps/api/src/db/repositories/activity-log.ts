import { and, desc, eq, inArray, isNull, sql } from "drizzle-orm";
import type { Tx } from "../client.ts";
import { proposals, mentorRequests, tandems } from "../schema/matching.ts";
import { mentees, volunteers } from "../schema/people.ts";
import { accounts, activities } from "../schema/platform.ts";
import { matchingRounds } from "../schema/rounds.ts";
import { courses } from "../schema/courses.ts";

export interface ActivityRow {
  readonly activity: typeof activities.$inferSelect;
  /** Null where no account did it. */
  readonly accountName: string | null;
}

interface LogFilter {
  /** Null reads what belongs to no provider: the network's settings and accounts. */
  readonly providerId: string | null;
  readonly subjectId?: string | undefined;
  readonly hiddenMenteeIds: readonly string[];
}

/** Newest first, without anything about people who are hidden from the reader. */
export async function listActivityRows(
  tx: Tx,
  filter: LogFilter,
  { offset, limit }: { readonly offset: number; readonly limit: number },
): Promise<{ rows: ActivityRow[]; total: number }> {
  const conditions = and(
    eq(activities.networkId, tx.networkId),
    filter.providerId === null ? isNull(activities.providerId) : eq(activities.providerId, filter.providerId),
    filter.subjectId === undefined ? undefined : eq(activities.subjectId, filter.subjectId),
    filter.hiddenMenteeIds.length === 0 ? undefined : isNotAbout(filter.hiddenMenteeIds),
  );
  const rows = await tx
    .select({ activity: activities, accountName: accounts.displayName })
    .from(activities)
    .leftJoin(accounts, and(eq(accounts.networkId, activities.networkId), eq(accounts.id, activities.actorAccountId)))
    .where(conditions)
    .orderBy(desc(activities.at), desc(activities.id))
    .limit(limit)
    .offset(offset);
  const [counted] = await tx
    .select({ total: sql<number>`count(*)::int` })
    .from(activities)
    .where(conditions);
  return { rows, total: counted?.total ?? 0 };
}

function isNotAbout(menteeIds: readonly string[]) {
  const hidden = sql.param([...menteeIds]);
  return sql`(${activities.subjectId} is null or (${activities.subjectId} <> all(${hidden}::uuid[])
    and ${activities.subjectId} not in (
      select id from mentor_requests where mentee_id = any(${hidden}::uuid[])
      union all select id from proposals where mentee_id = any(${hidden}::uuid[])
      union all select id from tandems where mentee_id = any(${hidden}::uuid[]))))`;
}

/** Names of subjects of the own provider by subject id, for one page of the log. */
export async function readSubjectNames(
  tx: Tx,
  providerId: string,
  ids: readonly string[],
): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map();
  const wanted = [...ids];
  const mentorName = sql<string>`${volunteers.firstName} || ' ' || ${volunteers.lastName}`;
  const parts = [
    await tx
      .select({ id: mentorRequests.id, name: mentees.chosenName })
      .from(mentorRequests)
      .innerJoin(mentees, eq(mentees.id, mentorRequests.menteeId))
      .where(and(inArray(mentorRequests.id, wanted), eq(mentorRequests.providerId, providerId))),
    await tx
      .select({ id: mentees.id, name: mentees.chosenName })
      .from(mentees)
      .where(and(inArray(mentees.id, wanted), eq(mentees.providerId, providerId))),
    await tx
      .select({ id: volunteers.id, name: mentorName })
      .from(volunteers)
      .where(and(inArray(volunteers.id, wanted), eq(volunteers.providerId, providerId))),
    await tx
      .select({ id: proposals.id, name: sql<string>`${mentees.chosenName} || ', ' || ${mentorName}` })
      .from(proposals)
      .innerJoin(mentees, eq(mentees.id, proposals.menteeId))
      .innerJoin(volunteers, eq(volunteers.id, proposals.volunteerId))
      .where(and(inArray(proposals.id, wanted), eq(mentees.providerId, providerId))),
    await tx
      .select({ id: tandems.id, name: sql<string>`${mentees.chosenName} || ', ' || ${mentorName}` })
      .from(tandems)
      .innerJoin(mentees, eq(mentees.id, tandems.menteeId))
      .innerJoin(volunteers, eq(volunteers.id, tandems.volunteerId))
      .where(and(inArray(tandems.id, wanted), eq(mentees.providerId, providerId))),
    await tx
      .select({ id: courses.id, name: courses.title })
      .from(courses)
      .where(and(inArray(courses.id, wanted), eq(courses.providerId, providerId))),
    await tx
      .select({ id: matchingRounds.id, name: matchingRounds.name })
      .from(matchingRounds)
      .where(and(inArray(matchingRounds.id, wanted), eq(matchingRounds.providerId, providerId))),
  ];
  return new Map(parts.flat().map(({ id, name }) => [id, name]));
}
