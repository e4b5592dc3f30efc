import { Refusal } from "@augenhoehe/domain";
import { lockAccount, updateAccount } from "../../db/repositories/accounts.ts";
import { revokeSessions } from "../../db/repositories/sessions.ts";
import type { AppDeps } from "../../http/app-deps.ts";
import { limitShared, refuseWhenSpent } from "../../http/rate-limit.ts";
import type { StartedSession } from "../../http/start-session.ts";
import type { PendingAccount } from "./pending-account.ts";
import { secretPlace, totpStep } from "./second-factor.ts";
import { secondFactorFailures } from "./sign-in-limits.ts";

/** A code counts once: a step that was already accepted, or an earlier one, is wrong. */
export async function confirmSecondFactor(
  deps: AppDeps,
  { networkId, accountId, sessionId }: PendingAccount,
  { code, clientAddress }: { readonly code: string; readonly clientAddress: string },
): Promise<StartedSession> {
  const { db, clock, vault, startSession } = deps;
  const failures = secondFactorFailures(accountId, clientAddress);
  for (const limit of failures) await refuseWhenSpent(deps, limit);
  const now = clock();
  const session = await db.withTenant(networkId, async (tx) => {
    const account = await lockAccount(tx, accountId);
    if (account === null || account.totpSecretSealed === null || account.disabledAt !== null) return null;
    const step = totpStep(vault.open(account.totpSecretSealed, secretPlace(accountId)), code, now);
    if (step === null || step <= (account.lastTotpStep ?? -1)) return null;
    const totpConfirmedAt = account.totpConfirmedAt ?? now;
    await updateAccount(tx, accountId, { lastTotpStep: step, totpConfirmedAt });
    await revokeSessions(tx, { sessionId }, now);
    return startSession(tx, { kind: "staff", accountId });
  });
  if (session !== null) return session;
  for (const limit of failures) await limitShared(deps, limit);
  throw new Refusal("second_factor_wrong");
}
