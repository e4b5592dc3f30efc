import { and, asc, eq, or } from "drizzle-orm";
import type { Tx } from "../client.ts";
import { proposals, tandems } from "../schema/matching.ts";
import { fuehrungszeugnisEntries, signedDeclarations } from "../schema/people.ts";
import { accounts, activities, mails, sessions } from "../schema/platform.ts";
import { attendances } from "../schema/attendance.ts";
import { certificates } from "../schema/certificates.ts";
import { feedbackGiven } from "../schema/course-room.ts";
import { courses, courseSessions, enrolments } from "../schema/courses.ts";
import { personalLinks, sentReminders } from "../schema/personal-links.ts";
import { stammtischAnswers, stammtische } from "../schema/stammtische.ts";

interface Person {
  readonly volunteerId: string;
  readonly accountId: string;
}

/** Every row about one volunteer outside their own; nothing of other people, no secrets of signing in. */
export async function readOwnRows(tx: Tx, { volunteerId, accountId }: Person) {
  return {
    account: await readAccount(tx, accountId),
    signIns: await tx
      .select({ createdAt: sessions.createdAt, lastSeenAt: sessions.lastSeenAt, revokedAt: sessions.revokedAt })
      .from(sessions)
      .where(eq(sessions.accountId, accountId))
      .orderBy(asc(sessions.createdAt)),
    declarations: await tx
      .select({
        kind: signedDeclarations.kind,
        version: signedDeclarations.version,
        signedAt: signedDeclarations.signedAt,
        onPaper: signedDeclarations.onPaper,
      })
      .from(signedDeclarations)
      .where(eq(signedDeclarations.volunteerId, volunteerId))
      .orderBy(asc(signedDeclarations.signedAt)),
    fuehrungszeugnis: await tx
      .select({ entrySealed: fuehrungszeugnisEntries.entrySealed, recordedAt: fuehrungszeugnisEntries.recordedAt })
      .from(fuehrungszeugnisEntries)
      .where(eq(fuehrungszeugnisEntries.volunteerId, volunteerId)),
    ...(await readTraining(tx, volunteerId)),
    ...(await readLinks(tx, volunteerId)),
    ...(await readMatching(tx, volunteerId)),
    ...(await readTraces(tx, { volunteerId, accountId })),
  };
}

async function readAccount(tx: Tx, accountId: string) {
  const [row] = await tx
    .select({
      email: accounts.email,
      displayName: accounts.displayName,
      roles: accounts.roles,
      locale: accounts.locale,
      createdAt: accounts.createdAt,
    })
    .from(accounts)
    .where(eq(accounts.id, accountId));
  return row ?? null;
}

async function readTraining(tx: Tx, volunteerId: string) {
  return {
    enrolments: await tx
      .select({ course: courses.title, status: enrolments.status, queuedAt: enrolments.queuedAt })
      .from(enrolments)
      .innerJoin(courses, and(eq(courses.networkId, enrolments.networkId), eq(courses.id, enrolments.courseId)))
      .where(eq(enrolments.volunteerId, volunteerId))
      .orderBy(asc(enrolments.queuedAt)),
    attendances: await tx
      .select({
        module: courseSessions.moduleKey,
        startsAt: courseSessions.startsAt,
        place: courseSessions.place,
        mark: attendances.mark,
        guest: attendances.guest,
        markedAt: attendances.markedAt,
      })
      .from(attendances)
      .innerJoin(
        courseSessions,
        and(eq(courseSessions.networkId, attendances.networkId), eq(courseSessions.id, attendances.sessionId)),
      )
      .where(eq(attendances.volunteerId, volunteerId))
      .orderBy(asc(courseSessions.startsAt)),
    /** That an answer was given; which one it is nobody knows. */
    feedbackGiven: await tx
      .select({ module: courseSessions.moduleKey, startsAt: courseSessions.startsAt })
      .from(feedbackGiven)
      .innerJoin(
        courseSessions,
        and(eq(courseSessions.networkId, feedbackGiven.networkId), eq(courseSessions.id, feedbackGiven.sessionId)),
      )
      .where(eq(feedbackGiven.volunteerId, volunteerId))
      .orderBy(asc(courseSessions.startsAt)),
    certificates: await tx
      .select({
        number: certificates.number,
        content: certificates.content,
        issuedAt: certificates.issuedAt,
        revokedAt: certificates.revokedAt,
      })
      .from(certificates)
      .where(eq(certificates.volunteerId, volunteerId))
      .orderBy(asc(certificates.issuedAt)),
    stammtischAnswers: await tx
      .select({
        startsAt: stammtische.startsAt,
        place: stammtische.place,
        answer: stammtischAnswers.answer,
        answeredAt: stammtischAnswers.answeredAt,
      })
      .from(stammtischAnswers)
      .innerJoin(
        stammtische,
        and(eq(stammtische.networkId, stammtischAnswers.networkId), eq(stammtische.id, stammtischAnswers.stammtischId)),
      )
      .where(eq(stammtischAnswers.volunteerId, volunteerId))
      .orderBy(asc(stammtische.startsAt)),
  };
}

/** Addresses that stood for the person, without what opens them, and the reminders that went out. */
async function readLinks(tx: Tx, volunteerId: string) {
  return {
    links: await tx
      .select({
        purpose: personalLinks.purpose,
        createdAt: personalLinks.createdAt,
        expiresAt: personalLinks.expiresAt,
        revokedAt: personalLinks.revokedAt,
        lastUsedAt: personalLinks.lastUsedAt,
      })
      .from(personalLinks)
      .where(eq(personalLinks.volunteerId, volunteerId))
      .orderBy(asc(personalLinks.createdAt)),
    reminders: await tx
      .select({ kind: sentReminders.kind, startsAt: sentReminders.startsAt, sentAt: sentReminders.sentAt })
      .from(sentReminders)
      .where(eq(sentReminders.volunteerId, volunteerId))
      .orderBy(asc(sentReminders.sentAt)),
  };
}

async function readMatching(tx: Tx, volunteerId: string) {
  return {
    proposals: await tx
      .select()
      .from(proposals)
      .where(eq(proposals.volunteerId, volunteerId))
      .orderBy(proposals.createdAt),
    tandems: await tx
      .select({ status: tandems.status, startedAt: tandems.startedAt, endedAt: tandems.endedAt })
      .from(tandems)
      .where(eq(tandems.volunteerId, volunteerId))
      .orderBy(asc(tandems.startedAt)),
  };
}

/** What the program did: mails it sent (contents are not kept) and what is in the activity log. */
async function readTraces(tx: Tx, { volunteerId, accountId }: Person) {
  return {
    mails: await tx
      .select({ template: mails.template, status: mails.status, createdAt: mails.createdAt, sentAt: mails.sentAt })
      .from(mails)
      .where(or(eq(mails.recipientId, volunteerId), eq(mails.recipientId, accountId)))
      .orderBy(asc(mails.createdAt)),
    activities: await tx
      .select({ at: activities.at, action: activities.action, byMe: eq(activities.actorAccountId, accountId) })
      .from(activities)
      .where(or(eq(activities.subjectId, volunteerId), eq(activities.actorAccountId, accountId)))
      .orderBy(asc(activities.at)),
  };
}
