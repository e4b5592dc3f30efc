import type { Consent } from "@augenhoehe/contract";
import { Refusal } from "@augenhoehe/domain";
import type { z } from "zod";
import type { Tx } from "../../db/client.ts";
import { readOwnNetwork } from "../../db/repositories/networks.ts";
import { listProviders, readConsentText } from "../../db/repositories/public-network.ts";
import { deleteDraft, findSentDraft, lockDraft, markDraftSent } from "../../db/repositories/request-drafts.ts";
import type { AppDeps } from "../../http/app-deps.ts";
import type { DraftActor } from "../../http/policy.ts";
import type { StartedSession } from "../../http/start-session.ts";
import { enterRequest } from "../../people/enter-request.ts";
import { receiptOfDraft } from "../../people/receipt-number.ts";
import { tellOfNewRequest } from "../../people/tell-of-request.ts";
import { openAnswers, requireComplete } from "./draft-answers.ts";

/** So long the same draft, sent again, answers with the same receipt. */
const SENT_AGAIN_MS = 10 * 60_000;

export interface SentRequest {
  readonly receipt: string;
  readonly session: StartedSession;
}

/** Turns a draft into a request with its consent. A second press of "send" finds what the first one made. */
export async function submitDraft(
  deps: AppDeps,
  actor: DraftActor,
  consent: z.infer<typeof Consent>,
): Promise<SentRequest> {
  const receipt = receiptOfDraft(deps.vault, actor.draftId);
  return deps.db.withTenant(actor.networkId, async (tx) => {
    const now = deps.clock();
    const draft = await lockDraft(tx, actor.draftId, now);
    const menteeId =
      draft === null
        ? await findSentDraft(tx, actor.sessionId)
        : await enter(deps, tx, actor, requireComplete(openAnswers(deps.vault, draft)), consent);
    if (menteeId === null) throw new Refusal("draft_expired");
    await markDraftSent(tx, actor.sessionId, menteeId, new Date(now.getTime() + SENT_AGAIN_MS));
    return { receipt, session: await deps.startSession(tx, { kind: "mentee", menteeId }) };
  });
}

async function enter(
  deps: AppDeps,
  tx: Tx,
  actor: DraftActor,
  answers: ReturnType<typeof requireComplete>,
  consent: z.infer<typeof Consent>,
): Promise<string> {
  const text = await readConsentText(tx);
  if (text?.version !== consent.textVersion) throw new Refusal("consent_missing");
  const providerId = (await readOwnNetwork(tx)).intakeProviderId ?? (await listProviders(tx))[0]?.id;
  if (providerId === undefined) throw new Error("A network without a provider cannot take requests");
  const receipt = receiptOfDraft(deps.vault, actor.draftId);
  const online = { ...consent, way: "online" } as const;
  const entered = { answers, providerId, receipt, via: "self", consent: online, recordedBy: null } as const;
  const { menteeId, requestId } = await enterRequest(deps, tx, entered);
  await deleteDraft(tx, actor.draftId);
  await deps.recordActivity(tx, {
    actor: { kind: "mentee", networkId: actor.networkId, sessionId: actor.sessionId, menteeId },
    action: "request_submitted",
    subjectKind: "request",
    subjectId: requestId,
    facts: { via: "self" },
    providerId,
  });
  await tellOfNewRequest(deps, tx, { menteeId, requestId, providerId, answers });
  return menteeId;
}
