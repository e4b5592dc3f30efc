import { z } from "zod";
import { endpoint } from "./endpoint.ts";
import { Created, Done, Id, IdParams, Instant, LocalDateTime, line, prose } from "./shared.ts";

export const ModuleSummary = z.strictObject({
  key: z.string(),
  position: z.number().int(),
  title: z.string(),
  topics: z.string(),
  hours: z.number(),
});

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

export const ENROLMENT_STATUSES = ["enrolled", "waiting", "cancelled"] as const;

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

/** One line of a roster: all a trainer sees of a person (own course, display name, attendance). */
export const RosterEntry = z.strictObject({
  volunteerId: Id,
  displayName: z.string(),
  guest: z.boolean(),
  /** By session id: present, absent, or not marked yet. */
  attendance: z.record(Id, z.enum(["present", "absent"])),
});

/** Coordinators of other providers see the course and their own volunteers in it; the others are only counted. */
export const Roster = z.strictObject({
  /** The reader runs this course: as its trainer, or as coordinator of the organising provider. */
  mayManage: z.boolean(),
  course: CourseSummary.omit({ myEnrolment: true }),
  trainers: z.array(z.strictObject({ accountId: Id, displayName: z.string() })),
  participants: z.array(RosterEntry),
});
export type Roster = z.infer<typeof Roster>;

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

export const trainingEndpoints = {
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
  readCurriculum: endpoint({
    method: "GET",
    path: "/api/curriculum",
    who: ["coordinator", "trainer"],
    summary: "The modules of the network's curriculum and the trainers who can be named",
    response: z.strictObject({
      title: z.string(),
      modules: z.array(ModuleSummary),
      trainers: z.array(z.strictObject({ accountId: Id, displayName: z.string() })),
    }),
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
  readRoster: endpoint({
    method: "GET",
    path: "/api/courses/:id/roster",
    who: ["trainer", "coordinator"],
    summary: "Names and attendance of a course; for a trainer, of the own courses only",
    params: IdParams,
    response: Roster,
  }),
  enrolVolunteer: endpoint({
    method: "POST",
    path: "/api/courses/:id/enrolments",
    who: ["coordinator"],
    summary: "Enrol a volunteer",
    params: IdParams,
    body: z.strictObject({ volunteerId: Id }),
    response: z.strictObject({ status: z.enum(["enrolled", "waiting"]), position: z.number().int().nullable() }),
  }),
  cancelEnrolment: endpoint({
    method: "DELETE",
    path: "/api/courses/:id/enrolments/:volunteerId",
    who: ["coordinator"],
    summary: "Take a volunteer out of a course; the waiting list moves up",
    params: z.strictObject({ id: Id, volunteerId: Id }),
    response: Done,
  }),
  findGuests: endpoint({
    method: "GET",
    path: "/api/sessions/:id/guests",
    who: ["trainer", "coordinator"],
    summary: "Volunteers who still miss this session's module and could make it up here (display names)",
    params: IdParams,
    response: z.strictObject({ items: z.array(z.strictObject({ volunteerId: Id, displayName: z.string() })) }),
  }),
  markAttendance: endpoint({
    method: "PUT",
    path: "/api/sessions/:id/attendance",
    who: ["trainer", "coordinator"],
    summary: "Mark people as present or absent; also a guest who makes up a missed module. Repeating changes nothing",
    params: IdParams,
    body: z.strictObject({
      marks: z
        .array(z.strictObject({ volunteerId: Id, mark: z.enum(["present", "absent", "unmarked"]) }))
        .min(1)
        .max(300),
    }),
    response: Done,
  }),
  issueCertificates: endpoint({
    method: "POST",
    path: "/api/courses/:id/certificates",
    who: ["coordinator"],
    summary:
      "Issue certificates to those who attended every module; with one volunteer, refuses naming what is missing",
    params: IdParams,
    body: z.strictObject({ volunteerIds: z.array(Id).min(1).max(300) }),
    response: z.strictObject({ issued: z.number().int() }),
  }),
  revokeCertificate: endpoint({
    method: "POST",
    path: "/api/certificates/:id/revoke",
    who: ["coordinator"],
    summary: "Revoke a certificate; the reason is not public",
    params: IdParams,
    body: z.strictObject({ reason: line(300) }),
    response: Done,
  }),
  downloadCertificate: endpoint({
    method: "GET",
    path: "/api/certificates/:id/pdf",
    who: ["coordinator"],
    summary: "A certificate as PDF",
    params: IdParams,
    response: { file: ["application/pdf"] },
  }),
  checkCertificate: endpoint({
    method: "GET",
    path: "/api/certificates/check/:code",
    who: "anyone",
    summary: "Valid, revoked or unknown, and nothing about the person",
    params: z.strictObject({ code: z.string().max(80) }),
    response: z.strictObject({ status: z.enum(["valid", "revoked", "unknown"]) }),
    perMinute: 30,
  }),
};
