import { Refusal } from "@augenhoehe/domain";
import { findAccountByEmail, type AccountRow } from "../../db/repositories/accounts.ts";
import { findNetworkBySlug } from "../../db/repositories/networks.ts";
import type { AppDeps } from "../../http/app-deps.ts";
import { limitShared, refuseWhenSpent } from "../../http/rate-limit.ts";
import { verifyPassword } from "../../passwords.ts";
import { beginSecondFactor, type FirstStepDone } from "./begin-second-factor.ts";
import { passwordFailures } from "./sign-in-limits.ts";

export interface PasswordInput {
  readonly networkSlug: string;
  readonly email: string;
  readonly password: string;
}

/** An unknown network or address, a wrong password and a closed account answer alike, and take the same time. */
export async function signInWithPassword(
  deps: AppDeps,
  { networkSlug, email, password }: PasswordInput,
  clientAddress: string,
): Promise<FirstStepDone> {
  const failures = passwordFailures(networkSlug, email, clientAddress);
  await refuseWhenSpent(deps, failures);
  const account = await findAccountInNetwork(deps, networkSlug, email);
  const isRight = await verifyPassword(account?.passwordHash ?? null, password);
  if (!isRight || account === null || account.disabledAt !== null) {
    await limitShared(deps, failures);
    throw new Refusal("sign_in_failed");
  }
  return deps.db.withTenant(account.networkId, (tx) => beginSecondFactor(deps, tx, account));
}

async function findAccountInNetwork({ db }: AppDeps, slug: string, email: string): Promise<AccountRow | null> {
  const network = await db.withoutTenant((tx) => findNetworkBySlug(tx, slug));
  return network === null ? null : db.withTenant(network.id, (tx) => findAccountByEmail(tx, email));
}
