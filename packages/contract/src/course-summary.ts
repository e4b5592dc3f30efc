import { CURRICULUM_PURPOSES, ENROLMENT_STATUSES } from "@augenhoehe/domain";
import { z } from "zod";
import { Id, Instant } from "./shared.ts";

/** What somebody told about one session: comes as a guest to make up its module, or cannot come. */
export const BookingKind = z.enum(["guest", "excused"]);

export const SessionSummary = z.strictObject({
  id: Id,
  moduleKey: z.string(),
  moduleTitle: z.string(),
  startsAt: Instant,
  endsAt: Instant,
  place: z.string(),
  cancelled: z.boolean(),
  /** Seats a guest could still have; 0 once it is cancelled or has begun. */
  freeSeats: z.number().int(),
  /** The reader's own attendance where the reader is a volunteer. */
  attended: z.boolean().nullable(),
  /** The reader's own booking where the reader is a volunteer. */
  booking: BookingKind.nullable(),
});

export const MyEnrolment = z.strictObject({
  status: z.enum(ENROLMENT_STATUSES),
  /** On the waiting list, counting from 1. */
  position: z.number().int().nullable(),
  /** Until when an offered place is kept. */
  offerExpiresAt: Instant.nullable(),
  /** Let an offer pass: waits behind the others until saying "I still want a place". */
  lapsed: z.boolean(),
});

export const CourseSummary = z.strictObject({
  id: Id,
  title: z.string(),
  /** The provider whose coordinators run it; volunteers of every provider may enrol. */
  organiser: z.string(),
  curriculumId: Id,
  curriculumTitle: z.string(),
  purpose: z.enum(CURRICULUM_PURPOSES),
  /** How many meetings of the last 12 months raised the topic of this top-up; 0 for a course. */
  raisedMeetings: z.number().int(),
  places: z.number().int(),
  enrolled: z.number().int(),
  /** Places kept for people of the waiting list until they answer. */
  offered: z.number().int(),
  waiting: z.number().int(),
  /** Places for somebody new; guests of single sessions take theirs too. Never below 0. */
  free: z.number().int(),
  registration: z.strictObject({
    state: z.enum(["not_yet", "open", "closed"]),
    opensAt: Instant.nullable(),
    closesAt: Instant.nullable(),
  }),
  cancelled: z.boolean(),
  over: z.boolean(),
  sessions: z.array(SessionSummary),
  myEnrolment: MyEnrolment.nullable(),
});
export type CourseSummary = z.infer<typeof CourseSummary>;
