import { and, eq, isNull, sql } from "drizzle-orm";
import type { Tx } from "../client.ts";
import { volunteers } from "../schema/people.ts";
import { accounts, providers } from "../schema/platform.ts";

export async function findProviderName(tx: Tx, id: string): Promise<string | undefined> {
  const [row] = await tx.select({ name: providers.name }).from(providers).where(eq(providers.id, id));
  return row?.name;
}

/** One sign-up per address at a time, so that a double click makes one volunteer. Lasts until the transaction ends. */
export async function lockAddress(tx: Tx, email: string): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`${tx.networkId}:${email}`}, 0))`);
}

export async function findAccountByAddress(tx: Tx, email: string) {
  const [row] = await tx.select().from(accounts).where(eq(accounts.email, email));
  return row;
}

/** Entered by staff or from a list, perhaps without an account yet. */
export async function findVolunteerByAddress(tx: Tx, email: string) {
  const [row] = await tx
    .select({
      id: volunteers.id,
      providerId: volunteers.providerId,
      status: volunteers.status,
      firstName: volunteers.firstName,
      lastName: volunteers.lastName,
      locale: volunteers.locale,
    })
    .from(volunteers)
    .where(eq(volunteers.email, email));
  return row;
}

export async function insertVolunteer(tx: Tx, row: Omit<typeof volunteers.$inferInsert, "networkId">): Promise<void> {
  await tx.insert(volunteers).values({ ...row, networkId: tx.networkId });
}

export async function insertAccount(tx: Tx, row: Omit<typeof accounts.$inferInsert, "networkId">): Promise<void> {
  await tx.insert(accounts).values({ ...row, networkId: tx.networkId });
}

/** Whom a provider's volunteers write to: its coordinators who can sign in. */
export const listCoordinators = (tx: Tx, providerId: string) =>
  tx
    .select({
      id: accounts.id,
      email: accounts.email,
      locale: accounts.locale,
      providerId: accounts.providerId,
    })
    .from(accounts)
    .where(
      and(
        eq(accounts.providerId, providerId),
        isNull(accounts.disabledAt),
        sql`'coordinator' = any(${accounts.roles})`,
      ),
    );
