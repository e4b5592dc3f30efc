import {
  activeWaitingList,
  clashOf,
  endedOffers,
  nextOffers,
  sessionsAhead,
  withEnrolment,
  type CoursePlaces,
  type Enrolment,
} from "@augenhoehe/domain";
import type { Tx } from "../db/client.ts";
import { findParticipants, lockLearners, saveEnrolment } from "../db/repositories/enrolments.ts";
import { listCommitments } from "../db/repositories/session-bookings.ts";
import { readTimeZone } from "../db/repositories/time-zone.ts";
import type { AppDeps } from "../http/app-deps.ts";
import type { CourseInHand } from "./course-in-hand.ts";
import { offerDeadline } from "./offer-deadline.ts";
import { tellOfOffers, tellOfLapsedOffers } from "./offer-mails.ts";
import { readPlaces } from "./places-in-hand.ts";
import { settlePlacesAt, settlePlacesSoon } from "./plan-settling.ts";

/**
 * Brings the places of a course in order: offers nobody answered in time end, and what is free is offered to who waits
 * longest. Whoever looks first does it; the job only looks when nobody else did. Answers who sits where then.
 */
export async function moveUp(deps: AppDeps, tx: Tx, course: CourseInHand): Promise<CoursePlaces> {
  const now = deps.clock();
  let places = await readPlaces(tx, course);
  const ended = endedOffers(places, now);
  for (const row of ended) places = await save(tx, course, places, row);
  const lapsed = ended.filter(({ lapsedAt }) => lapsedAt !== null);
  for (const { volunteerId } of lapsed) await recordMove(deps, tx, course, "course_offer_lapsed", volunteerId);
  await tellOfLapsedOffers(deps, tx, course, await peopleOf(tx, lapsed));

  const offered = await offersOf(deps, tx, course, places);
  for (const row of offered) {
    places = await save(tx, course, places, row);
    await recordMove(deps, tx, course, "course_place_offered", row.volunteerId);
    if (row.offerExpiresAt !== null) await settlePlacesAt(deps, tx, course.row.id, row.offerExpiresAt);
  }
  await tellOfOffers(deps, tx, course, await peopleOf(tx, offered), offered[0]?.offerExpiresAt ?? now);
  const freed = course.row.cancelledAt === null ? ended : places.enrolments;
  await settlePlacesSoon(
    deps,
    tx,
    freed.map(({ volunteerId }) => volunteerId),
    course.row.id,
  );
  return places;
}

/** Only people who are free at all those times are asked; the others keep their place on the list. */
async function offersOf(
  deps: AppDeps,
  tx: Tx,
  course: CourseInHand,
  places: CoursePlaces,
): Promise<readonly Enrolment[]> {
  const now = deps.clock();
  const [next] = sessionsAhead(course.sessions, now);
  const waiting = activeWaitingList(places.enrolments).map(({ volunteerId }) => volunteerId);
  if (next === undefined || waiting.length === 0) return [];
  const offerExpiresAt = offerDeadline(
    { now, offerHours: course.row.offerHours, nextSessionStartsAt: next.startsAt },
    await readTimeZone(tx),
  );
  const wouldBeOffered = nextOffers(places, now, { clashes: () => false, offerExpiresAt });
  if (wouldBeOffered.length === 0) return [];
  await lockLearners(tx, waiting);
  const commitments = await listCommitments(tx, waiting, now);
  const ahead = sessionsAhead(course.sessions, now);
  const clashes = (id: string) =>
    clashOf(
      ahead,
      commitments.filter(({ volunteerId, courseId }) => volunteerId === id && courseId !== course.row.id),
    ) !== undefined;
  return nextOffers(places, now, { clashes, offerExpiresAt });
}

async function save(tx: Tx, course: CourseInHand, places: CoursePlaces, row: Enrolment): Promise<CoursePlaces> {
  await saveEnrolment(tx, course.row.id, row);
  return withEnrolment(places, row);
}

const peopleOf = (tx: Tx, rows: readonly Enrolment[]) =>
  findParticipants(
    tx,
    rows.map(({ volunteerId }) => volunteerId),
  );

const recordMove = (deps: AppDeps, tx: Tx, { row }: CourseInHand, action: string, volunteerId: string) =>
  deps.recordActivity(tx, {
    actor: { kind: "system" },
    action,
    subjectKind: "volunteer",
    subjectId: volunteerId,
    facts: { courseId: row.id },
    providerId: row.providerId,
  });
