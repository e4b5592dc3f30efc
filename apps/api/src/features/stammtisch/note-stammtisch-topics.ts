import type { EndpointOutput, endpoints } from "@augenhoehe/contract";
import { requireTopicsOpen, type TopUpTopic } from "@augenhoehe/domain";
import { replaceRaisedTopics } from "../../db/repositories/top-ups.ts";
import type { AppDeps } from "../../http/app-deps.ts";
import type { StaffActor } from "../../http/policy.ts";
import { requireStammtisch } from "./require-stammtisch.ts";

/** What came up at a meeting: ticks on a closed list, changed as often as needed from its beginning on. */
export function noteStammtischTopics(
  deps: AppDeps,
  actor: StaffActor,
  id: string,
  topics: readonly TopUpTopic[],
): Promise<EndpointOutput<typeof endpoints.noteStammtischTopics>> {
  return deps.db.withTenant(actor.networkId, async (tx) => {
    requireTopicsOpen(await requireStammtisch(tx, actor, id), deps.clock());
    await replaceRaisedTopics(tx, id, topics);
    await deps.recordActivity(tx, {
      actor,
      action: "stammtisch_topics_noted",
      subjectKind: "stammtisch",
      subjectId: id,
      facts: { topics: new Set(topics).size },
    });
    return { done: true };
  });
}
