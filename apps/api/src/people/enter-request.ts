import { randomUUID } from "node:crypto";
import type { Clarification, Consent, RequestAnswers } from "@augenhoehe/contract";
import { SUBMITTED_REQUEST, decideRequest } from "@augenhoehe/domain";
import type { z } from "zod";
import type { Tx } from "../db/client.ts";
import { insertConsent, insertMentee, insertRequest } from "../db/repositories/newcomer-requests.ts";
import { sealProtection } from "../db/repositories/protected-mentees.ts";
import { unknownKeys } from "../db/repositories/vocabulary.ts";
import type { AppDeps } from "../http/app-deps.ts";
import { InputError } from "../http/input-error.ts";
import { hashReceipt } from "./receipt-number.ts";
import { menteeColumns, requestColumns } from "./request-answers.ts";

export interface EnteredRequest {
  readonly answers: RequestAnswers;
  readonly providerId: string;
  readonly receipt: string;
  readonly via: "self" | "desk" | "import";
  readonly consent: z.infer<typeof Consent> | null;
  /** The account that took it down; null when the person did it alone. */
  readonly recordedBy: string | null;
  readonly clarification?: z.infer<typeof Clarification>;
  readonly importId?: string;
}

/** A new mentee with a request and, where it was given, the consent: one shape for phone, desk and lists. */
export async function enterRequest(
  { vault, clock }: Pick<AppDeps, "vault" | "clock">,
  tx: Tx,
  entered: EnteredRequest,
): Promise<{ menteeId: string; requestId: string }> {
  const { answers, providerId, receipt, via, consent, recordedBy, clarification, importId } = entered;
  const issues = await unknownKeys(tx, answers);
  if (issues.length > 0) throw new InputError(issues);
  const now = clock();
  const [menteeId, requestId] = [randomUUID(), randomUUID()];
  const { status } =
    clarification === undefined ? SUBMITTED_REQUEST : decideRequest(SUBMITTED_REQUEST, { type: "clarify" }, now);
  await insertMentee(tx, {
    id: menteeId,
    providerId,
    ...menteeColumns(answers, menteeId, vault),
    protectionSealed: sealProtection(vault, menteeId, {
      isProtected: clarification?.protected === true,
      inChargeId: recordedBy,
    }),
    receiptHash: hashReceipt(vault, receipt),
    createdAt: now,
  });
  await insertRequest(tx, {
    id: requestId,
    providerId,
    menteeId,
    status,
    ...requestColumns(answers),
    ...(clarification === undefined ? {} : { kind: clarification.kind }),
    interpreterAgreed: clarification?.interpreterAgreed ?? false,
    involvesMinors: clarification?.involvesMinors ?? mayInvolveMinors(answers),
    inReceptionCentre: clarification?.inReceptionCentre ?? false,
    priority: clarification?.priority ?? false,
    via,
    importId: importId ?? null,
    submittedAt: now,
  });
  if (consent !== null) {
    await insertConsent(tx, { menteeId, ...consent, givenAt: now, recordedBy });
  }
  return { menteeId, requestId };
}

/** Until a coordinator has settled it with the person. */
export const mayInvolveMinors = ({ forWhom, ageBand }: Pick<RequestAnswers, "forWhom" | "ageBand">): boolean =>
  forWhom === "with_child" || forWhom === "family" || ageBand === "under_18";
