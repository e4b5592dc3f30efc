import type { EnrolmentAnswer } from "@augenhoehe/contract";
import type { AppDeps } from "../../http/app-deps.ts";
import type { VolunteerActor } from "../../http/policy.ts";
import { enrol } from "./enrol.ts";

export const enrolMe = (deps: AppDeps, actor: VolunteerActor, courseId: string): Promise<EnrolmentAnswer> =>
  deps.db.withTenant(actor.networkId, (tx) =>
    enrol(deps, tx, actor, { courseId, volunteerId: actor.volunteerId, by: "volunteer" }),
  );
