import type { EndpointOutput, endpoints } from "@augenhoehe/contract";
import { readMyCourses } from "../../db/repositories/course-summaries.ts";
import { findNetworkCurriculum, readProgress } from "../../db/repositories/curricula.ts";
import { findOwnVolunteer } from "../../db/repositories/own-volunteer.ts";
import type { AppDeps } from "../../http/app-deps.ts";
import type { VolunteerActor } from "../../http/policy.ts";

export const listOpenCourses = (
  deps: AppDeps,
  actor: VolunteerActor,
): Promise<EndpointOutput<typeof endpoints.listOpenCourses>> =>
  deps.db.withTenant(actor.networkId, async (tx) => {
    const curriculum = await findNetworkCurriculum(tx);
    const progress =
      curriculum === undefined
        ? undefined
        : (await readProgress(tx, curriculum, [actor.volunteerId])).get(actor.volunteerId);
    const attendedAt = (key: string) =>
      progress?.modules.find(({ module }) => module.key === key)?.attended?.heldAt.toISOString() ?? null;
    return {
      items: await readMyCourses(tx, actor.volunteerId, deps.clock()),
      modules: (curriculum?.modules ?? []).map((module) => ({ ...module, attendedAt: attendedAt(module.key) })),
      certificateId: (await findOwnVolunteer(tx, actor.volunteerId))?.certificateId ?? null,
    };
  });
