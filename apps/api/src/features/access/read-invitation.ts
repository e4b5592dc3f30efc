import { Refusal } from "@augenhoehe/domain";
import { findAccount } from "../../db/repositories/accounts.ts";
import { readNetworkName } from "../../db/repositories/networks.ts";
import type { AppDeps } from "../../http/app-deps.ts";
import { openInvitation } from "./open-invitation.ts";

/** Looking does not use a link up: mail scanners look too. */
export async function readInvitation(deps: AppDeps, token: string) {
  const { networkId, accountId } = await openInvitation(deps, token);
  return deps.db.withTenant(networkId, async (tx) => {
    const account = await findAccount(tx, accountId);
    if (account === null || account.disabledAt !== null) throw new Refusal("token_wrong");
    return { networkName: await readNetworkName(tx), displayName: account.displayName, email: account.email };
  });
}
