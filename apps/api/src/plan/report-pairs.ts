import { asksForFuehrungszeugnis } from "@augenhoehe/domain";
import { createDistrictMap, scorePairing, type MatchContext, type RoundPair } from "@augenhoehe/domain/matching";
import type { ReportPair } from "./plan-report.ts";
import { personOf, type Telling } from "./telling.ts";
import { cautionSentence, reasonSentence } from "./words/reason-sentences.ts";

/** Every pair with its reasons, the best fitting first. */
export function reportPairs(telling: Telling): ReportPair[] {
  const { weights, districts, interestShares } = telling.read.input;
  const context = { weights, districts: createDistrictMap(districts), interestShares: new Map(interestShares) };
  return telling.plan.pairs
    .toSorted((a, b) => b.points - a.points || b.bonus - a.bonus || (a.requestId < b.requestId ? -1 : 1))
    .map((pair) => reportPair(telling, context, pair));
}

function reportPair({ request, volunteer, say, words, naming }: Telling, context: MatchContext, pair: RoundPair) {
  const [asking, offering] = [request(pair.requestId), volunteer(pair.mentorId)];
  const both = { request: asking.person, mentor: offering.person };
  const { parts } = scorePairing(both.mentor, both.request, context);
  return {
    request: personOf(asking),
    volunteer: personOf(offering),
    points: pair.points,
    bonus: pair.bonus,
    choice: { place: pair.mentorPlace, of: pair.mentorsPossible },
    reasons: parts.map(({ criterion, points, weight, reason }) => ({
      ...{ criterion, points, weight, code: reason.code },
      sentence: reasonSentence(reason, both, say, naming),
    })),
    cautions: [
      ...pair.cautions.map((caution) => ({ code: caution.code, sentence: cautionSentence(caution, say, naming) })),
      ...(asksForFuehrungszeugnis(both.request) ? [{ code: "with_minors" as const, sentence: words.withMinors }] : []),
    ],
  };
}
