import { ENROLMENT_STATUSES } from "@augenhoehe/domain";
import { z } from "zod";
import { CourseSummary, MyEnrolment, SessionSummary } from "./course-summary.ts";
import { ModuleSummary } from "./curricula.ts";
import { endpoint } from "./endpoint.ts";
import { Done, Id, IdParams, Instant } from "./shared.ts";

/** A session of the same module in another run, with a seat free. */
export const OtherDate = z.strictObject({
  sessionId: Id,
  courseId: Id,
  courseTitle: z.string(),
  moduleTitle: z.string(),
  startsAt: Instant,
  endsAt: Instant,
  place: z.string(),
  freeSeats: z.number().int(),
});
export type OtherDate = z.infer<typeof OtherDate>;

/** A module that was missed or will be, and where it can be made up. */
export const MissedModule = z.strictObject({
  moduleKey: z.string(),
  moduleTitle: z.string(),
  /** The session that was missed, or that the reader cannot come to. */
  missedAt: Instant,
  /** Was there, but not for all of it, and hours are missing. */
  tooShort: z.boolean(),
  dates: z.array(OtherDate),
});

/** One line of the waiting list, people with an offered place first. */
export const WaitingEntry = z.strictObject({
  volunteerId: Id,
  displayName: z.string(),
  /** Counting from 1; 0 for somebody with an offer. */
  position: z.number().int(),
  /** Offered: a place is kept until `offerExpiresAt`. Lapsed: let one pass, asked again only after saying so. */
  state: z.enum(["offered", "active", "lapsed"]),
  waitingSince: Instant,
  offerExpiresAt: Instant.nullable(),
  lapsedAt: Instant.nullable(),
});
export type WaitingEntry = z.infer<typeof WaitingEntry>;

export const EnrolmentAnswer = z.strictObject({
  status: z.enum(ENROLMENT_STATUSES).exclude(["cancelled"]),
  position: z.number().int().nullable(),
});
export type EnrolmentAnswer = z.infer<typeof EnrolmentAnswer>;

const OfferAnswer = z.enum(["take", "not_now", "still_want"]);
/** Any text: what is no token of ours answers exactly like one that no longer works. */
const TokenParams = z.strictObject({ token: z.string().max(200) });
const PersonParams = z.strictObject({ id: Id, volunteerId: Id });

export const placesEndpoints = {
  listOpenCourses: endpoint({
    method: "GET",
    path: "/api/me/courses",
    who: ["volunteer"],
    summary: "Courses I can enrol in, and mine; how far I have come, what I missed, and my certificate",
    response: z.strictObject({
      items: z.array(CourseSummary),
      modules: z.array(ModuleSummary.extend({ attendedAt: Instant.nullable() })),
      missed: z.array(MissedModule),
      certificateId: Id.nullable(),
      /** With a certificate, or let through without one by a coordinator. */
      mayJoinTopUps: z.boolean(),
    }),
  }),
  enrolMe: endpoint({
    method: "POST",
    path: "/api/me/enrolments",
    who: ["volunteer"],
    summary: "Enrol in a course; a full one puts me on its waiting list. Takes the place that was offered to me",
    body: z.strictObject({ courseId: Id }),
    response: EnrolmentAnswer,
  }),
  cancelMyEnrolment: endpoint({
    method: "DELETE",
    path: "/api/me/enrolments/:id",
    who: ["volunteer"],
    summary: "Give back my place in the course with this id; the waiting list moves up",
    params: IdParams,
    response: Done,
  }),
  answerMyOffer: endpoint({
    method: "POST",
    path: "/api/me/enrolments/:id/answer",
    who: ["volunteer"],
    summary: "Take the place this course offers me, let it pass, or say that I still want one",
    params: IdParams,
    body: z.strictObject({ answer: OfferAnswer }),
    response: EnrolmentAnswer,
  }),
  readOffer: endpoint({
    method: "GET",
    path: "/api/offers/:token",
    who: "anyone",
    summary: "What a link in a mail says about an offered place; tells no name",
    params: TokenParams,
    perMinute: 60,
    response: z.strictObject({
      courseTitle: z.string(),
      organiser: z.string(),
      timeZone: z.string(),
      /** Cancelled or over. */
      ended: z.boolean(),
      enrolment: MyEnrolment,
      sessions: z.array(
        SessionSummary.pick({ id: true, moduleTitle: true, startsAt: true, endsAt: true, place: true }),
      ),
    }),
  }),
  answerOffer: endpoint({
    method: "POST",
    path: "/api/offers/:token/answer",
    who: "anyone",
    summary: "Take the place, let it pass, or say that I still want one, by a link in a mail",
    params: TokenParams,
    body: z.strictObject({ answer: OfferAnswer }),
    perMinute: 30,
    response: EnrolmentAnswer,
  }),
  readMySession: endpoint({
    method: "GET",
    path: "/api/me/sessions/:id",
    who: ["volunteer"],
    summary: "One session I am expected at, am excused from or come to as a guest, and where I could go instead",
    params: IdParams,
    response: z.strictObject({
      courseId: Id,
      courseTitle: z.string(),
      session: SessionSummary,
      /** Where the module is made up instead. */
      instead: z.strictObject({ startsAt: Instant, endsAt: Instant, place: z.string() }).nullable(),
      otherDates: z.array(OtherDate),
    }),
  }),
  excuseMe: endpoint({
    method: "POST",
    path: "/api/me/sessions/:id/excuse",
    who: ["volunteer"],
    summary: "I cannot come to this session of my course",
    params: IdParams,
    response: Done,
  }),
  comeAfterAll: endpoint({
    method: "DELETE",
    path: "/api/me/sessions/:id/excuse",
    who: ["volunteer"],
    summary: "I can come after all, if my seat is still free",
    params: IdParams,
    response: Done,
  }),
  bookMeAsGuest: endpoint({
    method: "POST",
    path: "/api/me/sessions/:id/guest",
    who: ["volunteer"],
    summary: "Make up a missed module in this session of another run",
    params: IdParams,
    response: Done,
  }),
  giveBackMyGuestPlace: endpoint({
    method: "DELETE",
    path: "/api/me/sessions/:id/guest",
    who: ["volunteer"],
    summary: "Give back my seat as a guest in this session",
    params: IdParams,
    response: Done,
  }),
  moveMySession: endpoint({
    method: "POST",
    path: "/api/me/sessions/:id/move",
    who: ["volunteer"],
    summary: "Go to another session of the same module instead of this one",
    params: IdParams,
    body: z.strictObject({ toSessionId: Id }),
    response: Done,
  }),
  enrolVolunteer: endpoint({
    method: "POST",
    path: "/api/courses/:id/enrolments",
    who: ["coordinator"],
    summary: "Enrol a volunteer, also outside the time of registration",
    params: IdParams,
    body: z.strictObject({ volunteerId: Id }),
    response: EnrolmentAnswer,
  }),
  cancelEnrolment: endpoint({
    method: "DELETE",
    path: "/api/courses/:id/enrolments/:volunteerId",
    who: ["coordinator"],
    summary: "Take a volunteer out of a course; the waiting list moves up",
    params: PersonParams,
    response: Done,
  }),
  givePlace: endpoint({
    method: "POST",
    path: "/api/courses/:id/enrolments/:volunteerId/place",
    who: ["coordinator"],
    summary: "Give somebody of the waiting list a free place at once, or take up the offer for them",
    params: PersonParams,
    response: Done,
  }),
  bookGuest: endpoint({
    method: "POST",
    path: "/api/sessions/:id/guests",
    who: ["coordinator"],
    summary: "Book a guest's seat in this session for somebody who missed its module",
    params: IdParams,
    body: z.strictObject({ volunteerId: Id }),
    response: Done,
  }),
  cancelGuest: endpoint({
    method: "DELETE",
    path: "/api/sessions/:id/guests/:volunteerId",
    who: ["coordinator"],
    summary: "Give back a guest's seat",
    params: PersonParams,
    response: Done,
  }),
};
