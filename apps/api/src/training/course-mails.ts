import type { Tx } from "../db/client.ts";
import { listCourseSessions, type CourseRow } from "../db/repositories/courses.ts";
import { readCurriculumOf } from "../db/repositories/curricula.ts";
import type { Participant } from "../db/repositories/enrolments.ts";
import { readTimeZone } from "../db/repositories/time-zone.ts";
import type { AppDeps } from "../http/app-deps.ts";
import type { CourseInMail } from "../mail/course-dates.ts";
import type { MailParams, MailTemplateName } from "../mail/templates/index.ts";

/** Writes to each of these people in their own language. Who has no address is told by their coordination. */
export async function tellParticipants<N extends MailTemplateName>(
  deps: Pick<AppDeps, "queueMail">,
  tx: Tx,
  people: readonly Participant[],
  template: N,
  paramsFor: (person: Participant) => MailParams<N>,
): Promise<void> {
  for (const person of people) {
    if (person.email === null) continue;
    await deps.queueMail(tx, {
      to: { kind: "volunteer", id: person.volunteerId, address: person.email, providerId: person.providerId },
      locale: person.locale,
      template,
      params: paramsFor(person),
    });
  }
}

/** The course as its mails describe it: every session as it is now. */
export async function describeCourse(tx: Tx, course: CourseRow): Promise<Omit<CourseInMail, "firstName">> {
  const sessions = await listCourseSessions(tx, course.id);
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
