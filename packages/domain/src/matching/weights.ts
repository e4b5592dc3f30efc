import { Refusal } from "../refusals.ts";
import { CRITERIA } from "./types.ts";
import type { Criterion, Weights } from "./types.ts";

/** The next version of a network's weights; refused unless they are whole, not negative and sum to 100. */
export function decideWeights(current: Weights, next: Readonly<Record<Criterion, number>>): Weights {
  const values = CRITERIA.map((criterion) => next[criterion]);
  const sum = values.reduce((total, value) => total + value, 0);
  const areWhole = values.every((value) => Number.isInteger(value) && value >= 0);
  if (!areWhole || sum !== 100) throw new Refusal("weights_not_100", { sum });
  const { language, district, availability, interests } = next;
  return { version: current.version + 1, language, district, availability, interests };
}
