import { isReminderInTime } from "@augenhoehe/domain";
import type { Tx } from "../db/client.ts";
import { listCourseTrainers } from "../db/repositories/courses.ts";
import type { Participant } from "../db/repositories/enrolments.ts";
import { forgetExpiredLinks } from "../db/repositories/personal-links.ts";
import {
  listPeopleComing,
  listStammtischGuestsComing,
  lockSessionToRemindOf,
  lockStammtischToRemindOf,
  takeReminders,
} from "../db/repositories/reminders.ts";
import { readTimeZone } from "../db/repositories/time-zone.ts";
import type { AppDeps } from "../http/app-deps.ts";
import type { JobOutcome } from "../jobs/jobs.ts";
import type { JobData } from "../jobs/queues.ts";
import type { DateInMail } from "../mail/reminder-date.ts";
import { tellParticipants } from "./course-mails.ts";
import { createPersonalLink } from "./personal-link.ts";

type Parts = Pick<AppDeps, "clock" | "config" | "db" | "queueMails">;
type Job = JobData["send_reminder"];

const STOP_LINK_DAYS = 180;
const DAY_MS = 86_400_000;

/** Reminds everybody who still comes to a date that still begins when this job was made; each person once. */
export async function sendReminder(deps: Parts, job: Job): Promise<JobOutcome> {
  await deps.db.withTenant(job.networkId, async (tx) => {
    const timeZone = await readTimeZone(tx);
    const startsAt = new Date(job.startsAt);
    if (!isReminderInTime(job.kind, startsAt, timeZone, deps.clock())) return;
    await forgetExpiredLinks(tx, deps.clock());
    await (job.subject === "session" ? remindOfSession : remindOfStammtisch)(deps, tx, job, timeZone);
  });
  return "done";
}

async function remindOfSession(deps: Parts, tx: Tx, job: Job, timeZone: string): Promise<void> {
  const found = await lockSessionToRemindOf(tx, job.subjectId);
  if (found === undefined || found.session.startsAt.toISOString() !== job.startsAt) return;
  const { session, courseTitle, moduleTitle, topics } = found;
  const leaders = (await listCourseTrainers(tx, session.courseId)).map(({ displayName }) => displayName);
  const people = await notYetReminded(deps, tx, job, await listPeopleComing(tx, session));
  for (const person of people) {
    const { volunteerId } = person;
    const link = { volunteerId, purpose: "session" as const, sessionId: session.id, expiresAt: session.endsAt };
    const token = await createPersonalLink(deps, tx, link);
    const params = { ...dateInMail(session, timeZone), courseTitle, moduleTitle, topics, leaders, token };
    const stopToken = await stopLink(deps, tx, volunteerId);
    await tellParticipants(deps, tx, [person], "session_reminder", ({ firstName }) => ({
      ...params,
      firstName,
      stopToken,
    }));
  }
}

async function remindOfStammtisch(deps: Parts, tx: Tx, job: Job, timeZone: string): Promise<void> {
  const date = await lockStammtischToRemindOf(tx, job.subjectId);
  if (date === undefined || date.startsAt.toISOString() !== job.startsAt) return;
  for (const person of await notYetReminded(deps, tx, job, await listStammtischGuestsComing(tx, date.id))) {
    const stopToken = await stopLink(deps, tx, person.volunteerId);
    await tellParticipants(deps, tx, [person], "stammtisch_reminder", ({ firstName }) => ({
      ...dateInMail(date, timeZone),
      topics: date.topics,
      firstName,
      stopToken,
    }));
  }
}

async function notYetReminded(deps: Parts, tx: Tx, job: Job, people: readonly Participant[]): Promise<Participant[]> {
  const { subjectId, kind } = job;
  const reminder = { subjectId, kind, startsAt: new Date(job.startsAt), sentAt: deps.clock() };
  const taken = await takeReminders(
    tx,
    reminder,
    people.map(({ volunteerId }) => volunteerId),
  );
  return people.filter(({ volunteerId }) => taken.has(volunteerId));
}

const stopLink = (deps: Parts, tx: Tx, volunteerId: string): Promise<string> =>
  createPersonalLink(deps, tx, {
    volunteerId,
    purpose: "reminders",
    expiresAt: new Date(deps.clock().getTime() + STOP_LINK_DAYS * DAY_MS),
  });

const dateInMail = (
  { startsAt, endsAt, place }: { startsAt: Date; endsAt: Date; place: string },
  timeZone: string,
): DateInMail => ({ startsAt: startsAt.toISOString(), endsAt: endsAt.toISOString(), place, timeZone });
