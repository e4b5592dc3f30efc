import { availabilityFit, availabilityReason } from "./availability-fit.ts";
import { districtFit, districtReason } from "./district-fit.ts";
import { interestsFit, interestsReason } from "./interests-fit.ts";
import { languageFit, languageReason } from "./language-fit.ts";
import { NO_HISTORY, prepareRequest } from "./prepare-request.ts";
import type { PreparedRequest } from "./prepare-request.ts";
import { CRITERIA } from "./types.ts";
import type { Criterion, MatchContext, MatchMentor, MatchRequest, Reason, Score } from "./types.ts";

interface CriterionRule {
  /** Whole ten-thousandths 0–10,000: sums of fit × weight stay exact. */
  fit(mentor: MatchMentor, prepared: PreparedRequest): number;
  reason(mentor: MatchMentor, prepared: PreparedRequest): Reason;
}

const RULES: Readonly<Record<Criterion, CriterionRule>> = {
  language: { fit: languageFit, reason: languageReason },
  district: { fit: districtFit, reason: districtReason },
  availability: { fit: availabilityFit, reason: availabilityReason },
  interests: { fit: interestsFit, reason: interestsReason },
};

/** The total alone, without parts or reasons: what ranking thousands of mentors needs. Whole points, half rounds up. */
export function totalOf(mentor: MatchMentor, prepared: PreparedRequest): number {
  const { weights } = prepared.context;
  let sum = 0;
  for (const criterion of CRITERIA) sum += RULES[criterion].fit(mentor, prepared) * weights[criterion];
  return Math.round(sum / 10_000);
}

export function scoreFor(mentor: MatchMentor, prepared: PreparedRequest): Score {
  const { weights } = prepared.context;
  const parts = CRITERIA.map((criterion) => {
    const fit = RULES[criterion].fit(mentor, prepared);
    return {
      criterion,
      fit: fit / 10_000,
      points: (fit * weights[criterion]) / 10_000,
      weight: weights[criterion],
      reason: RULES[criterion].reason(mentor, prepared),
    };
  });
  return { total: totalOf(mentor, prepared), parts, weightsVersion: weights.version };
}

/** How well the two fit, 0–100 points in four parts, whether or not an exclusion stands between them. */
export function scorePairing(mentor: MatchMentor, request: MatchRequest, context: MatchContext): Score {
  return scoreFor(mentor, prepareRequest(request, NO_HISTORY, context));
}
