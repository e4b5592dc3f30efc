import { mentorNumber, requestNumber } from "./numbered-wishes.ts";
import type { NumberedWishes } from "./numbered-wishes.ts";
import { choicesOf } from "./round-problem.ts";
import type { RoundPool } from "./round-pool.ts";
import type { RoundPlan, RoundSettings } from "./types.ts";

/**
 * Requests through which somebody unserved could be helped: the unserved themselves, and everybody whose mentor could
 * then take one of them over, step by step. Whoever serves one of these people serves one more in the end.
 */
export function waitingChain(
  pool: RoundPool,
  settings: RoundSettings,
  wishes: NumberedWishes,
  plan: RoundPlan,
): number[] {
  const servedBy = new Map<number, number[]>();
  for (const { requestId, mentorId, pinned } of plan.pairs) {
    const mentor = mentorNumber(pool, mentorId);
    if (!pinned) servedBy.set(mentor, [...(servedBy.get(mentor) ?? []), requestNumber(pool, requestId)]);
  }
  const chain = plan.unserved.map((id) => requestNumber(pool, id));
  const seen = new Set<number>();
  for (const request of chain) {
    for (const { mentor } of choicesOf(pool, settings, wishes, request)) {
      if (seen.has(mentor)) continue;
      seen.add(mentor);
      chain.push(...(servedBy.get(mentor) ?? []));
    }
  }
  return chain;
}
