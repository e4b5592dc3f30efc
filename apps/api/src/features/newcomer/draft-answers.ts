import { DraftAnswers, RequestAnswers } from "@augenhoehe/contract";
import { Refusal } from "@augenhoehe/domain";
import type { Vault } from "../../vault.ts";

const placeOf = (draftId: string) => ({ table: "request_drafts", column: "answers_sealed", rowId: draftId });

export const sealAnswers = (vault: Vault, draftId: string, answers: DraftAnswers): string =>
  vault.seal(JSON.stringify(answers), placeOf(draftId));

export const openAnswers = (vault: Vault, draft: { id: string; answersSealed: string }): DraftAnswers =>
  DraftAnswers.parse(JSON.parse(vault.open(draft.answersSealed, placeOf(draft.id))));

const NOT_ASKED_FURTHER = {
  kind: "tandem",
  district: null,
  reachKm: null,
  slots: null,
  topics: [],
  interests: [],
  gender: null,
  ageBand: null,
  forWhom: "self",
  wishes: { mentorGender: null, mentorAgeBands: [], eveningOnly: false },
  interpreterNeeded: false,
  otherContact: null,
  releasePhone: false,
  releaseEmail: false,
  contactPerson: null,
} satisfies DraftAnswers;

/**
 * Skipped questions count as "not told". A language, a name and the question how to be reached must be answered; "I
 * will look myself" is an answer and leaves phone and e-mail `null`.
 */
export function requireComplete(answers: DraftAnswers): RequestAnswers {
  const complete = RequestAnswers.safeParse({ ...NOT_ASKED_FURTHER, ...answers });
  if (!complete.success) throw new Refusal("draft_incomplete");
  return complete.data;
}
