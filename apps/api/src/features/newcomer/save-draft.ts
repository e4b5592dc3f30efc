import type { DraftAnswers, EndpointOutput, endpoints } from "@augenhoehe/contract";
import { Refusal } from "@augenhoehe/domain";
import { deleteDraft, lockDraft, updateDraft } from "../../db/repositories/request-drafts.ts";
import { revokeSessions } from "../../db/repositories/sessions.ts";
import { unknownKeys } from "../../db/repositories/vocabulary.ts";
import type { AppDeps } from "../../http/app-deps.ts";
import { InputError } from "../../http/input-error.ts";
import type { DraftActor } from "../../http/policy.ts";
import { requirePhoneNumber } from "../../people/request-answers.ts";
import { openAnswers, sealAnswers } from "./draft-answers.ts";

export async function readDraft(
  { db, vault, clock }: AppDeps,
  actor: DraftActor,
): Promise<EndpointOutput<typeof endpoints.readDraft>> {
  return db.withTenant(actor.networkId, async (tx) => {
    const draft = await lockDraft(tx, actor.draftId, clock());
    if (draft === null) throw new Refusal("draft_expired");
    const { networkSlug, expiresAt } = draft;
    return { networkSlug, answers: openAnswers(vault, draft), expiresAt: expiresAt.toISOString() };
  });
}

/** Adds answers to those already given. What nobody could use later (a wrong number, an unknown district) is told now. */
export async function saveDraft({ db, vault, clock }: AppDeps, actor: DraftActor, given: DraftAnswers): Promise<void> {
  if (typeof given.phone === "string") requirePhoneNumber(given.phone);
  await db.withTenant(actor.networkId, async (tx) => {
    const draft = await lockDraft(tx, actor.draftId, clock());
    if (draft === null) throw new Refusal("draft_expired");
    const { district = null, topics = [], interests = [] } = given;
    const issues = await unknownKeys(tx, { district, topics, interests });
    if (issues.length > 0) throw new InputError(issues);
    await updateDraft(tx, draft.id, sealAnswers(vault, draft.id, { ...openAnswers(vault, draft), ...given }));
  });
}

export async function discardDraft({ db, clock }: AppDeps, actor: DraftActor): Promise<void> {
  await db.withTenant(actor.networkId, async (tx) => {
    await deleteDraft(tx, actor.draftId);
    await revokeSessions(tx, { draftId: actor.draftId }, clock());
  });
}
