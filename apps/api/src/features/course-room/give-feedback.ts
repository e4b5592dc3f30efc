import type { endpoints, ParsedInput } from "@augenhoehe/contract";
import { Refusal, requireFeedbackOpen } from "@augenhoehe/domain";
import { readPartInCourse } from "../../db/repositories/course-rooms.ts";
import {
  addFeedback,
  insertFeedbackGiven,
  listFeedbackGiven,
  lockSessionForFeedback,
} from "../../db/repositories/feedback.ts";
import type { AppDeps } from "../../http/app-deps.ts";
import type { VolunteerActor } from "../../http/policy.ts";

type Answer = ParsedInput<typeof endpoints.giveFeedback>["body"];

/** Leaves no line in the log: it would tell who answered when. */
export const giveFeedback = (deps: AppDeps, actor: VolunteerActor, sessionId: string, answer: Answer) =>
  deps.db.withTenant(actor.networkId, async (tx) => {
    const session = await lockSessionForFeedback(tx, sessionId);
    if (session === undefined) throw new Refusal("not_found");
    const part = await readPartInCourse(tx, session.courseId, actor.volunteerId);
    const given = await listFeedbackGiven(tx, [sessionId], actor.volunteerId);
    const own = { attended: part.sessions.get(sessionId)?.mark === "present", given: given.has(sessionId) };
    requireFeedbackOpen(session, own, deps.clock());
    await insertFeedbackGiven(tx, sessionId, actor.volunteerId);
    await addFeedback(tx, sessionId, answer);
    return { done: true as const };
  });
