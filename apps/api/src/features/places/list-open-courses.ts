import type { EndpointOutput, endpoints } from "@augenhoehe/contract";
import { mayJoinTopUps } from "@augenhoehe/domain";
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
    const me = await findOwnVolunteer(tx, volunteerId);
    const certificateId = me?.certificateId ?? null;
    const hasOverride = me !== undefined && me.certificateOverrideAt !== null;
    const curriculumIds = items.filter(isMine).map(({ curriculumId }) => curriculumId);
    return {
      items,
      modules: (curriculum?.modules ?? []).map((module) => ({ ...module, attendedAt: attendedAt(module.key) })),
      missed: await listMissedModules(tx, { volunteerId, curriculumIds: [...new Set(curriculumIds)], now }),
      certificateId,
      mayJoinTopUps: mayJoinTopUps({ hasValidCertificate: certificateId !== null, hasOverride }),
    };
  });

const isMine = ({ myEnrolment }: { myEnrolment: { status: string } | null }): boolean =>
  myEnrolment?.status === "enrolled";
