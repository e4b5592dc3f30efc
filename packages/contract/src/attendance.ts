import { ATTENDANCE_SOURCES } from "@augenhoehe/domain";
import { z } from "zod";
import { endpoint } from "./endpoint.ts";
import { CourseSummary } from "./course-summary.ts";
import { Id, IdParams, Instant, line } from "./shared.ts";

const Minutes = z.number().int().min(0).max(600);

/** What stands for one person at one session. */
const AttendanceDetail = z.strictObject({
  mark: z.enum(["present", "absent"]),
  lateMinutes: Minutes,
  leftEarlyMinutes: Minutes,
  /** Minutes the person was there. */
  minutes: z.number().int(),
  source: z.enum(ATTENDANCE_SOURCES),
});

/** One line of a roster: all a trainer sees of a person (own course, display name, attendance). */
export const RosterEntry = z.strictObject({
  volunteerId: Id,
  displayName: z.string(),
  guest: z.boolean(),
  /** By session id: present, absent, or not marked yet. */
  attendance: z.record(Id, z.enum(["present", "absent"])),
  /** The same with minutes. */
  details: z.record(Id, AttendanceDetail),
  /** By session id: comes to make up its module, or told not to come. */
  bookings: z.record(Id, z.enum(["guest", "excused"])),
});
export type RosterEntry = z.infer<typeof RosterEntry>;

/** Coordinators of other providers see the course and their own volunteers in it; the others are only counted. */
export const Roster = z.strictObject({
  /** The reader runs this course: as its trainer, or as coordinator of the organising provider. */
  mayManage: z.boolean(),
  course: CourseSummary.omit({ myEnrolment: true }),
  trainers: z.array(z.strictObject({ accountId: Id, displayName: z.string() })),
  participants: z.array(RosterEntry),
});
export type Roster = z.infer<typeof Roster>;

const AttendanceValue = z.strictObject({
  mark: z.enum(["present", "absent", "unmarked"]),
  lateMinutes: Minutes.default(0),
  leftEarlyMinutes: Minutes.default(0),
});

const AttendanceMarkInput = AttendanceValue.extend({
  volunteerId: Id,
  /** When it was tapped, by the clock of the phone; now unless told, and never later than now. */
  markedAt: Instant.optional(),
});

/** Somebody else marked this person later: that one stands until it is set once more. */
const NewerMark = z.strictObject({
  volunteerId: Id,
  displayName: z.string(),
  stands: AttendanceValue.extend({ lateMinutes: Minutes, leftEarlyMinutes: Minutes }),
  markedAt: Instant,
  /** Null where the volunteer checked in by the code on the wall. */
  markedBy: z.string().nullable(),
});

const AttendanceChange = z.strictObject({
  volunteerId: Id,
  mark: z.enum(["present", "absent", "unmarked"]),
  lateMinutes: Minutes,
  leftEarlyMinutes: Minutes,
  source: z.enum(ATTENDANCE_SOURCES),
  /** Why somebody was marked before the session began. */
  reason: z.string().nullable(),
  changedAt: Instant,
  /** Null where the volunteer checked in by the code on the wall. */
  changedBy: z.string().nullable(),
});

/** The page behind the code on the wall, for the person who scanned it. */
export const CheckIn = z.strictObject({
  course: z.string(),
  module: z.string(),
  startsAt: Instant,
  endsAt: Instant,
  place: z.string(),
  scannedAt: Instant,
  /** What is entered with the button, or was. */
  lateMinutes: Minutes,
  guest: z.boolean(),
  /** Marked as present already, by this code or by the trainer. */
  presentSince: Instant.nullable(),
});
export type CheckIn = z.infer<typeof CheckIn>;

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
    response: z.strictObject({
      items: z.array(
        z.strictObject({
          volunteerId: Id,
          displayName: z.string(),
          /** Is to come to another date of this module already. */
          comesElsewhere: z.boolean(),
        }),
      ),
    }),
  }),
  markAttendance: endpoint({
    method: "PUT",
    path: "/api/sessions/:id/attendance",
    who: ["trainer", "coordinator"],
    summary: "Mark people as present or absent; also a guest who makes up a missed module. Repeating changes nothing",
    params: IdParams,
    body: z.strictObject({
      marks: z.array(AttendanceMarkInput).min(1).max(300),
      source: z.enum(["tapped", "paper"]).default("tapped"),
      /** Asked for before the list opens, half an hour before the session. */
      reason: line(300).nullable().default(null),
      /** Whose marks these are: on a shared phone they are not taken for somebody else's. */
      accountId: Id.optional(),
    }),
    response: z.strictObject({
      done: z.literal(true),
      newer: z.array(NewerMark),
      /** Lost a module by this correction while their certificate stays valid. */
      certified: z.array(z.strictObject({ volunteerId: Id, displayName: z.string() })),
    }),
  }),
  readAttendanceHistory: endpoint({
    method: "GET",
    path: "/api/sessions/:id/attendance/history",
    who: ["trainer", "coordinator"],
    summary: "Every mark that was made for a session, in order: who, when, why",
    params: IdParams,
    response: z.strictObject({ items: z.array(AttendanceChange) }),
  }),
  readCheckInCode: endpoint({
    method: "GET",
    path: "/api/sessions/:id/check-in-code",
    who: ["trainer", "coordinator"],
    summary: "The address for the wall; it changes every minute. Beside it how many are there, without names",
    params: IdParams,
    response: z.strictObject({
      course: z.string(),
      module: z.string(),
      startsAt: Instant,
      endsAt: Instant,
      place: z.string(),
      state: z.enum(["early", "open", "over", "cancelled"]),
      opensAt: Instant,
      /** Null once the session is over or cancelled. */
      address: z.string().nullable(),
      /** When the next one is shown; this one is valid for a minute longer. */
      changesAt: Instant,
      now: Instant,
      present: z.number().int(),
      expected: z.number().int(),
    }),
  }),
  scanCheckInCode: endpoint({
    method: "GET",
    path: "/api/check-in/:code",
    who: "anyone",
    summary: "Remembers in this browser when a valid code was scanned; checks nobody in",
    params: z.strictObject({ code: z.string().max(200) }),
    response: z.strictObject({ scannedAt: Instant }),
    perMinute: 240,
  }),
  readMyCheckIn: endpoint({
    method: "GET",
    path: "/api/me/check-in",
    who: ["volunteer"],
    summary: "What the button behind the scanned code would do for me",
    response: CheckIn,
  }),
  checkMeIn: endpoint({
    method: "POST",
    path: "/api/me/check-in",
    who: ["volunteer"],
    summary: "I am here: present from the instant of the scan on. Repeating changes nothing",
    response: CheckIn,
    perMinute: 240,
  }),
};
