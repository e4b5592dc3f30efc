import { OFFER_HOURS } from "@augenhoehe/domain";
import { z } from "zod";
import { endpoint } from "./endpoint.ts";
import { Roster } from "./attendance.ts";
import { CertificateStatus } from "./certificates.ts";
import { CoursePlan, CourseSeries, CourseSeriesInput, CourseWarning, SessionWarning } from "./course-plan.ts";
import { CourseSummary } from "./course-summary.ts";
import { WaitingEntry } from "./places.ts";
import { Created, Done, Id, IdParams, LocalDateTime, line, prose } from "./shared.ts";

/** The coordinator's view adds the waiting list and where everyone stands on the way to the certificate. */
export const CourseForStaff = Roster.extend({
  offerHours: z.number().int(),
  /** What to look at again at dates ahead, also where it came up after they were saved; for who runs the course. */
  warnings: z.strictObject({
    sessions: z.array(z.strictObject({ sessionId: Id, warnings: z.array(SessionWarning) })),
    course: z.array(CourseWarning),
  }),
  waitingList: z.array(WaitingEntry),
  certificates: z.array(
    z.strictObject({
      volunteerId: Id,
      displayName: z.string(),
      missingModules: z.array(z.string()),
      /** Short of the share of hours that the curriculum asks for; 0 when there are enough. */
      missingMinutes: z.number().int(),
      certificateId: Id.nullable(),
      number: z.string().nullable(),
      state: CertificateStatus.exclude(["unknown"]).nullable(),
      /** The person has another name now than the certificate that counts says. */
      nameChanged: z.boolean(),
    }),
  ),
});
export type CourseForStaff = z.infer<typeof CourseForStaff>;

export const CourseInput = CoursePlan.extend({
  title: line(120),
  places: z.number().int().min(1).max(200),
  /** Null: open as soon as the course is on the calendar. */
  registrationOpensAt: LocalDateTime.nullable().default(null),
  /** Null: open until the course is over. */
  registrationClosesAt: LocalDateTime.nullable().default(null),
  /** How long a place that became free is kept for the next on the waiting list. */
  offerHours: z.number().int().min(OFFER_HOURS.min).max(OFFER_HOURS.max).default(OFFER_HOURS.usual),
});

export const coursesEndpoints = {
  listCourses: endpoint({
    method: "GET",
    path: "/api/courses",
    who: ["coordinator", "trainer"],
    summary: "All courses; a trainer sees the own ones",
    response: z.strictObject({ items: z.array(CourseSummary.omit({ myEnrolment: true })) }),
  }),
  createCourse: endpoint({
    method: "POST",
    path: "/api/courses",
    who: ["coordinator"],
    summary: "Put a course with its sessions on the calendar",
    body: CourseInput.extend({
      /** Null: the network's standard curriculum. A course keeps the one it began with. */
      curriculumId: Id.nullable().default(null),
    }),
    response: Created,
  }),
  planCourseSeries: endpoint({
    method: "POST",
    path: "/api/courses/series",
    who: ["coordinator"],
    summary: "Dates by a rule, one for each module in its order; nothing is saved",
    body: CourseSeriesInput,
    response: CourseSeries,
  }),
  checkCoursePlan: endpoint({
    method: "POST",
    path: "/api/courses/check",
    who: ["coordinator"],
    summary: "What to look at again before these dates are saved: holidays, taken rooms and trainers, modules",
    body: CoursePlan.extend({
      /** The course these dates are for; null for a new one. */
      courseId: Id.nullable(),
      curriculumId: Id.nullable().default(null),
    }),
    response: z.strictObject({
      /** By position of the session in the plan. */
      sessions: z.array(z.array(SessionWarning)),
      course: z.array(CourseWarning),
    }),
  }),
  updateCourse: endpoint({
    method: "PUT",
    path: "/api/courses/:id",
    who: ["coordinator"],
    summary: "Change a course; more places move the waiting list up, moved sessions are told to participants",
    params: IdParams,
    body: CourseInput,
    response: Done,
  }),
  cancelCourse: endpoint({
    method: "POST",
    path: "/api/courses/:id/cancel",
    who: ["coordinator"],
    summary: "Cancel a course and tell everyone in it",
    params: IdParams,
    body: z.strictObject({ reason: prose(500) }),
    response: Done,
  }),
  cancelSession: endpoint({
    method: "POST",
    path: "/api/sessions/:id/cancel",
    who: ["coordinator"],
    summary: "Cancel one date and tell everyone who would have come; one with attendance cannot be cancelled",
    params: IdParams,
    body: z.strictObject({ reason: prose(500) }),
    response: Done,
  }),
  readCourse: endpoint({
    method: "GET",
    path: "/api/courses/:id",
    who: ["coordinator"],
    summary: "A course with roster, waiting list and certificates",
    params: IdParams,
    response: CourseForStaff,
  }),
};
