import type { EndpointOutput, endpoints, Material } from "@augenhoehe/contract";
import { MATERIALS_PER_COURSE } from "@augenhoehe/domain";
import { outlineCourses } from "../../db/repositories/course-summaries.ts";
import { listCourseMaterials, type MaterialRow } from "../../db/repositories/materials.ts";
import type { AppDeps } from "../../http/app-deps.ts";
import type { StaffActor } from "../../http/policy.ts";
import { manageCourse } from "../../training/course-access.ts";
import { courseModules } from "./room-modules.ts";

export const listMaterials = (
  deps: AppDeps,
  actor: StaffActor,
  id: string,
): Promise<EndpointOutput<typeof endpoints.listMaterials>> =>
  deps.db.withTenant(actor.networkId, async (tx) => {
    const { row } = await manageCourse(tx, actor, id, deps.clock());
    const [course] = await outlineCourses(tx, [id], deps.clock());
    const materials = (await listCourseMaterials(tx, id)).map(materialView);
    const modules = await courseModules(tx, row, course?.sessions ?? []);
    return {
      courseTitle: row.title,
      modules: modules.map(({ key, title }) => ({
        key,
        title,
        materials: materials.filter(({ moduleKey }) => moduleKey === key),
      })),
      placesLeft: Math.max(0, MATERIALS_PER_COURSE - materials.length),
    };
  });

export const materialView = (row: MaterialRow): Material => ({
  id: row.id,
  moduleKey: row.moduleKey,
  fileName: row.fileName,
  contentType: row.contentType,
  sizeBytes: row.sizeBytes,
  uploadedAt: row.uploadedAt.toISOString(),
});
