import { Refusal } from "@augenhoehe/domain";
import { findInvitation, type InvitationRow } from "../../db/repositories/invitations.ts";
import type { AppDeps } from "../../http/app-deps.ts";
import { hashSecret } from "../../secrets.ts";

/** An unknown, used or overdue link is the same wrong token. */
export async function openInvitation({ db, clock }: AppDeps, token: string): Promise<InvitationRow> {
  const hash = hashSecret(token);
  const invitation = await db.withLookup(hash, (tx) => findInvitation(tx, hash));
  const isOpen = invitation !== null && invitation.usedAt === null && invitation.expiresAt > clock();
  if (!isOpen) throw new Refusal("token_wrong");
  return invitation;
}
