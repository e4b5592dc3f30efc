import { asksForFuehrungszeugnis } from "@augenhoehe/domain";
import type { PlanOptions } from "./options.ts";
import type { Assumption } from "./plan-report.ts";
import type { Telling } from "./telling.ts";

/** What no list says and the plan takes for granted, as far as it matters for this one. */
export function assumptionsOf({ read, plan, request, words, naming }: Telling, options: PlanOptions): Assumption[] {
  const { assumptions } = words;
  const told: Assumption[] = [
    { code: "everybody_ready", sentence: assumptions.everybodyReady },
    { code: "places_as_told", sentence: assumptions.placesAsTold },
  ];
  const withMinors = plan.pairs.filter((pair) => asksForFuehrungszeugnis(request(pair.requestId).person)).length;
  if (withMinors > 0) told.push({ code: "minors", sentence: assumptions.minors(withMinors) });
  const interpreted = read.requests.interpreting;
  if (interpreted > 0) {
    told.push(
      options.interpretersAgreed
        ? { code: "interpreting_agreed", sentence: assumptions.interpretingAgreed(interpreted) }
        : { code: "interpreting_not_agreed", sentence: assumptions.interpretingNotAgreed(interpreted) },
    );
  }
  const others = read.places.others;
  if (options.districts === null) told.push({ code: "districts_by_name", sentence: assumptions.districtsByName });
  else if (others.length > 0) {
    told.push({ code: "districts_not_in_file", sentence: assumptions.districtsNotInFile(naming.list(others)) });
  }
  for (const kind of ["volunteers", "requests"] as const) {
    const { leftOut } = read[kind];
    if (leftOut === 0) continue;
    const sentence = assumptions.rowsLeftOut(read.lists[kind].path, leftOut);
    told.push({ code: "rows_left_out", sentence });
  }
  return [...told, { code: "protected_by_hand", sentence: assumptions.protectedByHand }];
}
