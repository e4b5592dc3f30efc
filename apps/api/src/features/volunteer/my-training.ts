import type { CourseSummary, MyDate, MyModule, MyTraining } from "@augenhoehe/contract";
import { feedbackState, type CourseProgress } from "@augenhoehe/domain";
import type { Tx } from "../../db/client.ts";
import { findCurriculumOfVolunteer, readProgress, type StoredCurriculum } from "../../db/repositories/curricula.ts";
import { listFeedbackGiven } from "../../db/repositories/feedback.ts";
import { readTopUpMinutes } from "../../db/repositories/top-ups.ts";

type Session = CourseSummary["sessions"][number];
export interface OwnDate {
  readonly course: CourseSummary;
  readonly session: Session;
}

export interface LearnersScene {
  readonly curriculum: StoredCurriculum | undefined;
  readonly progress: CourseProgress | undefined;
  readonly training: MyTraining;
  /** Sessions ahead that the learner comes to, the soonest first. */
  readonly booked: readonly OwnDate[];
}

/** The way through the modules, from everything the learner can see of courses. */
export async function readMyTraining(
  tx: Tx,
  volunteerId: string,
  courses: readonly CourseSummary[],
  now: Date,
): Promise<LearnersScene> {
  const curriculum = await findCurriculumOfVolunteer(tx, volunteerId);
  const progress = curriculum && (await readProgress(tx, curriculum, [volunteerId])).get(volunteerId);
  const ahead = datesOf(courses).filter(({ course, session }) => isAhead(course, session, now));
  const booked = ahead.filter(comesTo);
  const isOfThisWay = ({ course }: OwnDate) => course.curriculumId === curriculum?.id;
  const modules = (progress?.modules ?? []).map(({ module, attended }): MyModule => {
    const isOfModule = ({ session }: OwnDate) => session.moduleKey === module.key;
    const own = booked.find((date) => isOfThisWay(date) && isOfModule(date));
    const other = ahead.find((date) => isOfThisWay(date) && isOfModule(date) && hasSeat(date));
    const wasMissed = datesOf(courses).some((date) => isOfThisWay(date) && isOfModule(date) && missed(date, now));
    const state = attended !== null ? "done" : own !== undefined ? "booked" : wasMissed ? "missed" : "ahead";
    return {
      key: module.key,
      title: module.title,
      compulsory: module.compulsory,
      state,
      attendedAt: attended?.heldAt.toISOString() ?? null,
      booked: own === undefined ? null : myDate(own),
      makeUp: state === "missed" && other !== undefined ? myDate(other) : null,
    };
  });
  const training = {
    modules,
    attendedMinutes: progress?.attendedMinutes ?? 0,
    requiredMinutes: progress?.requiredMinutes ?? 0,
    topUpMinutes: (await readTopUpMinutes(tx, [volunteerId])).get(volunteerId) ?? 0,
    feedbackAsked: await feedbackAsked(tx, volunteerId, courses, now),
  };
  return { curriculum, progress, training, booked };
}

/** By time, whichever course they belong to. */
export const datesOf = (courses: readonly CourseSummary[]): OwnDate[] =>
  courses
    .flatMap((course) => course.sessions.map((session) => ({ course, session })))
    .sort((a, b) => a.session.startsAt.localeCompare(b.session.startsAt));

export const isAhead = (course: CourseSummary, session: Session, now: Date): boolean =>
  !course.cancelled && !session.cancelled && session.attended === null && new Date(session.endsAt) > now;

const isParticipant = ({ myEnrolment }: CourseSummary): boolean => myEnrolment?.status === "enrolled";

function comesTo({ course, session }: OwnDate): boolean {
  return session.booking === "guest" || (isParticipant(course) && session.booking !== "excused");
}

/** A seat as a guest, in a run that the learner does not take part in. */
export const hasSeat = ({ course, session }: OwnDate): boolean => !isParticipant(course) && session.freeSeats > 0;

function missed({ course, session }: OwnDate, now: Date): boolean {
  if (session.cancelled || session.attended === true) return false;
  if (session.attended === false) return true;
  return isParticipant(course) && (session.booking === "excused" || new Date(session.endsAt) <= now);
}

async function feedbackAsked(tx: Tx, volunteerId: string, courses: readonly CourseSummary[], now: Date) {
  const attended = datesOf(courses).filter(({ session }) => session.attended === true && !session.cancelled);
  const given = await listFeedbackGiven(
    tx,
    attended.map(({ session }) => session.id),
    volunteerId,
  );
  return attended
    .filter(({ session: { id, endsAt } }) => {
      const own = { attended: true, given: given.has(id) };
      return feedbackState({ endsAt: new Date(endsAt), cancelledAt: null }, own, now) === "open";
    })
    .map(({ course, session }) => ({
      sessionId: session.id,
      courseId: course.id,
      moduleTitle: session.moduleTitle,
      startsAt: session.startsAt,
    }));
}

export const myDate = ({ course, session }: OwnDate): MyDate => ({
  sessionId: session.id,
  courseId: course.id,
  courseTitle: course.title,
  startsAt: session.startsAt,
  place: session.place,
});
