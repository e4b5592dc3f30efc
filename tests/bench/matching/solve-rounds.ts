import { setTimeout } from "node:timers/promises";
import { expectOk } from "../../support/replies.ts";
import { TestClient } from "../../support/test-client.ts";
import type { BenchWorld } from "../bench-world.ts";

const LOOKED_EVERY_MS = 500;
const EVERYBODY = { districts: [], languages: [], waitingSince: null, waitingUntil: null };
const settingsWith = (minimumPoints: number) => ({
  objective: "served-first" as const,
  minimumPoints,
  waitingBonus: { pointsPerWeek: 0.5, atMostPoints: 10 },
});

/** A coordinator who has a plan of everybody worked out, again and again with other settings; says how many came out. */
export async function solveRounds(world: BenchWorld, enough: AbortSignal): Promise<number> {
  const client = new TestClient(world.app);
  const [cookie = "", value = ""] = world.cookie.split("=", 2);
  client.cookies.set(cookie, value);
  const body = { name: "Everybody", filter: EVERYBODY, settings: settingsWith(0) };
  const params = expectOk(await client.call("createRound", { body }));
  let finished = 0;
  while (!enough.aborted) {
    const plan = expectOk(await client.call("readRoundPlan", { params, query: {} }));
    if (plan.status === "ready") {
      finished++;
      const settings = settingsWith(finished % 2);
      expectOk(await client.call("changeRoundSettings", { params, body: { revision: plan.revision, settings } }));
    } else if (plan.status === "working") await setTimeout(LOOKED_EVERY_MS);
    else throw new Error(`The plan was ${plan.status}`);
  }
  return finished;
}
