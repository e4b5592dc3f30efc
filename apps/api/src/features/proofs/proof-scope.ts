import { parseDate } from "@internationalized/date";
import type { Tx } from "../../db/client.ts";
import type { ProofScope } from "../../db/repositories/proof-rows.ts";
import { readTimeZone } from "../../db/repositories/time-zone.ts";
import type { AppDeps } from "../../http/app-deps.ts";
import type { StaffActor } from "../../http/policy.ts";
import { instantOf } from "../../local-time.ts";

export interface ProofFilter {
  readonly courseId?: string | undefined;
  readonly from?: string | undefined;
  readonly to?: string | undefined;
}

/** Days are those of the network; both ends count. Another provider's course has no dates here. */
export async function proofScope(
  deps: AppDeps,
  tx: Tx,
  { providerId }: StaffActor,
  { courseId, from, to }: ProofFilter,
): Promise<ProofScope> {
  const timeZone = await readTimeZone(tx);
  const midnight = (day: string): Date => instantOf(`${day}T00:00`, timeZone);
  return {
    providerId,
    courseId,
    from: from === undefined ? null : midnight(from),
    until: to === undefined ? null : midnight(parseDate(to).add({ days: 1 }).toString()),
    now: deps.clock(),
  };
}
