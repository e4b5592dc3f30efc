import type { Roster } from "@augenhoehe/contract";
import type { AppDeps } from "../../http/app-deps.ts";
import type { StaffActor } from "../../http/policy.ts";
import { accessCourse } from "../../training/course-access.ts";
import { rosterOf } from "../../training/roster.ts";

export const readRoster = (deps: AppDeps, actor: StaffActor, id: string): Promise<Roster> =>
  deps.db.withTenant(actor.networkId, async (tx) => {
    const access = await accessCourse(tx, actor, id, deps.clock());
    return rosterOf(tx, actor, access, deps.clock());
  });
