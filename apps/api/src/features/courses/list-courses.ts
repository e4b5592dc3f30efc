import type { EndpointOutput, endpoints } from "@augenhoehe/contract";
import { isOpenToTrainers } from "@augenhoehe/domain";
import { listAllCourseIds, listCourseIdsOfTrainer, outlineCourses } from "../../db/repositories/course-summaries.ts";
import type { AppDeps } from "../../http/app-deps.ts";
import type { StaffActor } from "../../http/policy.ts";

/** Coordinators see every course of the network; a trainer the own ones, until some weeks after the last session. */
export const listCourses = (deps: AppDeps, actor: StaffActor): Promise<EndpointOutput<typeof endpoints.listCourses>> =>
  deps.db.withTenant(actor.networkId, async (tx) => {
    const now = deps.clock();
    const isCoordinator = actor.roles.includes("coordinator");
    const ids = isCoordinator ? await listAllCourseIds(tx) : await listCourseIdsOfTrainer(tx, actor.accountId);
    const outlines = await outlineCourses(tx, ids, now);
    return {
      items: outlines
        .filter((course) => isCoordinator || isOpenToTrainers(course, now))
        .map(({ lastSessionEndsAt: _, ...course }) => course),
    };
  });
