import { describeDemoSignIns } from "./demo/demo-sign-ins.ts";
import { DEMO_DEFINITION, seedDemo } from "./demo/seed-demo.ts";
import { countNetworks, hasDemoNetwork } from "./db/repositories/networks.ts";
import { insertSetupToken } from "./db/repositories/setup-tokens.ts";
import type { AppDeps } from "./http/app-deps.ts";
import { hashPassword } from "./passwords.ts";
import { hashSecret, randomSecret } from "./secrets.ts";

/** Fills an empty database with the demo, or opens the first-run page. Returns what to print. */
export async function prepareFirstRun(deps: AppDeps): Promise<string[]> {
  const { db, clock, vault, jobs, config } = deps;
  const now = clock();
  if (config.demo) {
    await seedDemo({ db, vault, jobs, hashPassword }, { now });
    const isDemo = await db.withoutTenant(hasDemoNetwork);
    return isDemo ? describeDemoSignIns(DEMO_DEFINITION, { publicUrl: config.publicUrl, now }) : [];
  }
  if ((await db.withoutTenant(countNetworks)) > 0) return [];
  const token = randomSecret();
  await db.withoutTenant((tx) => insertSetupToken(tx, hashSecret(token), now));
  return [
    "There is no network yet. Create it here, with this token:",
    `  ${config.publicUrl}/einrichten`,
    `  ${token}`,
  ];
}
