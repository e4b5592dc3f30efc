import { TOP_UP_TOPICS } from "@augenhoehe/domain";
import { z } from "zod";
import { Topic } from "./curricula.ts";
import { endpoint } from "./endpoint.ts";
import { Created, Done, Id, IdParams, Instant, LocalDateTime, line, prose } from "./shared.ts";

export const StammtischDate = z.strictObject({
  id: Id,
  startsAt: Instant,
  endsAt: Instant,
  place: z.string(),
  topics: z.string(),
  cancelled: z.boolean(),
  myAnswer: z.enum(["yes", "no"]).nullable(),
});

export const StammtischInput = z.strictObject({
  startsAt: LocalDateTime,
  minutes: z.number().int().min(15).max(480),
  place: line(160),
  topics: prose(500),
});

export const StammtischForStaff = StammtischDate.omit({ myAnswer: true }).extend({
  coming: z.array(z.strictObject({ volunteerId: Id, name: z.string() })),
  notComing: z.number().int(),
  unanswered: z.number().int(),
  /** What came up, ticked from a closed list once the meeting had begun. */
  raisedTopics: z.array(Topic),
});

export const stammtischEndpoints = {
  listStammtische: endpoint({
    method: "GET",
    path: "/api/stammtische",
    who: ["coordinator"],
    summary: "Past and coming Stammtisch dates with who is coming",
    response: z.strictObject({ items: z.array(StammtischForStaff) }),
  }),
  createStammtisch: endpoint({
    method: "POST",
    path: "/api/stammtische",
    who: ["coordinator"],
    summary: "Put a Stammtisch date on the calendar and invite eligible and active mentors",
    body: StammtischInput,
    response: Created,
  }),
  updateStammtisch: endpoint({
    method: "PUT",
    path: "/api/stammtische/:id",
    who: ["coordinator"],
    summary: "Move or change a Stammtisch date; those who said yes are told",
    params: IdParams,
    body: StammtischInput,
    response: Done,
  }),
  cancelStammtisch: endpoint({
    method: "POST",
    path: "/api/stammtische/:id/cancel",
    who: ["coordinator"],
    summary: "Cancel a Stammtisch date; those who said yes are told",
    params: IdParams,
    response: Done,
  }),
  noteStammtischTopics: endpoint({
    method: "PUT",
    path: "/api/stammtische/:id/topics",
    who: ["coordinator"],
    summary: "Note which topics a meeting raised: they suggest top-ups",
    params: IdParams,
    body: z.strictObject({ topics: z.array(Topic).max(TOP_UP_TOPICS.length) }),
    response: Done,
  }),
};
