import { buildApp } from "@augenhoehe/api/app";
import { openDatabase } from "@augenhoehe/api/db/client";
import type { RoundEngine } from "@augenhoehe/api/matching-rounds/round-engine";
import { wireDeps } from "@augenhoehe/api/wire-deps";
import { TestClient } from "./test-client.ts";
import type { TestWorld } from "./test-app.ts";
import { testKey } from "./test-app.ts";

/**
 * The same program once more on the same database: it shares rows, cookies and the clock, and remembers for itself.
 * `rounds` is for a process that solves otherwise, or not at all.
 */
export async function startSecondProcess(world: TestWorld, rounds?: RoundEngine): Promise<TestWorld> {
  const { config, jobs } = world.deps;
  const db = openDatabase(world.ownerUrl, () => undefined);
  const own = wireDeps({
    config,
    db,
    jobs,
    clock: world.clock.read,
    encryptionKey: testKey("encryption"),
    mailFrom: "no-reply@augenhoehe.example",
  });
  const deps = { ...own, rounds: rounds ?? own.rounds };
  const app = await buildApp(deps, { logLevel: "silent" });
  return {
    ...world,
    app,
    deps,
    anyone: () => new TestClient(app),
    inTenant: (networkId, work) => db.withTenant(networkId, work),
    withoutTenant: (work) => db.withoutTenant(work),
    close: async () => {
      await app.close();
      await db.close();
    },
  };
}
