import { Refusal } from "@augenhoehe/domain";
import { findNetworkBySlug } from "../../db/repositories/networks.ts";
import { findMenteeByReceipt } from "../../db/repositories/newcomer-requests.ts";
import { openProtection, sealProtection } from "../../db/repositories/protected-mentees.ts";
import type { AppDeps } from "../../http/app-deps.ts";
import type { StartedSession } from "../../http/start-session.ts";
import { hashTypedReceipt } from "../../people/receipt-number.ts";
import type { Vault } from "../../vault.ts";

/**
 * Opens a short session. A wrong number, an unknown one and that of somebody under protection take the same steps and
 * get the same answer. Calls are counted per address only, so nobody can lock out the owner of a receipt.
 */
export async function signInWithReceipt(
  deps: AppDeps,
  { networkSlug, receipt }: { networkSlug: string; receipt: string },
): Promise<StartedSession> {
  const receiptHash = hashTypedReceipt(deps.vault, receipt);
  const network = await deps.db.withoutTenant((tx) => findNetworkBySlug(tx, networkSlug));
  if (network === null) throw new Refusal("sign_in_failed");
  const started = await deps.db.withTenant(network.id, async (tx) => {
    const mentee = await findMenteeByReceipt(tx, receiptHash);
    const { isProtected } = openProtection(deps.vault, mentee ?? decoyOf(deps.vault));
    if (mentee === null || isProtected) return null;
    return deps.startSession(tx, { kind: "mentee", menteeId: mentee.id });
  });
  if (started === null) throw new Refusal("sign_in_failed");
  return started;
}

const DECOY_ID = "00000000-0000-0000-0000-000000000000";
const decoys = new WeakMap<Vault, { id: string; protectionSealed: string }>();

/** Somebody to open in place of nobody, so that an unknown number takes as long as a hidden one. */
function decoyOf(vault: Vault): { id: string; protectionSealed: string } {
  const sealed = { isProtected: true, inChargeId: DECOY_ID };
  const decoy = decoys.get(vault) ?? { id: DECOY_ID, protectionSealed: sealProtection(vault, DECOY_ID, sealed) };
  decoys.set(vault, decoy);
  return decoy;
}
