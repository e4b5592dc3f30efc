import { Refusal } from "@augenhoehe/domain";
import type { Tx } from "../../db/client.ts";
import { lockCurriculumRow, type CurriculumRow } from "../../db/repositories/curriculum-plans.ts";

/** A curriculum of the network, locked; any other id answers `not_found`. */
export async function requireCurriculum(tx: Tx, id: string): Promise<CurriculumRow> {
  const row = await lockCurriculumRow(tx, id);
  if (row === undefined) throw new Refusal("not_found");
  return row;
}

export async function requireActiveCurriculum(tx: Tx, id: string): Promise<CurriculumRow> {
  const row = await requireCurriculum(tx, id);
  if (row.archivedAt !== null) throw new Refusal("curriculum_archived");
  return row;
}
