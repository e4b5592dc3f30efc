import { and, desc, eq } from "drizzle-orm";
import type { RequestDetail } from "@augenhoehe/contract";
import type { Tx } from "../client.ts";
import { consents } from "../schema/people.ts";

/** The newest consent of a person, as the request's page shows it. */
export async function findConsent(tx: Tx, menteeId: string): Promise<RequestDetail["consent"]> {
  const [row] = await tx
    .select({
      textVersion: consents.textVersion,
      locale: consents.locale,
      way: consents.way,
      givenAt: consents.givenAt,
    })
    .from(consents)
    .where(and(eq(consents.networkId, tx.networkId), eq(consents.menteeId, menteeId)))
    .orderBy(desc(consents.givenAt))
    .limit(1);
  return row === undefined ? null : { ...row, givenAt: row.givenAt.toISOString() };
}
