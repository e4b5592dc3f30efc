import { Refusal } from "@augenhoehe/domain";
import { findNetworkCurriculum } from "../../db/repositories/curricula.ts";
import { countCoursesAhead, updateCurriculumRow } from "../../db/repositories/curriculum-plans.ts";
import type { AppDeps } from "../../http/app-deps.ts";
import type { StaffActor } from "../../http/policy.ts";
import { requireActiveCurriculum, requireCurriculum } from "./require-curriculum.ts";

export const archiveCurriculum = (deps: AppDeps, actor: StaffActor, id: string) =>
  deps.db.withTenant(actor.networkId, async (tx) => {
    const now = deps.clock();
    await requireActiveCurriculum(tx, id);
    const isStandard = (await findNetworkCurriculum(tx))?.id === id;
    const coursesAhead = (await countCoursesAhead(tx, now)).get(id) ?? 0;
    if (isStandard || coursesAhead > 0) throw new Refusal("curriculum_in_use", { courses: coursesAhead });
    await updateCurriculumRow(tx, id, { archivedAt: now, isStandard: false });
    await deps.recordActivity(tx, { actor, action: "curriculum_archived", subjectKind: "curriculum", subjectId: id });
    return { done: true as const };
  });

/** Bringing back what is not in the archive changes nothing. */
export const restoreCurriculum = (deps: AppDeps, actor: StaffActor, id: string) =>
  deps.db.withTenant(actor.networkId, async (tx) => {
    const row = await requireCurriculum(tx, id);
    if (row.archivedAt === null) return { done: true as const };
    await updateCurriculumRow(tx, id, { archivedAt: null });
    await deps.recordActivity(tx, { actor, action: "curriculum_restored", subjectKind: "curriculum", subjectId: id });
    return { done: true as const };
  });
