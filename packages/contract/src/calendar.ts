import { z } from "zod";
import { endpoint } from "./endpoint.ts";
import { OtherDate } from "./places.ts";
import { Done, Id, IdParams, Instant } from "./shared.ts";

/** Any text: what is no token of ours answers exactly like one that no longer works. */
const TokenParams = z.strictObject({ token: z.string().max(200) });

/** One date as its personal link shows it: no name of anybody. */
export const SessionByLink = z.strictObject({
  networkName: z.string(),
  timeZone: z.string(),
  courseTitle: z.string(),
  moduleTitle: z.string(),
  startsAt: Instant,
  endsAt: Instant,
  place: z.string(),
  /** What the person has told so far, or what has become of the date. */
  state: z.enum(["coming", "coming_as_guest", "excused", "no_place", "cancelled"]),
  /** Nothing can be told any more once it has begun. */
  begun: z.boolean(),
  /** Where the module is made up instead. */
  instead: z.strictObject({ startsAt: Instant, endsAt: Instant, place: z.string() }).nullable(),
  otherDates: z.array(OtherDate),
});
export type SessionByLink = z.infer<typeof SessionByLink>;

export const MyCalendar = z.strictObject({
  /** The feed's secret address; null until somebody asks for one. */
  feedUrl: z.string().nullable(),
  feedSince: Instant.nullable(),
  /** When a calendar last fetched it. */
  feedReadAt: Instant.nullable(),
  remindersWanted: z.boolean(),
  /** Without an address there are no reminders. */
  email: z.string().nullable(),
});
export type MyCalendar = z.infer<typeof MyCalendar>;

export const calendarEndpoints = {
  downloadCourseCalendar: endpoint({
    method: "GET",
    path: "/api/me/courses/:id/calendar",
    who: ["volunteer", "trainer"],
    summary: "The sessions of a course as .ics",
    params: IdParams,
    response: { file: ["text/calendar"] },
  }),
  downloadSessionCalendar: endpoint({
    method: "GET",
    path: "/api/me/sessions/:id/calendar",
    who: ["volunteer", "trainer"],
    summary: "One session as .ics",
    params: IdParams,
    response: { file: ["text/calendar"] },
  }),
  readMyCalendar: endpoint({
    method: "GET",
    path: "/api/me/calendar",
    who: ["volunteer"],
    summary: "The address of my calendar feed, and whether I want reminders",
    response: MyCalendar,
  }),
  renewMyCalendar: endpoint({
    method: "POST",
    path: "/api/me/calendar",
    who: ["volunteer"],
    summary: "Make an address for my calendar feed; one from before stops working at once",
    response: Done,
    perMinute: 20,
  }),
  endMyCalendar: endpoint({
    method: "DELETE",
    path: "/api/me/calendar",
    who: ["volunteer"],
    summary: "My calendar feed stops working at once",
    response: Done,
  }),
  setMyReminders: endpoint({
    method: "PUT",
    path: "/api/me/reminders",
    who: ["volunteer"],
    summary: "Whether I want reminders before my dates",
    body: z.strictObject({ wanted: z.boolean() }),
    response: Done,
  }),
  readCalendarFeed: endpoint({
    method: "GET",
    path: "/api/calendar-feeds/:token",
    who: "anyone",
    summary: "A person's dates as .ics, for calendars that can only fetch an address; answers 304 when nothing changed",
    params: TokenParams,
    response: { file: ["text/calendar"] },
  }),
  readSessionLink: endpoint({
    method: "GET",
    path: "/api/session-links/:token",
    who: "anyone",
    summary: "One date, from the link in a mail; changes nothing",
    params: TokenParams,
    response: SessionByLink,
    perMinute: 60,
  }),
  answerSessionLink: endpoint({
    method: "POST",
    path: "/api/session-links/:token",
    who: "anyone",
    summary: "Cannot come, comes after all, or comes on another date; may be told again until the session begins",
    params: TokenParams,
    body: z.discriminatedUnion("answer", [
      z.strictObject({ answer: z.literal("cannot_come") }),
      z.strictObject({ answer: z.literal("come_after_all") }),
      z.strictObject({ answer: z.literal("move"), sessionId: Id }),
    ]),
    response: Done,
    perMinute: 20,
  }),
  downloadSessionLinkCalendar: endpoint({
    method: "GET",
    path: "/api/session-links/:token/calendar",
    who: "anyone",
    summary: "The date of a link as .ics",
    params: TokenParams,
    response: { file: ["text/calendar"] },
    perMinute: 60,
  }),
  readReminderLink: endpoint({
    method: "GET",
    path: "/api/reminder-links/:token",
    who: "anyone",
    summary: "Whether reminders are on for the person of this link; changes nothing",
    params: TokenParams,
    response: z.strictObject({ networkName: z.string(), remindersWanted: z.boolean() }),
    perMinute: 60,
  }),
  setRemindersByLink: endpoint({
    method: "POST",
    path: "/api/reminder-links/:token",
    who: "anyone",
    summary: "Stop reminders, or have them again",
    params: TokenParams,
    body: z.strictObject({ wanted: z.boolean() }),
    response: Done,
    perMinute: 20,
  }),
  stopRemindersByMailProgram: endpoint({
    method: "POST",
    path: "/api/reminder-links/:token/stop",
    who: "anyone",
    summary: "One click in a mail program (RFC 8058): no page, no cookies, any form body is ignored",
    params: TokenParams,
    response: Done,
    perMinute: 20,
  }),
};
