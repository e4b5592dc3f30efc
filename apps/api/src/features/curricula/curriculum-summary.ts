import type { CurriculumSummary } from "@augenhoehe/contract";
import { isTopUpTopic, UNIT_MINUTES } from "@augenhoehe/domain";
import type { CurriculumRow, ModuleRow } from "../../db/repositories/curriculum-plans.ts";

export const curriculumSummary = (
  row: CurriculumRow,
  modules: readonly ModuleRow[],
  { standardId, coursesAhead }: { standardId: string | undefined; coursesAhead: ReadonlyMap<string, number> },
): CurriculumSummary => ({
  id: row.id,
  title: row.title,
  purpose: row.purpose,
  isStandard: row.id === standardId,
  topic: row.topicKey !== null && isTopUpTopic(row.topicKey) ? row.topicKey : null,
  unitMinutes: UNIT_MINUTES.find((minutes) => minutes === row.unitMinutes) ?? 60,
  minHoursPercent: row.minHoursPercent,
  validityMonths: row.validityMonths,
  archived: row.archivedAt !== null,
  modules: modules
    .filter(({ curriculumId, retiredAt }) => curriculumId === row.id && retiredAt === null)
    .map(moduleSummary),
  coursesAhead: coursesAhead.get(row.id) ?? 0,
});

export const moduleSummary = ({ key, position, title, topics, hours, language, compulsory }: ModuleRow) => ({
  key,
  position,
  title,
  topics,
  hours,
  language,
  compulsory,
});
