import { updateMentee } from "../../db/repositories/newcomer-requests.ts";
import { revokeSessions } from "../../db/repositories/sessions.ts";
import type { AppDeps } from "../../http/app-deps.ts";
import type { StaffActor } from "../../http/policy.ts";
import { lockOwnRequest } from "../../matching/own-request.ts";
import { hashReceipt, newReceipt } from "../../people/receipt-number.ts";

/** For somebody who lost the number: the old one and every open page of it stop working. */
export async function renewReceipt(deps: AppDeps, actor: StaffActor, requestId: string): Promise<{ receipt: string }> {
  const receipt = newReceipt();
  return deps.db.withTenant(actor.networkId, async (tx) => {
    const { mentee } = await lockOwnRequest(deps, tx, actor, requestId);
    await updateMentee(tx, mentee.id, { receiptHash: hashReceipt(deps.vault, receipt) });
    await revokeSessions(tx, { menteeId: mentee.id }, deps.clock());
    await deps.recordActivity(tx, {
      actor,
      action: "receipt_renewed",
      subjectKind: "request",
      subjectId: requestId,
    });
    return { receipt };
  });
}
