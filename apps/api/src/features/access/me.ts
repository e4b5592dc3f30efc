import type { Me } from "@augenhoehe/contract";
import { Refusal } from "@augenhoehe/domain";
import { findAccount, findProvider } from "../../db/repositories/accounts.ts";
import { readOwnNetwork } from "../../db/repositories/networks.ts";
import type { AppDeps } from "../../http/app-deps.ts";
import type { AccountActor } from "../../http/policy.ts";

export async function me({ db }: AppDeps, actor: AccountActor): Promise<Me> {
  return db.withTenant(actor.networkId, async (tx) => {
    const account = await findAccount(tx, actor.accountId);
    if (account === null) throw new Refusal("not_found");
    const { id, slug, name, demo } = await readOwnNetwork(tx);
    const provider = account.providerId === null ? null : await findProvider(tx, account.providerId);
    return {
      accountId: account.id,
      displayName: account.displayName,
      email: account.email,
      roles: account.roles,
      locale: account.locale,
      volunteerId: account.volunteerId,
      network: { id, slug, name, demo },
      provider: provider === null ? null : { id: provider.id, name: provider.name, shortName: provider.shortName },
    };
  });
}
