import { z } from "zod";
import { DESK_KINDS } from "@augenhoehe/domain";
import { endpoint } from "./endpoint.ts";
import { Facts, Id, Instant, PageQuery, page } from "./shared.ts";

/** One thing that needs a person today. `name` is that of the person it is about, `id` that of what `kind` names. */
export const DeskItem = z.strictObject({
  kind: z.enum(DESK_KINDS),
  id: Id,
  name: z.string(),
  since: Instant,
  facts: Facts,
});
export type DeskItem = z.infer<typeof DeskItem>;

export const Desk = z.strictObject({
  /** At most ten of each kind, most urgent first. */
  items: z.array(DeskItem),
  counts: z.partialRecord(z.enum(DESK_KINDS), z.number().int()),
  /** Where people are on the way: request → proposal → first meeting → still meeting. */
  funnel: z.strictObject({
    waiting: z.number().int(),
    inProposal: z.number().int(),
    introduced: z.number().int(),
    active: z.number().int(),
    eligibleMentors: z.number().int(),
    freePlaces: z.number().int(),
  }),
  nextDates: z.array(
    z.strictObject({
      kind: z.enum(["course_session", "stammtisch", "first_meeting"]),
      id: Id,
      title: z.string(),
      startsAt: Instant,
      place: z.string(),
    }),
  ),
});
export type Desk = z.infer<typeof Desk>;

export const Activity = z.strictObject({
  id: Id,
  at: Instant,
  /** `mentee`, `draft` and `anyone` have no name in the log; `system` is the clock or an import. */
  actorKind: z.enum(["account", "mentee", "draft", "anyone", "system"]),
  /** Display name of the account. */
  who: z.string().nullable(),
  action: z.string(),
  subjectKind: z.string(),
  subjectId: Id.nullable(),
  subjectName: z.string().nullable(),
  facts: Facts,
  reason: z.string().nullable(),
});
export type Activity = z.infer<typeof Activity>;

export const deskEndpoints = {
  readDesk: endpoint({
    method: "GET",
    path: "/api/desk",
    who: ["coordinator"],
    summary: "What needs a person today",
    response: Desk,
  }),
  listActivities: endpoint({
    method: "GET",
    path: "/api/activities",
    who: ["coordinator", "admin"],
    summary: "Who changed what and when",
    query: z.strictObject({ ...PageQuery, subjectId: Id.optional() }),
    response: page(Activity),
  }),
};
