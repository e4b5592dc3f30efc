import { randomUUID } from "node:crypto";
import type { Locale } from "@augenhoehe/domain";
import type { Tx } from "../../db/client.ts";
import { findAccountByEmail, type AccountRow } from "../../db/repositories/accounts.ts";
import { replaceEmailCode } from "../../db/repositories/email-codes.ts";
import { findNetworkBySlug } from "../../db/repositories/networks.ts";
import type { AppDeps } from "../../http/app-deps.ts";
import { needsSecondFactor } from "../../http/policy.ts";
import { limitShared } from "../../http/rate-limit.ts";
import { CODE_MINUTES, hashCode, newCode } from "./email-code.ts";
import { codeRequests } from "./sign-in-limits.ts";

export interface CodeRequest {
  readonly networkSlug: string;
  readonly email: string;
  readonly locale: Locale;
}

/**
 * An unknown address gets a code nobody knows, so that everything after looks the same. Staff who see people are
 * pointed to their password instead: a mailbox alone never opens their desk.
 */
export async function requestEmailCode(
  deps: AppDeps,
  request: CodeRequest,
  { browserHash, clientAddress }: { readonly browserHash: string; readonly clientAddress: string },
): Promise<void> {
  const { db, clock, config } = deps;
  for (const limit of codeRequests(request.networkSlug, request.email, clientAddress)) await limitShared(deps, limit);
  const network = await db.withoutTenant((tx) => findNetworkBySlug(tx, request.networkSlug));
  if (network === null) return;
  await db.withTenant(network.id, async (tx) => {
    const account = await findAccountByEmail(tx, request.email);
    const known = account === null || account.disabledAt !== null ? null : account;
    const mayUseCode = known !== null && !needsSecondFactor(known.roles);
    const id = randomUUID();
    const code = newCode();
    const now = clock();
    await replaceEmailCode(tx, {
      id,
      accountId: mayUseCode ? known.id : null,
      codeHash: hashCode(config.sessionKey, id, code),
      browserHash,
      createdAt: now,
      expiresAt: new Date(now.getTime() + CODE_MINUTES * 60_000),
    });
    if (known !== null) await sendAnswer(deps, tx, known, request.locale, mayUseCode ? code : null);
  });
}

async function sendAnswer(
  { queueMail, config }: AppDeps,
  tx: Tx,
  account: AccountRow,
  locale: Locale,
  code: string | null,
) {
  const to = { kind: "account", id: account.id, address: account.email, providerId: account.providerId } as const;
  if (code !== null) {
    await queueMail(tx, { to, locale, template: "email_code", params: { code, minutes: CODE_MINUTES } });
  } else {
    const link = `${config.publicUrl}/anmelden/team`;
    await queueMail(tx, { to, locale, template: "use_password", params: { link } });
  }
}
