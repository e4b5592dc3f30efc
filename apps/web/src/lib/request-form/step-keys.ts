import type { DraftAnswers } from "@augenhoehe/contract";

/** The questions in their order, by the word they have in the address. */
export const REQUEST_STEP_KEYS = [
  "sprachen",
  "stadtteil",
  "zeiten",
  "themen",
  "interessen",
  "fuer-wen",
  "wuensche",
  "ueber-mich",
  "kontakt",
] as const;
export type RequestStepKey = (typeof REQUEST_STEP_KEYS)[number];

export const stepKey = (word: string): RequestStepKey | undefined => REQUEST_STEP_KEYS.find((key) => key === word);

/** The questions nobody may skip, as far as they are still open. */
export function missingSteps({ languages, chosenName, phone, email }: DraftAnswers): RequestStepKey[] {
  const missing: RequestStepKey[] = [];
  if (languages === undefined) missing.push("sprachen");
  if (chosenName === undefined || phone === undefined || email === undefined) missing.push("kontakt");
  return missing;
}

/** "I will look myself": said, and no way to be reached given. */
export const looksMyself = ({ phone, email, otherContact }: DraftAnswers): boolean =>
  phone === null && email === null && (otherContact ?? null) === null;
