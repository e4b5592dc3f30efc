import { GERMAN_PRACTICE_TOPIC } from "../people.ts";
import { EVENINGS } from "../week.ts";
import type { WeekSlots } from "../week.ts";
import type { MatchContext, MatchRequest, PairHistory } from "./types.ts";

/** A request with everything that is the same for each mentor worked out once. */
export interface PreparedRequest {
  readonly request: MatchRequest;
  readonly history: PairHistory;
  readonly context: MatchContext;
  /** What the mentee can do; null when not told. "Evening only" counts as told. */
  readonly slots: WeekSlots | null;
  readonly askedTopics: ReadonlySet<string>;
  /** The mentee's interests with their rarity in ten-thousandths. */
  readonly interestRarity: ReadonlyMap<string, number>;
  /** German practice is asked for: the learner's level is no weakness then, so the stronger side's level counts. */
  readonly germanInFull: boolean;
  kmTo(district: string): number | null;
}

export const NO_HISTORY: PairHistory = { declined: new Set(), former: new Set() };

export function prepareRequest(request: MatchRequest, history: PairHistory, context: MatchContext): PreparedRequest {
  const askedTopics = new Set(request.topics);
  const kmByDistrict = new Map<string, number | null>();
  return {
    request,
    history,
    context,
    slots: effectiveSlots(request),
    askedTopics,
    interestRarity: new Map(
      request.interests.map((interest) => [interest, rarity(context.interestShares.get(interest) ?? 0)]),
    ),
    germanInFull: askedTopics.has(GERMAN_PRACTICE_TOPIC),
    kmTo(district) {
      if (request.district === null) return null;
      if (district === request.district) return 0;
      const known = kmByDistrict.get(district);
      if (known !== undefined) return known;
      const km = context.districts.distanceKm(request.district, district);
      kmByDistrict.set(district, km);
      return km;
    },
  };
}

function effectiveSlots(request: MatchRequest): WeekSlots | null {
  const told = request.slots === 0 ? null : request.slots;
  if (!request.wishes.eveningOnly) return told;
  const evenings = (told ?? EVENINGS) & EVENINGS;
  return evenings === 0 ? EVENINGS : evenings;
}

const rarity = (share: number): number => Math.round(10_000 * (1 - Math.min(1, Math.max(0, share))));
