import { and, eq } from "drizzle-orm";
import type { Locale } from "@augenhoehe/domain";
import type { Tx } from "../client.ts";
import { accounts } from "../schema/platform.ts";

/** Keeps the account's name and language equal to the profile's. */
export async function renameAccountOfVolunteer(
  tx: Tx,
  volunteerId: string,
  values: { readonly displayName: string; readonly locale: Locale },
): Promise<void> {
  await tx
    .update(accounts)
    .set(values)
    .where(and(eq(accounts.networkId, tx.networkId), eq(accounts.volunteerId, volunteerId)));
}
