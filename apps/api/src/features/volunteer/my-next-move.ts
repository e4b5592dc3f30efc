import type { CertificateSummary, CourseSummary, MyNextMove } from "@augenhoehe/contract";
import { nextMove, type DateAhead, type EligibilityFacts, type NextMoveFacts } from "@augenhoehe/domain";
import { datesOf, hasSeat, isAhead, myDate, type LearnersScene, type OwnDate } from "./my-training.ts";

interface Situation {
  readonly facts: EligibilityFacts;
  readonly courses: readonly CourseSummary[];
  readonly scene: LearnersScene;
  readonly certificates: readonly CertificateSummary[];
  readonly proposalsToAnswer: number;
  readonly openTandems: number;
}

type Target = DateAhead & { readonly own: OwnDate };

/** The one next step in the reader's own dates; null for somebody who has left. */
export function myNextMove(situation: Situation, now: Date): MyNextMove | null {
  if (situation.facts.status === "left") return null;
  const { move, date, until, position } = nextMove(moveFacts(situation, now));
  return {
    move,
    date: date === null ? null : myDate(date.own),
    until: until?.toISOString() ?? null,
    position,
  };
}

function moveFacts({ facts, courses, scene, certificates, ...counts }: Situation, now: Date): NextMoveFacts<Target> {
  const { progress, training, booked } = scene;
  const ahead = datesOf(courses).filter(({ course, session }) => isAhead(course, session, now));
  const firstOf = (course: CourseSummary) => target(ahead.find((date) => date.course.id === course.id));
  const ofThisWay = ahead.filter(({ course }) => course.curriculumId === scene.curriculum?.id);
  const offered = courses.find(({ myEnrolment, cancelled }) => myEnrolment?.status === "offered" && !cancelled);
  const waiting = courses.find(
    ({ myEnrolment, cancelled, over }) => myEnrolment?.status === "waiting" && !cancelled && !over,
  );
  const missing = training.modules.flatMap(({ makeUp }) => makeUp?.sessionId ?? []);
  return {
    ...facts,
    ...counts,
    certificateExpired: certificates.some(
      ({ validUntil, replacedAt, revokedAt }) =>
        replacedAt === null && revokedAt === null && validUntil !== null && new Date(validUntil) <= now,
    ),
    offer: offered === undefined ? null : { until: untilOf(offered, now), date: firstOf(offered) },
    isBeginner: (progress?.attendedCount ?? 0) === 0,
    isComplete: progress?.isComplete ?? false,
    missesModules: (progress?.missing.length ?? 0) > 0,
    nextSession: target(booked[0]),
    makeUp: target(ofThisWay.find(({ session }) => missing.includes(session.id))),
    hoursDate: target(ofThisWay.find(hasSeat)),
    waiting: waiting === undefined ? null : { ...turnOf(waiting), date: firstOf(waiting) },
    openCourse: target(ofThisWay.find((date) => isFirstOfOpenCourse(date))),
  };
}

const turnOf = ({ myEnrolment }: CourseSummary) => ({
  position: myEnrolment?.position ?? null,
  lapsed: myEnrolment?.lapsed ?? false,
});

const untilOf = ({ myEnrolment }: CourseSummary, now: Date): Date => new Date(myEnrolment?.offerExpiresAt ?? now);

/** A full course is worth asking for too: its waiting list moves up. */
const isFirstOfOpenCourse = ({ course, session }: OwnDate): boolean =>
  course.registration.state === "open" && course.sessions.find(({ cancelled }) => !cancelled)?.id === session.id;

function target(own: OwnDate | undefined): Target | null {
  if (own === undefined) return null;
  const { course, session } = own;
  return { sessionId: session.id, courseId: course.id, startsAt: new Date(session.startsAt), own };
}
