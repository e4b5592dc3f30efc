import { Refusal } from "@augenhoehe/domain";
import { lockAccount, updateAccount } from "../../db/repositories/accounts.ts";
import { useInvitation } from "../../db/repositories/invitations.ts";
import type { AppDeps } from "../../http/app-deps.ts";
import { hashPassword } from "../../passwords.ts";
import { beginSecondFactor, type FirstStepDone } from "./begin-second-factor.ts";
import { openInvitation } from "./open-invitation.ts";

export async function acceptInvitation(
  deps: AppDeps,
  { token, password }: { readonly token: string; readonly password: string },
): Promise<FirstStepDone> {
  const invitation = await openInvitation(deps, token);
  const passwordHash = await hashPassword(password);
  return deps.db.withTenant(invitation.networkId, async (tx) => {
    const account = await lockAccount(tx, invitation.accountId);
    const isFirst = await useInvitation(tx, invitation.id, deps.clock());
    if (account === null || account.disabledAt !== null || !isFirst) throw new Refusal("token_wrong");
    await updateAccount(tx, account.id, { passwordHash });
    return beginSecondFactor(deps, tx, account);
  });
}
