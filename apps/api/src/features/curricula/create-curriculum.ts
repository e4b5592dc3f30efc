import { randomUUID } from "node:crypto";
import type { CurriculumInput } from "@augenhoehe/contract";
import { Refusal, withKeys } from "@augenhoehe/domain";
import { insertCurriculum } from "../../db/repositories/curriculum-plans.ts";
import type { AppDeps } from "../../http/app-deps.ts";
import type { StaffActor } from "../../http/policy.ts";
import { planCurriculum } from "./plan-curriculum.ts";

export const createCurriculum = (deps: AppDeps, actor: StaffActor, input: CurriculumInput) =>
  deps.db.withTenant(actor.networkId, async (tx) => {
    const { terms, modules } = planCurriculum(input);
    if (modules.some(({ key }) => key !== null)) throw new Refusal("not_found");
    const id = randomUUID();
    await insertCurriculum(tx, { ...terms, id, createdAt: deps.clock() }, withKeys(modules));
    await deps.recordActivity(tx, {
      actor,
      action: "curriculum_created",
      subjectKind: "curriculum",
      subjectId: id,
      facts: { modules: modules.length },
    });
    return { id };
  });
