import type { ExclusionCode, MatchMentor } from "../types.ts";
import type { MentorOffer } from "./explanation-types.ts";

/** What a mentor could offer, and the one exclusion it would lift. */
interface OfferRule {
  readonly lifts: ExclusionCode;
  /** The mentor with this offer; null when it is none of theirs to make. */
  offer(mentor: MatchMentor): MatchMentor | null;
}

export const OFFER_RULES: Readonly<Record<MentorOffer, OfferRule>> = {
  place: {
    lifts: "at_capacity",
    offer: (mentor) => ({ ...mentor, capacity: Math.max(mentor.capacity, openWork(mentor)) + 1 }),
  },
  unpaused: { lifts: "paused", offer: (mentor) => ({ ...mentor, paused: false }) },
  menteeGender: {
    lifts: "mentee_gender_wish",
    offer: (mentor) => ({ ...mentor, wishes: { ...mentor.wishes, menteeGender: null } }),
  },
  menteeAgeBands: {
    lifts: "mentee_age_wish",
    offer: (mentor) => ({ ...mentor, wishes: { ...mentor.wishes, menteeAgeBands: [] } }),
  },
  forWhom: {
    lifts: "for_whom_not_offered",
    offer: (mentor) => ({ ...mentor, wishes: { ...mentor.wishes, forWhom: [] } }),
  },
  reachKm: { lifts: "too_far", offer: (mentor) => (mentor.reachKm === null ? null : { ...mentor, reachKm: null }) },
  times: { lifts: "no_common_time", offer: (mentor) => ({ ...mentor, slots: null }) },
  fuehrungszeugnis: {
    lifts: "fuehrungszeugnis_missing",
    offer: (mentor) => ({ ...mentor, hasValidFuehrungszeugnis: true }),
  },
  eligibility: {
    lifts: "not_eligible",
    offer: (mentor) => (mentor.gaps.length > 1 || mentor.gaps.includes("left") ? null : { ...mentor, gaps: [] }),
  },
};

const openWork = ({ openTandems, openProposals }: MatchMentor): number => openTandems + openProposals;
