import { and, asc, eq, isNull, sql } from "drizzle-orm";
import type { Tx } from "../client.ts";
import { accounts, invitations, providers } from "../schema/platform.ts";

export interface StaffAccount {
  readonly account: typeof accounts.$inferSelect;
  readonly providerName: string | null;
}

/** Accounts with a role besides `volunteer`; of one provider, or of all where it is null. */
const isStaff = (providerId: string | null) =>
  and(
    sql`${accounts.roles} && array['trainer', 'counsellor', 'coordinator', 'admin']`,
    providerId === null ? undefined : eq(accounts.providerId, providerId),
  );

export const listStaffAccounts = (tx: Tx, providerId: string | null): Promise<StaffAccount[]> =>
  tx
    .select({ account: accounts, providerName: providers.name })
    .from(accounts)
    .leftJoin(providers, and(eq(providers.networkId, accounts.networkId), eq(providers.id, accounts.providerId)))
    .where(isStaff(providerId))
    .orderBy(sql`${accounts.disabledAt} nulls first`, asc(accounts.displayName), asc(accounts.id));

export async function lockStaffAccount(tx: Tx, providerId: string | null, id: string) {
  const [row] = await tx
    .select()
    .from(accounts)
    .where(and(isStaff(providerId), eq(accounts.id, id)))
    .for("update");
  return row;
}

/** Who also volunteers stays a volunteer, who signs in by code; everybody else can no longer sign in. */
export async function endStaffRoles(tx: Tx, { id, roles }: StaffAccount["account"], at: Date): Promise<void> {
  const isVolunteer = roles.includes("volunteer");
  const withoutFactors = { passwordHash: null, totpSecretSealed: null, totpConfirmedAt: null };
  await tx
    .update(accounts)
    .set(isVolunteer ? { ...withoutFactors, roles: ["volunteer"] } : { ...withoutFactors, disabledAt: at })
    .where(eq(accounts.id, id));
  await tx.delete(invitations).where(and(eq(invitations.accountId, id), isNull(invitations.usedAt)));
}
