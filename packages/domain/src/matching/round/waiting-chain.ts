import { mentorNumber, requestNumber } from "./numbered-wishes.ts";
import { choicesIn } from "./round-scene.ts";
import type { RoundScene } from "./round-scene.ts";

/**
 * Requests through which somebody unserved could be helped: the unserved themselves, and everybody whose mentor could
 * then take one of them over, step by step. Whoever serves one of these people serves one more in the end.
 */
export function waitingChain(scene: RoundScene): number[] {
  const { pool, plan } = scene;
  const servedBy = new Map<number, number[]>();
  for (const { requestId, mentorId, pinned } of plan.pairs) {
    const mentor = mentorNumber(pool, mentorId);
    if (!pinned) servedBy.set(mentor, [...(servedBy.get(mentor) ?? []), requestNumber(pool, requestId)]);
  }
  const chain = plan.unserved.map((id) => requestNumber(pool, id));
  const seen = new Set<number>();
  for (const request of chain) {
    for (const { mentor } of choicesIn(scene, request)) {
      if (seen.has(mentor)) continue;
      seen.add(mentor);
      chain.push(...(servedBy.get(mentor) ?? []));
    }
  }
  return chain;
}
