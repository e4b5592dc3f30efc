import type { Facts, ScoreView } from "@augenhoehe/contract";
import type { Caution, Exclusion, Reason, Score } from "@augenhoehe/domain/matching";
import type { z } from "zod";

type FlatFacts = z.infer<typeof Facts>;
type Fact = FlatFacts[string];
type Coded = Reason | Exclusion | Caution;

/** A reason, exclusion or caution as it travels: its code, and its facts with lists joined by commas. */
export function codedView<C extends Coded>(coded: C): { code: C["code"]; facts: FlatFacts } {
  const facts: FlatFacts = {};
  for (const [key, value] of Object.entries<Fact | readonly string[]>({ ...coded })) {
    if (key !== "code") facts[key] = isList(value) ? value.join(",") : value;
  }
  return { code: coded.code, facts };
}

const isList = (value: Fact | readonly string[]): value is readonly string[] => Array.isArray(value);

export function scoreView({ total, parts, weightsVersion }: Score): ScoreView {
  return {
    total,
    weightsVersion,
    parts: parts.map(({ criterion, fit, points, weight, reason }) => ({
      criterion,
      fit,
      points,
      weight,
      reason: codedView(reason),
    })),
  };
}
