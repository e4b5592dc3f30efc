import type { Clarification, RequestAnswers } from "@augenhoehe/contract";
import { Refusal, decideRequest, type RequestCommand } from "@augenhoehe/domain";
import type { z } from "zod";
import { updateMentee, updateRequest as saveRequest } from "../../db/repositories/newcomer-requests.ts";
import { sealProtection } from "../../db/repositories/protected-mentees.ts";
import { listOtherProviders } from "../../db/repositories/providers.ts";
import { saveRequestState } from "../../db/repositories/staff-requests.ts";
import { unknownKeys } from "../../db/repositories/vocabulary.ts";
import type { AppDeps } from "../../http/app-deps.ts";
import { InputError } from "../../http/input-error.ts";
import type { StaffActor } from "../../http/policy.ts";
import { lockOwnRequest } from "../../matching/own-request.ts";
import { menteeColumns, requestColumns } from "../../people/request-answers.ts";

const DONE = { done: true as const };

export function updateRequest(deps: AppDeps, actor: StaffActor, id: string, answers: RequestAnswers) {
  return deps.db.withTenant(actor.networkId, async (tx) => {
    const { request, mentee } = await lockOwnRequest(deps, tx, actor, id);
    decideRequest(request, { type: "change" }, deps.clock());
    const issues = await unknownKeys(tx, answers);
    if (issues.length > 0) throw new InputError(issues);
    await updateMentee(tx, mentee.id, menteeColumns(answers, mentee.id, deps.vault));
    await saveRequest(tx, id, requestColumns(answers));
    await deps.recordActivity(tx, { actor, action: "request_changed", subjectKind: "request", subjectId: id });
    return DONE;
  });
}

/** Who sets the protection flag is in charge from then on; the log does not tell that it was set. */
export function clarifyRequest(
  deps: AppDeps,
  actor: StaffActor,
  id: string,
  { protected: isProtected, ...settled }: z.infer<typeof Clarification>,
) {
  return deps.db.withTenant(actor.networkId, async (tx) => {
    const { request, mentee, protection } = await lockOwnRequest(deps, tx, actor, id);
    const state = decideRequest(request, { type: "clarify" }, deps.clock());
    await saveRequest(tx, id, { ...settled, status: state.status });
    if (isProtected !== protection.isProtected) {
      const inChargeId = isProtected ? actor.accountId : null;
      await updateMentee(tx, mentee.id, {
        protectionSealed: sealProtection(deps.vault, mentee.id, { isProtected, inChargeId }),
      });
    }
    await deps.recordActivity(tx, { actor, action: "request_clarified", subjectKind: "request", subjectId: id });
    return DONE;
  });
}

type StateCommand = Extract<RequestCommand, { type: "open" | "close" | "reopen" }>;
const ACTIONS = {
  open: "request_opened",
  close: "request_closed",
  reopen: "request_reopened",
} as const satisfies Record<StateCommand["type"], string>;

export function changeRequestState(deps: AppDeps, actor: StaffActor, id: string, command: StateCommand) {
  return deps.db.withTenant(actor.networkId, async (tx) => {
    const { request } = await lockOwnRequest(deps, tx, actor, id);
    await saveRequestState(tx, id, decideRequest(request, command, deps.clock()));
    await deps.recordActivity(tx, {
      actor,
      action: ACTIONS[command.type],
      subjectKind: "request",
      subjectId: id,
      facts: command.type === "close" ? { reason: command.reason } : {},
    });
    return DONE;
  });
}

/** The receiving provider sees everything from then on, this one nothing; protection goes along without its keeper. */
export function handOverRequest(deps: AppDeps, actor: StaffActor, id: string, providerId: string) {
  return deps.db.withTenant(actor.networkId, async (tx) => {
    const { request, mentee, protection } = await lockOwnRequest(deps, tx, actor, id);
    decideRequest(request, { type: "change" }, deps.clock());
    const others = await listOtherProviders(tx, actor.providerId);
    if (!others.some((provider) => provider.id === providerId)) throw new Refusal("not_found");
    const { isProtected } = protection;
    await updateMentee(tx, mentee.id, {
      providerId,
      protectionSealed: sealProtection(deps.vault, mentee.id, { isProtected, inChargeId: null }),
    });
    await saveRequest(tx, id, { providerId });
    const entry = { actor, subjectKind: "request", subjectId: id, facts: { consentGiven: true } };
    await deps.recordActivity(tx, { ...entry, action: "request_handed_over" });
    await deps.recordActivity(tx, { ...entry, action: "request_received", providerId });
    return DONE;
  });
}
