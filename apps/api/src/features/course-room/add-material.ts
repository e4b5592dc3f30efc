import { randomUUID } from "node:crypto";
import type { endpoints, ParsedInput } from "@augenhoehe/contract";
import { MATERIALS_PER_COURSE, Refusal } from "@augenhoehe/domain";
import { outlineCourses } from "../../db/repositories/course-summaries.ts";
import { lockCourse } from "../../db/repositories/courses.ts";
import { countCourseMaterials, insertMaterial } from "../../db/repositories/materials.ts";
import type { AppDeps } from "../../http/app-deps.ts";
import { InputError } from "../../http/input-error.ts";
import type { StaffActor } from "../../http/policy.ts";
import { manageCourse } from "../../training/course-access.ts";
import { acceptFile } from "./accept-file.ts";
import { courseModules } from "./room-modules.ts";

type Body = ParsedInput<typeof endpoints.addMaterial>["body"];

export const addMaterial = (deps: AppDeps, actor: StaffActor, courseId: string, body: Body) =>
  deps.db.withTenant(actor.networkId, async (tx) => {
    const now = deps.clock();
    const { row } = await manageCourse(tx, actor, courseId, now);
    const { bytes, facts } = acceptFile(deps, actor, body);
    const [course] = await outlineCourses(tx, [courseId], now);
    const modules = await courseModules(tx, row, course?.sessions ?? []);
    if (!modules.some(({ key }) => key === body.moduleKey)) {
      throw new InputError([{ path: "moduleKey", code: "invalid_choice" }]);
    }
    await lockCourse(tx, courseId);
    if ((await countCourseMaterials(tx, courseId)) >= MATERIALS_PER_COURSE) {
      throw new Refusal("material_too_many", { limit: MATERIALS_PER_COURSE });
    }
    const id = randomUUID();
    await insertMaterial(tx, { id, courseId, moduleKey: body.moduleKey, ...facts }, bytes);
    await deps.recordActivity(tx, {
      actor,
      action: "material_added",
      subjectKind: "course",
      subjectId: courseId,
      facts: { materialId: id, sizeBytes: facts.sizeBytes },
      providerId: row.providerId,
    });
    return { id };
  });
