import { Refusal } from "@augenhoehe/domain";
import type { Tx } from "../db/client.ts";
import { openProtection, seesMentee, type Protection } from "../db/repositories/protected-mentees.ts";
import { listOpenProposals } from "../db/repositories/proposals.ts";
import { findStaffRequest, lockStaffRequest, type StaffRequest } from "../db/repositories/staff-requests.ts";
import type { AppDeps } from "../http/app-deps.ts";
import type { StaffActor } from "../http/policy.ts";
import type { Vault } from "../vault.ts";
import { expireIfOverdue } from "./end-proposal.ts";

export interface OwnRequest extends StaffRequest {
  readonly protection: Protection;
}

/** A request the actor may see. Unknown, another provider's and hidden ones are the same answer. */
export async function requireOwnRequest(tx: Tx, vault: Vault, actor: StaffActor, id: string): Promise<OwnRequest> {
  return own(await findStaffRequest(tx, id), vault, actor);
}

/**
 * The same, locked until the transaction ends, and with a proposal that nobody answered in time let go. Whoever also
 * locks a volunteer locks the request first.
 */
export async function lockOwnRequest(
  deps: Pick<AppDeps, "clock" | "recordActivity" | "vault">,
  tx: Tx,
  actor: StaffActor,
  id: string,
): Promise<OwnRequest> {
  const locked = own(await lockStaffRequest(tx, id), deps.vault, actor);
  if (locked.request.status !== "in_proposal") return locked;
  for (const proposal of await listOpenProposals(tx, { requestId: id })) await expireIfOverdue(deps, tx, proposal);
  return own(await findStaffRequest(tx, id), deps.vault, actor);
}

function own(found: StaffRequest | undefined, vault: Vault, actor: StaffActor): OwnRequest {
  if (found === undefined || found.request.providerId !== actor.providerId) throw new Refusal("not_found");
  const protection = openProtection(vault, found.mentee);
  if (!seesMentee(protection, actor)) throw new Refusal("not_found");
  return { ...found, protection };
}
