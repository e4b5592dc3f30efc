import type { EndpointOutput, ParsedInput, endpoints } from "@augenhoehe/contract";
import { Refusal } from "@augenhoehe/domain";
import { readConsentText } from "../../db/repositories/public-network.ts";
import type { AppDeps } from "../../http/app-deps.ts";
import type { StaffActor } from "../../http/policy.ts";
import { enterRequest } from "../../people/enter-request.ts";
import { newReceipt } from "../../people/receipt-number.ts";
import { tellOfNewRequest } from "../../people/tell-of-request.ts";

type Endpoint = typeof endpoints.createRequestOnBehalf;

/** A request taken down at a desk or on the phone, with the person's consent; only a coordinator clarifies at once. */
export async function createRequestOnBehalf(
  deps: AppDeps,
  actor: StaffActor,
  { answers, consent, clarification }: ParsedInput<Endpoint>["body"],
): Promise<EndpointOutput<Endpoint>> {
  if (clarification !== undefined && !actor.roles.includes("coordinator")) throw new Refusal("not_permitted");
  const { providerId, accountId } = actor;
  const receipt = newReceipt();
  return deps.db.withTenant(actor.networkId, async (tx) => {
    const text = await readConsentText(tx);
    if (text?.version !== consent.textVersion || consent.way === "online") throw new Refusal("consent_missing");
    const { menteeId, requestId } = await enterRequest(deps, tx, {
      ...{ answers, providerId, receipt, via: "desk", consent, recordedBy: accountId },
      ...(clarification === undefined ? {} : { clarification }),
    });
    await deps.recordActivity(tx, {
      actor,
      action: "request_entered",
      subjectKind: "request",
      subjectId: requestId,
      facts: { way: consent.way, textVersion: consent.textVersion },
    });
    const isHidden = clarification?.protected === true;
    if (!isHidden) await tellOfNewRequest(deps, tx, { menteeId, requestId, providerId, answers });
    return { id: requestId, receipt };
  });
}
