import type { AppDeps } from "../../http/app-deps.ts";
import type { VolunteerActor } from "../../http/policy.ts";
import { enrol, type EnrolmentAnswer } from "./enrol.ts";

export const enrolMe = (deps: AppDeps, actor: VolunteerActor, courseId: string): Promise<EnrolmentAnswer> =>
  deps.db.withTenant(actor.networkId, (tx) => enrol(deps, tx, actor, { courseId, volunteerId: actor.volunteerId }));
