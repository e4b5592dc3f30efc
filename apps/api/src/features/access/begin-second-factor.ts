import type { Tx } from "../../db/client.ts";
import type { AccountRow } from "../../db/repositories/accounts.ts";
import type { AppDeps } from "../../http/app-deps.ts";
import type { StartedSession } from "../../http/start-session.ts";

export interface FirstStepDone {
  readonly session: StartedSession;
  readonly next: "confirm" | "enrol";
}

/** A short session that can do nothing but the second step. */
export async function beginSecondFactor(
  { startSession }: AppDeps,
  tx: Tx,
  account: Pick<AccountRow, "id" | "totpConfirmedAt">,
): Promise<FirstStepDone> {
  const session = await startSession(tx, { kind: "second_factor_pending", accountId: account.id });
  return { session, next: account.totpConfirmedAt === null ? "enrol" : "confirm" };
}
