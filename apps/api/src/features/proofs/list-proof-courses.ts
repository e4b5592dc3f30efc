import type { EndpointOutput, endpoints } from "@augenhoehe/contract";
import { listHeldSessions } from "../../db/repositories/proof-rows.ts";
import { readTimeZone } from "../../db/repositories/time-zone.ts";
import type { AppDeps } from "../../http/app-deps.ts";
import type { StaffActor } from "../../http/policy.ts";
import { localDayOf } from "../../local-time.ts";
import { proofScope } from "./proof-scope.ts";

/** What can be chosen, the newest first. */
export const listProofCourses = (
  deps: AppDeps,
  actor: StaffActor,
): Promise<EndpointOutput<typeof endpoints.listProofCourses>> =>
  deps.db.withTenant(actor.networkId, async (tx) => {
    const sessions = await listHeldSessions(tx, await proofScope(deps, tx, actor, {}));
    const timeZone = await readTimeZone(tx);
    const years = sessions.map(({ startsAtMs }) => Number(localDayOf(new Date(startsAtMs), timeZone).slice(0, 4)));
    const titles = new Map(sessions.map(({ courseId, courseTitle }) => [courseId, courseTitle]));
    return {
      courses: [...titles].map(([id, title]) => ({ id, title })).toReversed(),
      years: [...new Set(years)].toReversed(),
    };
  });
