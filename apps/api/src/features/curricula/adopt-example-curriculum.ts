import { randomUUID } from "node:crypto";
import { EXAMPLE_CURRICULA, Refusal } from "@augenhoehe/domain";
import { insertCurriculum } from "../../db/repositories/curriculum-plans.ts";
import type { AppDeps } from "../../http/app-deps.ts";
import type { StaffActor } from "../../http/policy.ts";

/** From then on it is the network's own, changed like any other. */
export const adoptExampleCurriculum = (deps: AppDeps, actor: StaffActor, key: string) =>
  deps.db.withTenant(actor.networkId, async (tx) => {
    const example = EXAMPLE_CURRICULA.find((known) => known.key === key);
    if (example === undefined) throw new Refusal("not_found");
    const { key: _, topic, modules, ...terms } = example;
    const id = randomUUID();
    await insertCurriculum(tx, { ...terms, id, topicKey: topic, createdAt: deps.clock() }, modules);
    await deps.recordActivity(tx, {
      actor,
      action: "curriculum_created",
      subjectKind: "curriculum",
      subjectId: id,
      facts: { modules: modules.length, example: key },
    });
    return { id };
  });
