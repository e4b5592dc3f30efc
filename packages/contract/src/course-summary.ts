import { ENROLMENT_STATUSES } from "@augenhoehe/domain";
import { z } from "zod";
import { Id, Instant } from "./shared.ts";

export const SessionSummary = z.strictObject({
  id: Id,
  moduleKey: z.string(),
  moduleTitle: z.string(),
  startsAt: Instant,
  endsAt: Instant,
  place: z.string(),
  cancelled: z.boolean(),
  /** The reader's own attendance where the reader is a volunteer. */
  attended: z.boolean().nullable(),
});

export const CourseSummary = z.strictObject({
  id: Id,
  title: z.string(),
  /** The provider whose coordinators run it; volunteers of every provider may enrol. */
  organiser: z.string(),
  curriculumTitle: z.string(),
  places: z.number().int(),
  enrolled: z.number().int(),
  /** Places kept for people of the waiting list until they answer; they count as taken. */
  offered: z.number().int(),
  waiting: z.number().int(),
  registration: z.strictObject({
    state: z.enum(["not_yet", "open", "closed"]),
    opensAt: Instant.nullable(),
    closesAt: Instant.nullable(),
  }),
  cancelled: z.boolean(),
  over: z.boolean(),
  sessions: z.array(SessionSummary),
  myEnrolment: z.strictObject({ status: z.enum(ENROLMENT_STATUSES), position: z.number().int().nullable() }).nullable(),
});
export type CourseSummary = z.infer<typeof CourseSummary>;
