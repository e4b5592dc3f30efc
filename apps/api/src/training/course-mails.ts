import type { Tx } from "../db/client.ts";
import { listCourseSessions, type CourseRow, type CourseSessionRow } from "../db/repositories/courses.ts";
import { readCurriculumOf } from "../db/repositories/curricula.ts";
import type { Participant } from "../db/repositories/enrolments.ts";
import { readTimeZone } from "../db/repositories/time-zone.ts";
import type { AppDeps } from "../http/app-deps.ts";
import type { CourseInMail } from "../mail/course-dates.ts";
import type { MailParams, MailTemplateName } from "../mail/templates/index.ts";
import { courseNews } from "./personal-calendar.ts";

/**
 * Writes to each of these people in their own language. Who has no address is told by their coordination. What is new
 * for their calendar about the given courses comes with the mail.
 */
export async function tellParticipants<N extends MailTemplateName>(
  deps: Pick<AppDeps, "clock" | "config" | "queueMails">,
  tx: Tx,
  people: readonly Participant[],
  template: N,
  paramsFor: (person: Participant) => MailParams<N>,
  courseIds: readonly string[] = [],
): Promise<void> {
  const ids = people.map(({ volunteerId }) => volunteerId);
  const news = courseIds.length === 0 ? undefined : await courseNews(deps, tx, courseIds, ids);
  const mails = people.flatMap((person) =>
    person.email === null
      ? []
      : [
          {
            to: {
              kind: "volunteer" as const,
              id: person.volunteerId,
              address: person.email,
              providerId: person.providerId,
            },
            locale: person.locale,
            template,
            params: paramsFor(person),
            calendar: news?.get(person.volunteerId) ?? [],
          },
        ],
  );
  await deps.queueMails(tx, mails);
}

/** The course as its mails describe it: every session as it is now, or those the reader comes to. */
export async function describeCourse(
  tx: Tx,
  course: CourseRow,
  isTold: (session: CourseSessionRow) => boolean = () => true,
): Promise<Omit<CourseInMail, "firstName">> {
  const sessions = (await listCourseSessions(tx, course.id)).filter(isTold);
  const { modules } = await readCurriculumOf(tx, course.curriculumId);
  return {
    courseTitle: course.title,
    timeZone: await readTimeZone(tx),
    sessions: sessions.map(({ moduleKey, startsAt, endsAt, place, cancelledAt }) => ({
      moduleTitle: modules.find(({ key }) => key === moduleKey)?.title ?? moduleKey,
      startsAt: startsAt.toISOString(),
      endsAt: endsAt.toISOString(),
      place,
      cancelled: cancelledAt !== null,
    })),
  };
}
