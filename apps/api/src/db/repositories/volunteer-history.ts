import { and, asc, desc, eq, notInArray } from "drizzle-orm";
import type { Tx } from "../client.ts";
import { proposals, tandems } from "../schema/matching.ts";
import { mentees } from "../schema/people.ts";
import { attendances } from "../schema/attendance.ts";
import { certificates } from "../schema/certificates.ts";
import { courseSessions, courses, enrolments } from "../schema/courses.ts";

/** Whose mentees the reader may know of. */
interface Scope {
  readonly providerId: string;
  readonly hiddenMenteeIds: readonly string[];
}

const isKnownMentee = ({ providerId, hiddenMenteeIds }: Scope) =>
  and(
    eq(mentees.providerId, providerId),
    hiddenMenteeIds.length === 0 ? undefined : notInArray(mentees.id, [...hiddenMenteeIds]),
  );

/** What a volunteer has been part of, for the coordinator's page; nothing with people the reader must not find. */
export const listProposalsOf = (tx: Tx, volunteerId: string, scope: Scope) =>
  tx
    .select({
      id: proposals.id,
      requestId: proposals.requestId,
      state: proposals.state,
      createdAt: proposals.createdAt,
    })
    .from(proposals)
    .innerJoin(mentees, and(eq(mentees.networkId, proposals.networkId), eq(mentees.id, proposals.menteeId)))
    .where(and(eq(proposals.volunteerId, volunteerId), isKnownMentee(scope)))
    .orderBy(desc(proposals.createdAt));

export const listTandemsOf = (tx: Tx, volunteerId: string, scope: Scope) =>
  tx
    .select({
      id: tandems.id,
      requestId: tandems.requestId,
      menteeName: mentees.chosenName,
      status: tandems.status,
      startedAt: tandems.startedAt,
    })
    .from(tandems)
    .innerJoin(mentees, and(eq(mentees.networkId, tandems.networkId), eq(mentees.id, tandems.menteeId)))
    .where(and(eq(tandems.volunteerId, volunteerId), isKnownMentee(scope)))
    .orderBy(desc(tandems.startedAt));

export const listCertificatesOf = (tx: Tx, volunteerId: string) =>
  tx.select().from(certificates).where(eq(certificates.volunteerId, volunteerId)).orderBy(desc(certificates.issuedAt));

export const listEnrolmentsOf = (tx: Tx, volunteerId: string) =>
  tx
    .select({ id: courses.id, title: courses.title, status: enrolments.status })
    .from(enrolments)
    .innerJoin(courses, and(eq(courses.networkId, enrolments.networkId), eq(courses.id, enrolments.courseId)))
    .where(eq(enrolments.volunteerId, volunteerId))
    .orderBy(desc(courses.createdAt));

/** Every session the volunteer was marked at, also as a guest in another run. */
export const listMarksOf = (tx: Tx, volunteerId: string) =>
  tx
    .select({
      courseId: courseSessions.courseId,
      moduleKey: courseSessions.moduleKey,
      heldAt: courseSessions.startsAt,
      mark: attendances.mark,
    })
    .from(attendances)
    .innerJoin(
      courseSessions,
      and(eq(courseSessions.networkId, attendances.networkId), eq(courseSessions.id, attendances.sessionId)),
    )
    .where(eq(attendances.volunteerId, volunteerId))
    .orderBy(asc(courseSessions.startsAt));
