import type { NetworkProfile, Term } from "@augenhoehe/contract";
import type { Choice } from "#lib/forms/choice.ts";

/** What the questions are chosen from: languages named on the server, districts and words of the network. */
export interface QuestionChoices {
  readonly languages: readonly Choice[];
  readonly districts: NetworkProfile["districts"];
  readonly topics: readonly Term[];
  readonly interests: readonly Term[];
}

export const UNKNOWN_DISTRICT = "unknown";

export const districtsOfPostalCode = (districts: NetworkProfile["districts"], code: string) =>
  districts.filter(({ postalCodes }) => postalCodes.includes(code.replaceAll(/\s/g, "")));

/** Ways that somebody may have to a meeting, in kilometres. */
export const REACH_CHOICES_KM = [2, 5, 10] as const;
export const WALKING_KM = 2;
