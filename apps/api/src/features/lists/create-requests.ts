import type { Tx } from "../../db/client.ts";
import { insertRequests } from "../../db/repositories/imported-people.ts";
import type { ImportRecord } from "../../db/repositories/imports.ts";
import { readTimeZone } from "../../db/repositories/time-zone.ts";
import type { AppDeps } from "../../http/app-deps.ts";
import { requestRows } from "../../people/enter-request.ts";
import { newReceipt } from "../../people/receipt-number.ts";
import { arrivals } from "../../spreadsheet/arrivals.ts";
import type { InterpretedRow } from "./interpret-import.ts";
import type { RequestDraft } from "./read-request-row.ts";

/**
 * Every new mentee with a submitted request. No consent to our text is invented: it is asked for when the request is
 * clarified. Nobody knows the receipt number yet; a coordinator gives out a new one.
 */
export async function createRequests(
  { vault, clock }: Pick<AppDeps, "vault" | "clock">,
  tx: Tx,
  { id: importId, providerId }: ImportRecord,
  rows: readonly InterpretedRow<RequestDraft>[],
): Promise<{ rowHash: string; subjectId: string }[]> {
  const now = clock();
  const arrivalOf = arrivals(now, await readTimeZone(tx));
  const created = rows.flatMap(({ hash, draft }) => {
    if (draft === null) return [];
    const { answers, submittedOn } = draft;
    const submittedAt = arrivalOf(submittedOn);
    const entered = { answers, providerId, importId, submittedAt, via: "import" as const, receipt: newReceipt() };
    return [{ hash, ...requestRows(vault, { ...entered, consent: null, recordedBy: null }, now) }];
  });
  await insertRequests(tx, created);
  return created.map(({ hash, request }) => ({ rowHash: hash, subjectId: request.id }));
}
