import { randomUUID } from "node:crypto";
import type { Clarification, Consent, RequestAnswers } from "@augenhoehe/contract";
import { SUBMITTED_REQUEST, decideRequest, mayInvolveMinors } from "@augenhoehe/domain";
import type { z } from "zod";
import type { Tx } from "../db/client.ts";
import { insertConsent, insertMentee, insertRequest } from "../db/repositories/newcomer-requests.ts";
import { sealProtection } from "../db/repositories/protected-mentees.ts";
import { unknownKeys } from "../db/repositories/vocabulary.ts";
import type { AppDeps } from "../http/app-deps.ts";
import { InputError } from "../http/input-error.ts";
import type { Vault } from "../vault.ts";
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
  /** When it was asked, where that is longer ago than the entering. */
  readonly submittedAt?: Date;
}

/** A new mentee with a request and, where it was given, the consent: one shape for phone, desk and lists. */
export async function enterRequest(
  { vault, clock }: Pick<AppDeps, "vault" | "clock">,
  tx: Tx,
  entered: EnteredRequest,
): Promise<{ menteeId: string; requestId: string }> {
  const issues = await unknownKeys(tx, entered.answers);
  if (issues.length > 0) throw new InputError(issues);
  const { mentee, request, consent } = requestRows(vault, entered, clock());
  await insertMentee(tx, mentee);
  await insertRequest(tx, request);
  if (consent !== null) await insertConsent(tx, consent);
  return { menteeId: mentee.id, requestId: request.id };
}

/** The rows of a new request, not stored yet: a list stores many at once. */
export function requestRows(vault: Vault, entered: EnteredRequest, now: Date) {
  const { answers, providerId, receipt, via, consent, recordedBy, clarification, importId, submittedAt } = entered;
  const [menteeId, requestId] = [randomUUID(), randomUUID()];
  const { status } =
    clarification === undefined ? SUBMITTED_REQUEST : decideRequest(SUBMITTED_REQUEST, { type: "clarify" }, now);
  return {
    mentee: {
      id: menteeId,
      providerId,
      ...menteeColumns(answers, menteeId, vault),
      protectionSealed: sealProtection(vault, menteeId, {
        isProtected: clarification?.protected === true,
        inChargeId: recordedBy,
      }),
      receiptHash: hashReceipt(vault, receipt),
      createdAt: now,
    },
    request: {
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
      submittedAt: submittedAt ?? now,
    },
    consent: consent === null ? null : { menteeId, ...consent, givenAt: now, recordedBy },
  };
}
