import { z } from "zod";
import { endpoint } from "./endpoint.ts";
import { ModuleSummary } from "./curricula.ts";
import { Roster } from "./attendance.ts";
import { CourseSummary } from "./course-summary.ts";
import { Created, Done, Id, IdParams, Instant, LocalDateTime, line, prose } from "./shared.ts";

/** The coordinator's view adds the waiting list and where everyone stands on the way to the certificate. */
export const CourseForStaff = Roster.extend({
  waitingList: z.array(z.strictObject({ volunteerId: Id, displayName: z.string(), position: z.number().int() })),
  certificates: z.array(
    z.strictObject({
      volunteerId: Id,
      displayName: z.string(),
      missingModules: z.array(z.string()),
      certificateId: Id.nullable(),
      number: z.string().nullable(),
      revoked: z.boolean(),
    }),
  ),
});
export type CourseForStaff = z.infer<typeof CourseForStaff>;

export const CourseInput = z.strictObject({
  title: line(120),
  places: z.number().int().min(1).max(200),
  trainerAccountIds: z.array(Id).max(10),
  sessions: z
    .array(
      z.strictObject({
        /** Present when an existing session is changed. */
        id: Id.nullable(),
        moduleKey: line(60),
        startsAt: LocalDateTime,
        minutes: z.number().int().min(15).max(600),
        place: line(160),
      }),
    )
    .min(1, "required")
    .max(40),
});

export const coursesEndpoints = {
  listOpenCourses: endpoint({
    method: "GET",
    path: "/api/me/courses",
    who: ["volunteer"],
    summary: "Courses I can enrol in, and mine; how far I have come, and my certificate",
    response: z.strictObject({
      items: z.array(CourseSummary),
      modules: z.array(ModuleSummary.extend({ attendedAt: Instant.nullable() })),
      certificateId: Id.nullable(),
    }),
  }),
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
    body: CourseInput,
    response: Created,
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
  readCourse: endpoint({
    method: "GET",
    path: "/api/courses/:id",
    who: ["coordinator"],
    summary: "A course with roster, waiting list and certificates",
    params: IdParams,
    response: CourseForStaff,
  }),
};
