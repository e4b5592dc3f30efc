import { renderSVG } from "uqr";
import { Refusal } from "@augenhoehe/domain";
import { lockAccount, updateAccount } from "../../db/repositories/accounts.ts";
import type { AppDeps } from "../../http/app-deps.ts";
import type { PendingAccount } from "./pending-account.ts";
import { newTotpSecret, secretPlace, totpUri } from "./second-factor.ts";

/** The same secret until it is confirmed, so that a page loaded twice does not spoil the code just scanned. */
export async function enrolSecondFactor({ db, vault }: AppDeps, { networkId, accountId }: PendingAccount) {
  return db.withTenant(networkId, async (tx) => {
    const account = await lockAccount(tx, accountId);
    if (account === null || account.totpConfirmedAt !== null) throw new Refusal("not_permitted");
    const place = secretPlace(accountId);
    const known = account.totpSecretSealed;
    const secret = known === null ? newTotpSecret() : vault.open(known, place);
    if (known === null) await updateAccount(tx, accountId, { totpSecretSealed: vault.seal(secret, place) });
    const uri = totpUri(secret, account.email);
    return { secret, uri, qrSvg: renderSVG(uri, { border: 2 }) };
  });
}
