import { buildApp } from "@augenhoehe/api/app";
import { createRoundEngine } from "@augenhoehe/api/matching-rounds/round-engine";
import { TestClient } from "./test-client.ts";
import type { TestWorld } from "./test-app.ts";

/** The program once more on the same database: it remembers nothing of what the first one knows. */
export async function openOtherProcess(
  world: TestWorld,
  { smallPairs }: { readonly smallPairs?: number } = {},
): Promise<{ readonly world: TestWorld; close(): Promise<void> }> {
  const rounds = createRoundEngine(smallPairs === undefined ? {} : { smallPairs });
  const deps = { ...world.deps, rounds };
  const app = await buildApp(deps, { logLevel: "silent" });
  return { world: { ...world, app, deps, anyone: () => new TestClient(app) }, close: () => app.close() };
}
