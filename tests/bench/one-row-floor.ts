import { buildApp } from "@augenhoehe/api/app";
import { preparedOn } from "@augenhoehe/api/db/prepared-on";
import { providers } from "@augenhoehe/api/db/schema/platform";
import { route } from "@augenhoehe/api/http/route";
import { createRoundEngine } from "@augenhoehe/api/matching-rounds/round-engine";
import { endpoint } from "@augenhoehe/contract";
import { and, eq, sql } from "drizzle-orm";
import type { FastifyInstance } from "fastify";
import { z } from "zod";
import type { BenchWorld } from "./bench-world.ts";

const oneRow = endpoint({
  method: "GET",
  path: "/api/bench/one-row",
  who: ["coordinator"],
  summary: "One row by its key.",
  response: z.strictObject({ name: z.string() }),
});

const providerName = preparedOn((tx) =>
  tx
    .select({ name: providers.name })
    .from(providers)
    .where(and(eq(providers.networkId, sql.placeholder("networkId")), eq(providers.id, sql.placeholder("id"))))
    .prepare("bench_provider_name"),
);

/** One indexed row through everything a real answer goes through: session, policy, tenant's transaction, schema. */
export async function startOneRowFloor(world: BenchWorld): Promise<{ url: string; close(): Promise<void> }> {
  const deps = { ...world.app.deps, rounds: createRoundEngine() };
  const readOneRow = (app: FastifyInstance) =>
    route(app, oneRow, ({ actor }) =>
      deps.db.withTenant(actor.networkId, async (tx) => {
        const [row] = await providerName(tx).execute({ networkId: tx.networkId, id: world.providerId });
        return { name: row?.name ?? "" };
      }),
    );
  const app = await buildApp(deps, { logLevel: "silent", features: [readOneRow] });
  const origin = await app.listen({ port: 0, host: "127.0.0.1" });
  return { url: origin + oneRow.path, close: () => app.close() };
}
