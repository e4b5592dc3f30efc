import { COURSE_SERIES_LIMITS, DAYS } from "@augenhoehe/domain";
import { z } from "zod";
import { Id, Instant, LocalDate, LocalDateTime, line } from "./shared.ts";

export const SessionInput = z.strictObject({
  /** Present when an existing session is changed. */
  id: Id.nullable(),
  moduleKey: line(60),
  startsAt: LocalDateTime,
  minutes: z.number().int().min(15).max(600),
  place: line(160),
});

/** What a check looks at: who trains, and when and where. */
export const CoursePlan = z.strictObject({
  trainerAccountIds: z.array(Id).max(10),
  sessions: z.array(SessionInput).min(1, "required").max(40),
});

const taken = { startsAt: Instant, endsAt: Instant };
/** By which course, named by its title, or by a Stammtisch. Nothing else of another provider's dates is told. */
const TakenBy = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("course"), title: z.string(), ...taken }),
  z.strictObject({ kind: z.literal("stammtisch"), ...taken }),
]);

/** What to look at again at one date; nothing of it stands in the way. */
export const SessionWarning = z.discriminatedUnion("code", [
  z.strictObject({ code: z.literal("holiday"), name: z.string() }),
  z.strictObject({ code: z.literal("room_taken"), by: TakenBy }),
  z.strictObject({ code: z.literal("trainer_elsewhere"), trainer: z.string(), by: TakenBy }),
  /** All dates of the module together are shorter than the module. */
  z.strictObject({ code: z.literal("module_cut_short"), minutes: z.number(), moduleMinutes: z.number() }),
  /** It comes before a module that the curriculum puts first. */
  z.strictObject({ code: z.literal("module_out_of_order") }),
  z.strictObject({ code: z.literal("in_past") }),
  /** The clocks skip this time: it becomes the one told here. */
  z.strictObject({ code: z.literal("time_skipped"), becomes: LocalDateTime }),
]);
export type SessionWarning = z.infer<typeof SessionWarning>;

export const CourseWarning = z.discriminatedUnion("code", [
  z.strictObject({ code: z.literal("module_without_date"), moduleKey: z.string(), moduleTitle: z.string() }),
]);
export type CourseWarning = z.infer<typeof CourseWarning>;

const clock = z.string().regex(/^(?:[01]\d|2[0-3]):[0-5]\d$/, "invalid_time");
const { count, everyWeeks } = COURSE_SERIES_LIMITS;

/** "Four Tuesdays, 18:00 to 20:00". */
export const CourseSeriesInput = z.strictObject({
  /** Null: the network's standard curriculum. */
  curriculumId: Id.nullable().default(null),
  /** None: the weekday of the first day. */
  weekdays: z.array(z.enum(DAYS)).max(DAYS.length),
  /** Null: the next such weekday, from tomorrow on. */
  firstDay: LocalDate.nullable(),
  everyWeeks: z.number().int().min(everyWeeks.min).max(everyWeeks.max),
  from: clock,
  /** Null: as long as each module is. */
  to: clock.nullable(),
  /** Null: as many as the curriculum has modules. */
  count: z.number().int().min(count.min).max(count.max).nullable(),
  leaveOutHolidays: z.boolean(),
});

export const CourseSeries = z.strictObject({
  sessions: z.array(z.strictObject({ moduleKey: z.string(), startsAt: LocalDateTime, minutes: z.number().int() })),
  leftOut: z.array(z.strictObject({ day: LocalDate, name: z.string() })),
});
