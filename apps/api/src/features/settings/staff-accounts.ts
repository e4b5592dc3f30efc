import type { EndpointOutput, endpoints, StaffMember } from "@augenhoehe/contract";
import { Refusal } from "@augenhoehe/domain";
import { revokeSessions } from "../../db/repositories/sessions.ts";
import { endStaffRoles, listStaffAccounts, lockStaffAccount, type StaffAccount } from "../../db/repositories/staff.ts";
import type { AppDeps } from "../../http/app-deps.ts";
import { needsSecondFactor, type AccountActor } from "../../http/policy.ts";

/** An admin stands above the providers; everybody else knows their own. */
const scopeOf = ({ roles, providerId }: AccountActor) => (roles.includes("admin") ? null : providerId);

export function listStaff(deps: AppDeps, actor: AccountActor): Promise<EndpointOutput<typeof endpoints.listStaff>> {
  return deps.db.withTenant(actor.networkId, async (tx) => {
    const accounts = await listStaffAccounts(tx, scopeOf(actor));
    return {
      items: accounts.map(({ account, providerName }) => ({
        id: account.id,
        name: account.displayName,
        email: account.email,
        roles: account.roles,
        providerName,
        state: stateOf(account),
        isMe: account.id === actor.accountId,
      })),
    };
  });
}

/** Trainers sign in by a code from their mailbox: they have nothing to set up. */
function stateOf({ disabledAt, passwordHash, roles }: StaffAccount["account"]): StaffMember["state"] {
  if (disabledAt !== null) return "ended";
  return needsSecondFactor(roles) && passwordHash === null ? "invited" : "active";
}

/** Nobody ends their own access: somebody must stay who can let others in. */
export function endStaffAccess(deps: AppDeps, actor: AccountActor, accountId: string) {
  return deps.db.withTenant(actor.networkId, async (tx) => {
    const account = await lockStaffAccount(tx, scopeOf(actor), accountId);
    if (account === undefined) throw new Refusal("not_found");
    if (account.id === actor.accountId) throw new Refusal("not_permitted");
    await endStaffRoles(tx, account, deps.clock());
    await revokeSessions(tx, { accountId }, deps.clock());
    await deps.recordActivity(tx, {
      actor,
      action: "staff_access_ended",
      subjectKind: "account",
      subjectId: accountId,
      facts: { roles: account.roles.join(" ") },
      providerId: account.providerId,
    });
    return { done: true as const };
  });
}
