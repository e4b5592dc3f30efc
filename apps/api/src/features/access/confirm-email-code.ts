import { Refusal, type RefusalCode } from "@augenhoehe/domain";
import { findAccount } from "../../db/repositories/accounts.ts";
import { countEmailCodeAttempt, lockOpenEmailCode, useEmailCode } from "../../db/repositories/email-codes.ts";
import { findNetworkBySlug } from "../../db/repositories/networks.ts";
import type { AppDeps } from "../../http/app-deps.ts";
import { needsSecondFactor } from "../../http/policy.ts";
import type { StartedSession } from "../../http/start-session.ts";
import { sameText } from "../../secrets.ts";
import { CODE_ATTEMPTS, hashCode } from "./email-code.ts";

/** Signs in with the code of this browser. A wrong attempt stays counted, so it is told after the transaction. */
export async function confirmEmailCode(
  deps: AppDeps,
  { networkSlug, code }: { readonly networkSlug: string; readonly code: string },
  browserHash: string,
): Promise<StartedSession> {
  const { db, clock, config, startSession } = deps;
  const network = await db.withoutTenant((tx) => findNetworkBySlug(tx, networkSlug));
  if (network === null) throw new Refusal("code_wrong");
  const now = clock();
  const outcome = await db.withTenant(network.id, async (tx): Promise<StartedSession | RefusalCode> => {
    const open = await lockOpenEmailCode(tx, browserHash);
    if (open === null) return "code_wrong";
    if (open.expiresAt <= now) return "code_expired";
    if (open.attempts >= CODE_ATTEMPTS) return "too_many_attempts";
    const account = open.accountId === null ? null : await findAccount(tx, open.accountId);
    const isRight = sameText(open.codeHash, hashCode(config.sessionKey, open.id, code));
    if (!isRight || account === null || account.disabledAt !== null || needsSecondFactor(account.roles)) {
      await countEmailCodeAttempt(tx, open.id);
      return "code_wrong";
    }
    await useEmailCode(tx, open.id, now);
    return startSession(tx, { kind: "account", accountId: account.id });
  });
  if (typeof outcome === "string") throw new Refusal(outcome);
  return outcome;
}
