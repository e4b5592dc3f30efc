import type { CurriculumSummary, EndpointOutput, endpoints } from "@augenhoehe/contract";
import { curriculumHours, EXAMPLE_CURRICULA, type ExampleCurriculum } from "@augenhoehe/domain";
import { findNetworkCurriculum } from "../../db/repositories/curricula.ts";
import { countCoursesAhead, listCurriculumRows, listModuleRows } from "../../db/repositories/curriculum-plans.ts";
import type { AppDeps } from "../../http/app-deps.ts";
import type { StaffActor } from "../../http/policy.ts";
import { curriculumSummary } from "./curriculum-summary.ts";

export const listCurricula = (
  deps: AppDeps,
  actor: StaffActor,
): Promise<EndpointOutput<typeof endpoints.listCurricula>> =>
  deps.db.withTenant(actor.networkId, async (tx) => {
    const rows = await listCurriculumRows(tx);
    const ids = rows.map(({ id }) => id);
    const modules = await listModuleRows(tx, ids);
    const facts = {
      standardId: (await findNetworkCurriculum(tx))?.id,
      coursesAhead: await countCoursesAhead(tx, deps.clock()),
    };
    const items = rows.map((row) => curriculumSummary(row, modules, facts)).sort(inOrder);
    return { items, examples: examplesBeside(items) };
  });

const names = new Intl.Collator("de");
/** The usual one, the other courses, top-ups, the archive; by title among themselves. */
const rank = ({ archived, isStandard, purpose }: CurriculumSummary): number =>
  archived ? 3 : isStandard ? 0 : purpose === "course" ? 1 : 2;
const inOrder = (a: CurriculumSummary, b: CurriculumSummary): number =>
  rank(a) - rank(b) || names.compare(a.title, b.title) || (a.id < b.id ? -1 : 1);

/** Taken over is what has the title or the modules of an example; it is offered no more. */
const isTakenFrom = (example: ExampleCurriculum) => (item: CurriculumSummary) => {
  const keys = new Set(item.modules.map(({ key }) => key));
  return !item.archived && (item.title === example.title || example.modules.every(({ key }) => keys.has(key)));
};

const examplesBeside = (items: readonly CurriculumSummary[]) =>
  EXAMPLE_CURRICULA.filter((example) => !items.some(isTakenFrom(example))).map((example) => ({
    key: example.key,
    title: example.title,
    purpose: example.purpose,
    unitMinutes: example.unitMinutes,
    hours: curriculumHours(example),
    modules: example.modules.map(({ title }) => title),
  }));
