import type { EndpointOutput, endpoints } from "@augenhoehe/contract";
import { readMyCourses } from "../../db/repositories/course-summaries.ts";
import { findCurriculumOfVolunteer, readProgress } from "../../db/repositories/curricula.ts";
import { findOwnVolunteer } from "../../db/repositories/own-volunteer.ts";
import type { AppDeps } from "../../http/app-deps.ts";
import type { VolunteerActor } from "../../http/policy.ts";
import { listMissedModules } from "./list-missed-modules.ts";

export const listOpenCourses = (
  deps: AppDeps,
  actor: VolunteerActor,
): Promise<EndpointOutput<typeof endpoints.listOpenCourses>> =>
  deps.db.withTenant(actor.networkId, async (tx) => {
    const { volunteerId } = actor;
    const now = deps.clock();
    const curriculum = await findCurriculumOfVolunteer(tx, volunteerId);
    const progress =
      curriculum === undefined ? undefined : (await readProgress(tx, curriculum, [volunteerId])).get(volunteerId);
    const attendedAt = (key: string) =>
      progress?.modules.find(({ module }) => module.key === key)?.attended?.heldAt.toISOString() ?? null;
    const items = await readMyCourses(tx, volunteerId, now);
    const curriculumIds = items.filter(isMine).map(({ curriculumId }) => curriculumId);
    return {
      items,
      modules: (curriculum?.modules ?? []).map((module) => ({ ...module, attendedAt: attendedAt(module.key) })),
      missed: await listMissedModules(tx, { volunteerId, curriculumIds: [...new Set(curriculumIds)], now }),
      certificateId: (await findOwnVolunteer(tx, volunteerId))?.certificateId ?? null,
    };
  });

const isMine = ({ myEnrolment }: { myEnrolment: { status: string } | null }): boolean =>
  myEnrolment?.status === "enrolled";
