import type { EnrolmentAnswer } from "@augenhoehe/contract";
import { Refusal } from "@augenhoehe/domain";
import { findVolunteer } from "../../db/repositories/volunteers-for-staff.ts";
import type { AppDeps } from "../../http/app-deps.ts";
import type { StaffActor } from "../../http/policy.ts";
import { enrol } from "./enrol.ts";

/** Into any course of the network, but only somebody of the coordinator's own provider. */
export const enrolVolunteer = (
  deps: AppDeps,
  actor: StaffActor,
  courseId: string,
  volunteerId: string,
): Promise<EnrolmentAnswer> =>
  deps.db.withTenant(actor.networkId, async (tx) => {
    const volunteer = await findVolunteer(tx, actor.providerId, volunteerId);
    if (volunteer === undefined) throw new Refusal("not_found");
    return enrol(deps, tx, actor, { courseId, volunteerId, by: "coordinator" });
  });
