import { FUNNEL_MOVES, FUNNEL_STEPS } from "@augenhoehe/domain";
import { z } from "zod";
import { endpoint } from "./endpoint.ts";
import { Id, Instant, PageQuery, page } from "./shared.ts";

/** People who signed up in the last so many months; `all` counts everybody. */
export const FUNNEL_PERIODS = ["3", "6", "12", "24", "all"] as const;
const Period = z.enum(FUNNEL_PERIODS).default("12");

export const FunnelStepKey = z.enum(FUNNEL_STEPS);

/** One person who waits right before a step. */
export const StuckPerson = z.strictObject({
  volunteerId: Id,
  name: z.string(),
  /** Since when everything before the step is done; null where nobody knows. */
  since: Instant.nullable(),
  /** The next possible step. */
  move: z.enum(FUNNEL_MOVES),
  /** What the move is about: a course, a session, titles of modules. */
  courseId: Id.nullable(),
  courseTitle: z.string().nullable(),
  at: Instant.nullable(),
  modules: z.array(z.string()),
  minutes: z.number().int().nullable(),
});
export type StuckPerson = z.infer<typeof StuckPerson>;

export const FunnelStep = z.strictObject({
  key: FunnelStepKey,
  /** How many have done this step and all before it. */
  reached: z.number().int(),
  /** How many have done all before it, and not this one. */
  stuck: z.number().int(),
  /** How long the step took from the one before; null where fewer than five are known to have done it. */
  days: z.strictObject({ median: z.number(), p80: z.number() }).nullable(),
});

export const Funnel = z.strictObject({
  all: z.number().int(),
  steps: z.array(FunnelStep),
  paused: z.number().int(),
  left: z.number().int(),
});
export type Funnel = z.infer<typeof Funnel>;

export const funnelEndpoints = {
  readFunnel: endpoint({
    method: "GET",
    path: "/api/funnel",
    who: ["coordinator"],
    summary: "The way from sign-up to being proposed: how many have come how far, and how long each step takes",
    query: z.strictObject({ period: Period }),
    response: Funnel,
  }),
  listStuckPeople: endpoint({
    method: "GET",
    path: "/api/funnel/stuck",
    who: ["coordinator"],
    summary: "The people right before a step, those who wait longest first, each with the next possible step",
    query: z.strictObject({ ...PageQuery, period: Period, step: FunnelStepKey }),
    response: page(StuckPerson),
  }),
};
