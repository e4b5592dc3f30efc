import type { CurriculumInput } from "@augenhoehe/contract";
import { changeModules, Refusal, type CurriculumPurpose } from "@augenhoehe/domain";
import type { Tx } from "../../db/client.ts";
import { findNetworkCurriculum } from "../../db/repositories/curricula.ts";
import {
  hasCourses,
  listKnownModules,
  listModuleKeysAhead,
  retireModules,
  saveModules,
  updateCurriculumRow,
  type CurriculumRow,
} from "../../db/repositories/curriculum-plans.ts";
import type { AppDeps } from "../../http/app-deps.ts";
import type { StaffActor } from "../../http/policy.ts";
import { planCurriculum } from "./plan-curriculum.ts";
import { requireActiveCurriculum } from "./require-curriculum.ts";

/** Certificates carry their own copy of what they say: a change reaches only what is issued afterwards. */
export const updateCurriculum = (deps: AppDeps, actor: StaffActor, id: string, input: CurriculumInput) =>
  deps.db.withTenant(actor.networkId, async (tx) => {
    const now = deps.clock();
    const row = await requireActiveCurriculum(tx, id);
    const { terms, modules: planned } = planCurriculum(input);
    if (terms.purpose !== row.purpose) await requirePurposeOpen(tx, row, terms.purpose);
    const stored = await listKnownModules(tx, id);
    const { modules, retired } = changeModules(stored, planned, await listModuleKeysAhead(tx, id, now));
    await updateCurriculumRow(tx, id, terms);
    await saveModules(tx, id, modules);
    await retireModules(tx, id, retired, now);
    await deps.recordActivity(tx, {
      actor,
      action: "curriculum_changed",
      subjectKind: "curriculum",
      subjectId: id,
      facts: { modules: modules.length, takenOut: retired.length },
    });
    return { done: true as const };
  });

/** A course whose certificate people work for does not turn into a top-up, nor the other way round. */
async function requirePurposeOpen(tx: Tx, row: CurriculumRow, purpose: CurriculumPurpose): Promise<void> {
  const isStandard = (await findNetworkCurriculum(tx))?.id === row.id;
  if (isStandard && purpose === "top_up") throw new Refusal("top_up_not_standard");
  if (await hasCourses(tx, row.id)) throw new Refusal("curriculum_in_use");
}
