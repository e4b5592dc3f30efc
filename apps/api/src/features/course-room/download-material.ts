import type { FileReply } from "@augenhoehe/contract";
import { Refusal } from "@augenhoehe/domain";
import type { Tx } from "../../db/client.ts";
import { findMaterial, readMaterialBytes, type MaterialRow } from "../../db/repositories/materials.ts";
import type { AppDeps } from "../../http/app-deps.ts";
import type { StaffActor } from "../../http/policy.ts";
import { accessCourse } from "../../training/course-access.ts";
import { mayReadModule } from "./my-modules.ts";

/** Not there, not yours, and not of your module are one answer. */
export const downloadMaterial = (deps: AppDeps, actor: StaffActor, id: string): Promise<FileReply> =>
  deps.db.withTenant(actor.networkId, async (tx) => {
    const material = await findMaterial(tx, id);
    if (material === undefined) throw new Refusal("not_found");
    const mayRead = (await isParticipant(tx, actor, material)) || (await runsCourse(deps, tx, actor, material));
    const bytes = mayRead ? await readMaterialBytes(tx, id) : undefined;
    if (bytes === undefined) throw new Refusal("not_found");
    return { contentType: material.contentType, fileName: material.fileName, content: bytes };
  });

async function isParticipant(tx: Tx, { roles, volunteerId }: StaffActor, material: MaterialRow): Promise<boolean> {
  if (volunteerId === null || !roles.includes("volunteer")) return false;
  return mayReadModule(tx, material.courseId, material.moduleKey, volunteerId);
}

async function runsCourse(deps: AppDeps, tx: Tx, actor: StaffActor, { courseId }: MaterialRow): Promise<boolean> {
  if (!actor.roles.includes("trainer") && !actor.roles.includes("coordinator")) return false;
  return (await accessCourse(tx, actor, courseId, deps.clock())).mayManage;
}
