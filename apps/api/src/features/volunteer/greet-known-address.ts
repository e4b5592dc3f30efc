import { randomUUID } from "node:crypto";
import type { Tx } from "../../db/client.ts";
import {
  insertAccount,
  type findAccountByAddress,
  type findVolunteerByAddress,
} from "../../db/repositories/volunteer-sign-up.ts";
import type { AppDeps } from "../../http/app-deps.ts";

interface Known {
  readonly email: string;
  readonly account: Awaited<ReturnType<typeof findAccountByAddress>>;
  readonly volunteer: Awaited<ReturnType<typeof findVolunteerByAddress>>;
}

/**
 * Tells the owner of a known address that somebody signed up with it. A volunteer whom staff entered without an
 * account gets one now: signing in needs a code from this mailbox.
 */
export async function greetKnownAddress(deps: AppDeps, tx: Tx, { email, account, volunteer }: Known): Promise<void> {
  if (account !== undefined) {
    await deps.queueMail(tx, {
      to: { kind: "account", id: account.id, address: email, providerId: account.providerId },
      locale: account.locale,
      template: "volunteer_known",
      params: { canSignIn: account.disabledAt === null },
    });
    return;
  }
  if (volunteer === undefined) return;
  const { id, providerId, status, firstName, lastName, locale } = volunteer;
  const canSignIn = status !== "left";
  if (canSignIn) {
    const displayName = `${firstName} ${lastName}`;
    await insertAccount(tx, {
      id: randomUUID(),
      providerId,
      email,
      roles: ["volunteer"],
      displayName,
      volunteerId: id,
      locale,
      createdAt: deps.clock(),
    });
  }
  const to = { kind: "volunteer" as const, id, address: email, providerId };
  await deps.queueMail(tx, { to, locale, template: "volunteer_known", params: { canSignIn } });
}
