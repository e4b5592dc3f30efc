import { and, eq, inArray, isNull, lte } from "drizzle-orm";
import type { Tx } from "../client.ts";
import { attendances } from "../schema/attendance.ts";
import { courseSessions } from "../schema/courses.ts";
import { mentorRequests } from "../schema/matching.ts";
import { terms } from "../schema/people.ts";
import { stammtischAnswers, stammtische } from "../schema/stammtische.ts";

/** Every session of a course or a single module that somebody was marked for. */
export const listSessionsMarked = (tx: Tx, volunteerId: string) =>
  tx
    .select({
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
    .where(eq(attendances.volunteerId, volunteerId));

/** Meetings that were held by then and that somebody had said yes to. */
export const listStammtischeAccepted = (tx: Tx, volunteerId: string, until: Date) =>
  tx
    .select({ startsAt: stammtische.startsAt, endsAt: stammtische.endsAt })
    .from(stammtischAnswers)
    .innerJoin(
      stammtische,
      and(eq(stammtische.networkId, stammtischAnswers.networkId), eq(stammtische.id, stammtischAnswers.stammtischId)),
    )
    .where(
      and(
        eq(stammtischAnswers.volunteerId, volunteerId),
        eq(stammtischAnswers.answer, "yes"),
        isNull(stammtische.cancelledAt),
        lte(stammtische.endsAt, until),
      ),
    );

export async function listTopicsOfRequests(tx: Tx, requestIds: readonly string[]): Promise<string[]> {
  if (requestIds.length === 0) return [];
  const rows = await tx
    .select({ topics: mentorRequests.topics })
    .from(mentorRequests)
    .where(inArray(mentorRequests.id, [...requestIds]));
  return rows.flatMap(({ topics }) => topics);
}

/** The network's topics with their German words, in the order of the list. */
export const listTopicTerms = (tx: Tx) =>
  tx
    .select({ key: terms.key, labels: terms.labels })
    .from(terms)
    .where(eq(terms.kind, "topic"))
    .orderBy(terms.position);
