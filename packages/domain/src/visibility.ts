import type { ProposalState } from "./proposal.ts";
import type { TandemStatus } from "./tandem.ts";

/** How far two people have come with each other; each stage lets exactly the listed fields through, nothing else. */
export const VISIBILITY_STAGES = ["not_cleared", "eligible", "proposed", "both_said_yes", "tandem", "ended"] as const;
export type VisibilityStage = (typeof VISIBILITY_STAGES)[number];

export const PERSON_FIELDS = [
  "languages",
  "commonLanguages",
  "topics",
  "interests",
  "districtName",
  "slots",
  "forWhom",
  "interpreterNeeded",
  "firstName",
  "chosenName",
  "channels",
  "firstMeeting",
] as const;
export type PersonField = (typeof PERSON_FIELDS)[number];

const NOTHING: readonly PersonField[] = [];
const MATCHING_FIELDS = [
  "languages",
  "commonLanguages",
  "topics",
  "interests",
  "districtName",
  "slots",
] as const satisfies PersonField[];
const MENTEE_CARD: readonly PersonField[] = [...MATCHING_FIELDS, "forWhom", "interpreterNeeded"];

/** What a volunteer may see of a mentee. Names and channels come with the coordinator's confirmation, not before. */
export const VISIBLE_OF_MENTEE: Readonly<Record<VisibilityStage, readonly PersonField[]>> = {
  not_cleared: NOTHING,
  eligible: NOTHING,
  proposed: MENTEE_CARD,
  both_said_yes: MENTEE_CARD,
  tandem: [...MENTEE_CARD, "chosenName", "channels", "firstMeeting"],
  ended: NOTHING,
};

/** What a mentee may see of a volunteer. Names come to both sides at the same moment, with the confirmation. */
export const VISIBLE_OF_VOLUNTEER: Readonly<Record<VisibilityStage, readonly PersonField[]>> = {
  not_cleared: NOTHING,
  eligible: NOTHING,
  proposed: MATCHING_FIELDS,
  both_said_yes: MATCHING_FIELDS,
  tandem: [...MATCHING_FIELDS, "firstName", "channels", "firstMeeting"],
  ended: NOTHING,
};

/**
 * How far the viewer has come with the other person. While the volunteer is still being asked the mentee sees nothing.
 * An ended tandem and a proposal that came to nothing show nothing either.
 */
export function visibilityStage(
  viewer: "volunteer" | "mentee",
  pair: {
    readonly isEligible: boolean;
    readonly proposal: ProposalState | null;
    readonly tandem: TandemStatus | null;
  },
): VisibilityStage {
  if (pair.tandem !== null) return pair.tandem === "ended" ? "ended" : "tandem";
  const before = pair.isEligible ? "eligible" : "not_cleared";
  switch (pair.proposal) {
    case null:
      return before;
    case "awaiting_volunteer":
      return viewer === "volunteer" ? "proposed" : before;
    case "awaiting_mentee":
      return "proposed";
    case "awaiting_confirmation":
      return "both_said_yes";
    case "confirmed":
      return "tandem";
    default:
      return "ended";
  }
}
