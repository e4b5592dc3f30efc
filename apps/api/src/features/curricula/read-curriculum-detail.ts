import type { EndpointOutput, endpoints } from "@augenhoehe/contract";
import { Refusal } from "@augenhoehe/domain";
import { findNetworkCurriculum } from "../../db/repositories/curricula.ts";
import { countCoursesAhead, findCurriculumRow, listModuleRows } from "../../db/repositories/curriculum-plans.ts";
import type { AppDeps } from "../../http/app-deps.ts";
import type { StaffActor } from "../../http/policy.ts";
import { curriculumSummary, moduleSummary } from "./curriculum-summary.ts";

export const readCurriculumDetail = (
  deps: AppDeps,
  actor: StaffActor,
  id: string,
): Promise<EndpointOutput<typeof endpoints.readCurriculumDetail>> =>
  deps.db.withTenant(actor.networkId, async (tx) => {
    const row = await findCurriculumRow(tx, id);
    if (row === undefined) throw new Refusal("not_found");
    const modules = await listModuleRows(tx, [id]);
    const facts = {
      standardId: (await findNetworkCurriculum(tx))?.id,
      coursesAhead: await countCoursesAhead(tx, deps.clock()),
    };
    return {
      ...curriculumSummary(row, modules, facts),
      certificateText: row.certificateText,
      retiredModules: modules.filter(({ retiredAt }) => retiredAt !== null).map(moduleSummary),
    };
  });
