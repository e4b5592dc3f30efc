import { Refusal } from "@augenhoehe/domain";
import { markStandard } from "../../db/repositories/curriculum-plans.ts";
import { lockOwnNetwork } from "../../db/repositories/settings.ts";
import type { AppDeps } from "../../http/app-deps.ts";
import type { StaffActor } from "../../http/policy.ts";
import { requireActiveCurriculum } from "./require-curriculum.ts";

/** Courses on the calendar keep the curriculum they were planned by. */
export const makeCurriculumStandard = (deps: AppDeps, actor: StaffActor, id: string) =>
  deps.db.withTenant(actor.networkId, async (tx) => {
    await lockOwnNetwork(tx);
    const row = await requireActiveCurriculum(tx, id);
    if (row.purpose === "top_up") throw new Refusal("top_up_not_standard");
    await markStandard(tx, id);
    await deps.recordActivity(tx, {
      actor,
      action: "curriculum_made_standard",
      subjectKind: "curriculum",
      subjectId: id,
    });
    return { done: true as const };
  });
