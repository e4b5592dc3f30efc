import { randomUUID } from "node:crypto";
import { Refusal } from "@augenhoehe/domain";
import { readCurriculumOf } from "../../db/repositories/curricula.ts";
import { findCurriculumRow, insertCurriculum } from "../../db/repositories/curriculum-plans.ts";
import type { AppDeps } from "../../http/app-deps.ts";
import type { StaffActor } from "../../http/policy.ts";

/** Modules that were taken out stay behind; an archived one can be copied too. */
export const copyCurriculum = (deps: AppDeps, actor: StaffActor, originalId: string, title: string) =>
  deps.db.withTenant(actor.networkId, async (tx) => {
    const row = await findCurriculumRow(tx, originalId);
    if (row === undefined) throw new Refusal("not_found");
    const { networkId: _, ...terms } = row;
    const modules = (await readCurriculumOf(tx, originalId)).modules.map(({ position: _, ...module }) => module);
    const id = randomUUID();
    const own = { ...terms, id, title, isStandard: false, archivedAt: null, createdAt: deps.clock() };
    await insertCurriculum(tx, own, modules);
    await deps.recordActivity(tx, {
      actor,
      action: "curriculum_created",
      subjectKind: "curriculum",
      subjectId: id,
      facts: { modules: modules.length, copyOf: originalId },
    });
    return { id };
  });
