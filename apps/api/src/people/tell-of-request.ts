import type { RequestAnswers } from "@augenhoehe/contract";
import type { Tx } from "../db/client.ts";
import { listCoordinators } from "../db/repositories/volunteer-sign-up.ts";
import type { AppDeps } from "../http/app-deps.ts";

interface ToldRequest {
  readonly menteeId: string;
  readonly requestId: string;
  readonly providerId: string;
}

/**
 * The person's mail, where there is an address, says only that something arrived, and never the receipt number:
 * mailboxes are shared and read by others. Coordinators get a link and no personal data.
 */
export async function tellOfNewRequest(
  deps: Pick<AppDeps, "queueMail">,
  tx: Tx,
  request: ToldRequest & { readonly answers: Pick<RequestAnswers, "email" | "locale"> },
): Promise<void> {
  const { menteeId, providerId, answers } = request;
  if (answers.email !== null) {
    await deps.queueMail(tx, {
      to: { kind: "mentee", id: menteeId, address: answers.email, providerId },
      locale: answers.locale,
      template: "request_received",
      params: {},
    });
  }
  await tellCoordinators(deps, tx, request, "request_arrived");
}

export async function tellCoordinators(
  { queueMail }: Pick<AppDeps, "queueMail">,
  tx: Tx,
  { requestId, providerId }: Omit<ToldRequest, "menteeId">,
  template: "request_arrived" | "request_withdrawn",
): Promise<void> {
  for (const { id, email, locale } of await listCoordinators(tx, providerId)) {
    const to = { kind: "account", id, address: email, providerId } as const;
    await queueMail(tx, { to, locale, template, params: { requestId } });
  }
}
