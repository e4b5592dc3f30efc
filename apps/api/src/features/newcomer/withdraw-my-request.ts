import { randomUUID } from "node:crypto";
import { decideRequest } from "@augenhoehe/domain";
import { updateMentee, updateRequest } from "../../db/repositories/newcomer-requests.ts";
import { revokeSessions } from "../../db/repositories/sessions.ts";
import { saveRequestState } from "../../db/repositories/staff-requests.ts";
import type { AppDeps } from "../../http/app-deps.ts";
import type { MenteeActor } from "../../http/policy.ts";
import { endOpenProposals } from "../../matching/end-proposal.ts";
import { tellCoordinators } from "../../people/tell-of-request.ts";
import { lockMyRequest } from "./own-request.ts";

/** Nobody needs a name any more, so name and contact go at once; the receipt opens nothing from now on. */
const FORGOTTEN = {
  chosenName: "—",
  gender: null,
  ageBand: null,
  phoneSealed: null,
  emailSealed: null,
  otherContactSealed: null,
  contactPersonSealed: null,
  releasePhone: false,
  releaseEmail: false,
} as const;

export async function withdrawMyRequest(deps: AppDeps, actor: MenteeActor): Promise<void> {
  const { vault, recordActivity, clock } = deps;
  await deps.db.withTenant(actor.networkId, async (tx) => {
    const { mentee, request } = await lockMyRequest(tx, vault, actor);
    const now = clock();
    const closed = decideRequest(request, { type: "withdraw" }, now);
    await endOpenProposals(deps, tx, { requestId: request.id }, actor);
    await saveRequestState(tx, request.id, closed);
    await updateRequest(tx, request.id, { district: null });
    const receiptHash = vault.fingerprint(randomUUID(), "withdrawn");
    await updateMentee(tx, mentee.id, { ...FORGOTTEN, receiptHash });
    await revokeSessions(tx, { menteeId: mentee.id }, now);
    await recordActivity(tx, {
      actor,
      action: "request_withdrawn",
      subjectKind: "request",
      subjectId: request.id,
      providerId: request.providerId,
    });
    await tellCoordinators(deps, tx, { requestId: request.id, providerId: request.providerId }, "request_withdrawn");
  });
}
