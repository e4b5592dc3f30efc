import { z } from "zod";
import { endpoint } from "./endpoint.ts";
import { CourseSummary } from "./course-summary.ts";
import { Done, Id, IdParams } from "./shared.ts";

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

export const attendanceEndpoints = {
  readRoster: endpoint({
    method: "GET",
    path: "/api/courses/:id/roster",
    who: ["trainer", "coordinator"],
    summary: "Names and attendance of a course; for a trainer, of the own courses only",
    params: IdParams,
    response: Roster,
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
};
