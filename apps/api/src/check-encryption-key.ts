import { readOrLeaveProbe } from "./db/repositories/key-probes.ts";
import { EnvironmentError } from "./env.ts";
import type { AppDeps } from "./http/app-deps.ts";

const PROBE_ID = "00000000-0000-4000-8000-000000000001";
const PLACE = { table: "key_probes", column: "probe_sealed", rowId: PROBE_ID };

/** Another key than the one the data was sealed with stops the start, before anything is sealed with it. */
export async function checkEncryptionKey({ db, vault }: Pick<AppDeps, "db" | "vault">): Promise<void> {
  const probe = await db.withoutTenant((tx) => readOrLeaveProbe(tx, PROBE_ID, vault.seal("probe", PLACE)));
  try {
    vault.open(probe, PLACE);
  } catch (cause) {
    const message = "ENCRYPTION_KEY is not the key this database was sealed with: set the one it was started with";
    throw new EnvironmentError(message, { cause });
  }
}
