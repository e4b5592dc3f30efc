import { buildApp } from "@augenhoehe/api/app";
import { createRoundEngine, type RoundEngine } from "@augenhoehe/api/matching-rounds/round-engine";
import { TestClient } from "./test-client.ts";
import type { TestWorld } from "./test-app.ts";

export interface OtherProcess {
  readonly world: TestWorld;
  close(): Promise<void>;
}

/** The program once more on the same database: it remembers nothing of what the first one knows. */
export async function openOtherProcess(
  world: TestWorld,
  rounds: RoundEngine = createRoundEngine(),
): Promise<OtherProcess> {
  const deps = { ...world.deps, rounds };
  const app = await buildApp(deps, { logLevel: "silent" });
  return { world: { ...world, app, deps, anyone: () => new TestClient(app) }, close: () => app.close() };
}
