import type { FoundSession } from "../../db/repositories/sessions.ts";
import { SignInRequired } from "../../http/errors.ts";

/** Somebody who has shown a password and not yet a second factor. */
export interface PendingAccount {
  readonly networkId: string;
  readonly accountId: string;
  readonly sessionId: string;
}

export function pendingAccountOf(session: FoundSession | null): PendingAccount {
  if (session?.kind !== "second_factor_pending" || session.account_id === null) throw new SignInRequired();
  return { networkId: session.network_id, accountId: session.account_id, sessionId: session.id };
}
