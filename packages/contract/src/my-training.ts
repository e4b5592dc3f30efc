import { NEXT_MOVES } from "@augenhoehe/domain";
import { z } from "zod";
import { Id, Instant } from "./shared.ts";

/** A session that its reader is expected at, or could come to. */
export const MyDate = z.strictObject({
  sessionId: Id,
  courseId: Id,
  courseTitle: z.string(),
  startsAt: Instant,
  place: z.string(),
});
export type MyDate = z.infer<typeof MyDate>;

/** `booked`: comes, in the own course or as a guest. `missed`: was held or will be, without the reader. */
export const MY_MODULE_STATES = ["done", "booked", "missed", "ahead"] as const;

export const MyModule = z.strictObject({
  key: z.string(),
  title: z.string(),
  compulsory: z.boolean(),
  state: z.enum(MY_MODULE_STATES),
  attendedAt: Instant.nullable(),
  booked: MyDate.nullable(),
  /** The next date in another run that has a seat, for a module that is missing. */
  makeUp: MyDate.nullable(),
});
export type MyModule = z.infer<typeof MyModule>;

/** The way through the modules: of the curriculum the reader has begun, else of the network's own. */
export const MyTraining = z.strictObject({
  modules: z.array(MyModule),
  attendedMinutes: z.number().int(),
  requiredMinutes: z.number().int(),
  /** Attended in top-ups, after the certificate. */
  topUpMinutes: z.number().int(),
  /** Sessions that the reader was at and has not said anything about yet. */
  feedbackAsked: z.array(z.strictObject({ sessionId: Id, courseId: Id, moduleTitle: z.string(), startsAt: Instant })),
});
export type MyTraining = z.infer<typeof MyTraining>;

/** The one next step, with what it is about. */
export const MyNextMove = z.strictObject({
  move: z.enum(NEXT_MOVES),
  date: MyDate.nullable(),
  until: Instant.nullable(),
  position: z.number().int().nullable(),
});
export type MyNextMove = z.infer<typeof MyNextMove>;
