import type { Funnel, FUNNEL_PERIODS } from "@augenhoehe/contract";
import { funnelOf } from "@augenhoehe/domain";
import type { AppDeps } from "../../http/app-deps.ts";
import type { StaffActor } from "../../http/policy.ts";
import { readWays } from "./read-ways.ts";

export const readFunnel = (
  deps: AppDeps,
  actor: StaffActor,
  { period }: { period: (typeof FUNNEL_PERIODS)[number] },
): Promise<Funnel> =>
  deps.db.withTenant(actor.networkId, async (tx) => {
    const { steps, ...figures } = funnelOf(await readWays(tx, actor, period, deps.clock()));
    return { ...figures, steps: [...steps] };
  });
