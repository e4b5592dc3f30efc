import { GERMAN_PRACTICE_TOPIC } from "@augenhoehe/domain";
import { createDistrictMap, DEFAULT_WEIGHTS, scorePairing, type MatchRequest } from "@augenhoehe/domain/matching";
import type { TwoYears } from "./two-years.ts";

/** Groups of people who ask, in the order in which they are shown. `EVERYBODY` is one of them. */
export const EVERYBODY = "everybody";
export const GROUPS = {
  [EVERYBODY]: [EVERYBODY],
  gender: ["women", "men"],
  "language shared with": ["most mentors", "5 to 50 %", "under 5 %", "nobody"],
  district: ["Nord", "Ost", "Süd", "West"],
} as const;

export const ALL_GROUPS: readonly string[] = Object.values(GROUPS).flat();

/** From this fit of language on, two people can talk about more than the weather. */
const TALKS_WELL = 0.7;

/** Per asker, the groups they belong to. */
export function groupsOf(years: TwoYears): readonly (readonly string[])[] {
  const context = {
    weights: DEFAULT_WEIGHTS,
    districts: createDistrictMap(years.districts),
    interestShares: years.interestShares,
  };
  const shareOf = (request: MatchRequest): number => {
    const talksWell = years.helpers.filter(({ mentor }) => {
      const language = scorePairing(mentor, request, context).parts.find(({ criterion }) => criterion === "language");
      return (language?.fit ?? 0) >= TALKS_WELL;
    });
    return talksWell.length / years.helpers.length;
  };
  const shareByWords = new Map<string, number>();
  return years.askers.map(({ request, borough }) => {
    const words = JSON.stringify([request.languages, request.topics.includes(GERMAN_PRACTICE_TOPIC)]);
    const share = shareByWords.get(words) ?? shareOf(request);
    shareByWords.set(words, share);
    return [EVERYBODY, request.gender === "female" ? "women" : "men", languageGroup(share), borough];
  });
}

/** By the share of all mentors of the network who share a language with them at a conversational level. */
function languageGroup(share: number): (typeof GROUPS)["language shared with"][number] {
  if (share === 0) return "nobody";
  if (share < 0.05) return "under 5 %";
  return share <= 0.5 ? "5 to 50 %" : "most mentors";
}
