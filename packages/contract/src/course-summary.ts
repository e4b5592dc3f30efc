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
  waiting: z.number().int(),
  cancelled: z.boolean(),
  over: z.boolean(),
  sessions: z.array(SessionSummary),
  myEnrolment: z.strictObject({ status: z.enum(ENROLMENT_STATUSES), position: z.number().int().nullable() }).nullable(),
});
export type CourseSummary = z.infer<typeof CourseSummary>;
