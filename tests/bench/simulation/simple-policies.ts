import { EXCLUDED } from "./pair-points.ts";
import type { Pair, Policy, Situation } from "./live-through.ts";

/** Whoever has waited longest gets the best mentor who is free, at once, whenever anything happens. */
export const firstComeFirstServed: Policy = {
  name: "first come, first served",
  isDue: (_, hasAnythingHappened) => hasAnythingHappened,
  propose(situation) {
    const left = new Map(situation.freePlaces);
    const pairs: Pair[] = [];
    for (const asker of situation.waiting) {
      const [best] = possiblePairs(situation, asker, left);
      if (best === undefined) continue;
      pairs.push(best);
      take(left, best.helper);
    }
    return pairs;
  },
};

/** The best pair of all, then the best of what is left, at once, whenever anything happens. */
export const bestPairFirst: Policy = {
  name: "best pair first",
  isDue: (_, hasAnythingHappened) => hasAnythingHappened,
  propose(situation) {
    const left = new Map(situation.freePlaces);
    const served = new Set<number>();
    const pairs: Pair[] = [];
    const order = new Map(situation.waiting.map((asker, place) => [asker, place]));
    const possible = situation.waiting
      .flatMap((asker) => possiblePairs(situation, asker, left))
      .sort((a, b) => b.points - a.points || (order.get(a.asker) ?? 0) - (order.get(b.asker) ?? 0));
    for (const { asker, helper } of possible) {
      if (served.has(asker) || !left.has(helper)) continue;
      pairs.push({ asker, helper });
      served.add(asker);
      take(left, helper);
    }
    return pairs;
  },
};

/** Best first; among equals whoever has less to do, as in the product's list of suggestions. */
function possiblePairs(
  situation: Situation,
  asker: number,
  left: ReadonlyMap<number, number>,
): (Pair & { readonly points: number })[] {
  return [...left.keys()]
    .map((helper) => ({ asker, helper, points: situation.pointsOf(asker, helper) }))
    .filter(({ points }) => points !== EXCLUDED)
    .sort(
      (a, b) =>
        b.points - a.points || situation.openWorkOf(a.helper) - situation.openWorkOf(b.helper) || a.helper - b.helper,
    );
}

function take(left: Map<number, number>, helper: number): void {
  const places = (left.get(helper) ?? 0) - 1;
  if (places > 0) left.set(helper, places);
  else left.delete(helper);
}
