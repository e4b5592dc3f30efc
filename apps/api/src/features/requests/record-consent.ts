import type { ParsedInput, endpoints } from "@augenhoehe/contract";
import { Refusal } from "@augenhoehe/domain";
import { insertConsent } from "../../db/repositories/newcomer-requests.ts";
import { readConsentText } from "../../db/repositories/public-network.ts";
import type { AppDeps } from "../../http/app-deps.ts";
import type { StaffActor } from "../../http/policy.ts";
import { lockOwnRequest } from "../../matching/own-request.ts";

type Consent = ParsedInput<typeof endpoints.recordConsent>["body"];

/** Said, written or told on the phone to a member of staff, about the text that counts now. */
export function recordConsent(deps: AppDeps, actor: StaffActor, requestId: string, consent: Consent) {
  return deps.db.withTenant(actor.networkId, async (tx) => {
    const { mentee } = await lockOwnRequest(deps, tx, actor, requestId);
    const text = await readConsentText(tx);
    if (text?.version !== consent.textVersion || consent.way === "online") throw new Refusal("consent_missing");
    await insertConsent(tx, { menteeId: mentee.id, ...consent, givenAt: deps.clock(), recordedBy: actor.accountId });
    await deps.recordActivity(tx, {
      actor,
      action: "consent_recorded",
      subjectKind: "request",
      subjectId: requestId,
      facts: { way: consent.way, textVersion: consent.textVersion },
    });
    return { done: true as const };
  });
}
