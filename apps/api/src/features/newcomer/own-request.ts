import type { Tx } from "../../db/client.ts";
import { findNewestRequest, lockNewestRequest, type NewestRequest } from "../../db/repositories/newcomer-requests.ts";
import { openProtection } from "../../db/repositories/protected-mentees.ts";
import { SignInRequired } from "../../http/errors.ts";
import type { MenteeActor } from "../../http/policy.ts";
import type { Vault } from "../../vault.ts";

/** The request behind a receipt. Somebody under protection has none, on open pages too. */
export const requireMyRequest = async (tx: Tx, vault: Vault, { menteeId }: MenteeActor): Promise<NewestRequest> =>
  visible(await findNewestRequest(tx, menteeId), vault);

export const lockMyRequest = async (tx: Tx, vault: Vault, { menteeId }: MenteeActor): Promise<NewestRequest> =>
  visible(await lockNewestRequest(tx, menteeId), vault);

function visible(found: NewestRequest | null, vault: Vault): NewestRequest {
  if (found === null || openProtection(vault, found.mentee).isProtected) throw new SignInRequired();
  return found;
}
