import type { endpoints, ParsedInput } from "@augenhoehe/contract";
import { Refusal } from "@augenhoehe/domain";
import type { Tx } from "../../db/client.ts";
import { deleteMaterialRow, findMaterial, replaceMaterialFile } from "../../db/repositories/materials.ts";
import type { AppDeps } from "../../http/app-deps.ts";
import type { StaffActor } from "../../http/policy.ts";
import { manageCourse } from "../../training/course-access.ts";
import { acceptFile } from "./accept-file.ts";

type File = ParsedInput<typeof endpoints.replaceMaterial>["body"];

export const replaceMaterial = (deps: AppDeps, actor: StaffActor, id: string, file: File) =>
  deps.db.withTenant(actor.networkId, async (tx) => {
    const course = await courseOfMaterial(deps, tx, actor, id);
    const { bytes, facts } = acceptFile(deps, actor, file);
    if (!(await replaceMaterialFile(tx, id, facts, bytes))) throw new Refusal("not_found");
    await record(deps, tx, actor, "material_replaced", course, id);
    return { done: true as const };
  });

export const deleteMaterial = (deps: AppDeps, actor: StaffActor, id: string) =>
  deps.db.withTenant(actor.networkId, async (tx) => {
    const course = await courseOfMaterial(deps, tx, actor, id);
    await deleteMaterialRow(tx, id);
    await record(deps, tx, actor, "material_deleted", course, id);
    return { done: true as const };
  });

interface CourseOfMaterial {
  readonly courseId: string;
  readonly providerId: string;
}

/** Who may not manage the course learns nothing of its files. */
async function courseOfMaterial(deps: AppDeps, tx: Tx, actor: StaffActor, id: string): Promise<CourseOfMaterial> {
  const material = await findMaterial(tx, id);
  if (material === undefined) throw new Refusal("not_found");
  const { row } = await manageCourse(tx, actor, material.courseId, deps.clock());
  return { courseId: row.id, providerId: row.providerId };
}

const record = (
  deps: AppDeps,
  tx: Tx,
  actor: StaffActor,
  action: "material_replaced" | "material_deleted",
  { courseId, providerId }: CourseOfMaterial,
  materialId: string,
): Promise<void> =>
  deps.recordActivity(tx, {
    actor,
    action,
    subjectKind: "course",
    subjectId: courseId,
    facts: { materialId },
    providerId,
  });
