import type { EndpointOutput, endpoints } from "@augenhoehe/contract";
import { Refusal } from "@augenhoehe/domain";
import { findNetworkCurriculum, listTrainers } from "../../db/repositories/curricula.ts";
import type { AppDeps } from "../../http/app-deps.ts";
import type { StaffActor } from "../../http/policy.ts";

export const readCurriculum = (
  deps: AppDeps,
  actor: StaffActor,
): Promise<EndpointOutput<typeof endpoints.readCurriculum>> =>
  deps.db.withTenant(actor.networkId, async (tx) => {
    const curriculum = await findNetworkCurriculum(tx);
    if (curriculum === undefined) throw new Refusal("not_found");
    return { title: curriculum.title, modules: [...curriculum.modules], trainers: await listTrainers(tx) };
  });
