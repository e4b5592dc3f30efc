import { overlapSlots } from "../week.ts";
import { commonSlots } from "./availability-fit.ts";
import { apartKm, commonReachKm, spokenKm } from "./district-fit.ts";
import { offersNoAskedTopic } from "./interests-fit.ts";
import { languageReason } from "./language-fit.ts";
import type { PreparedRequest } from "./prepare-request.ts";
import type { Caution, MatchMentor } from "./types.ts";

/** From this share of the reach on the way is long. */
const NEAR_LIMIT_SHARE = 0.75;

/** What speaks against a possible pair, or must be asked first; in the order of the list in `types.ts`. */
export function cautionsFor(mentor: MatchMentor, prepared: PreparedRequest): Caution[] {
  return [
    ...unknownWishes(mentor, prepared),
    ...weakLanguage(mentor, prepared),
    ...longWay(mentor, prepared),
    ...littleTime(mentor, prepared),
    ...(offersNoAskedTopic(mentor, prepared) ? [{ code: "no_asked_topic" } as const] : []),
    ...lastPlace(mentor),
  ];
}

function unknownWishes(mentor: MatchMentor, { request }: PreparedRequest): Caution[] {
  const cautions: Caution[] = [];
  if (request.wishes.mentorGender !== null && mentor.gender === null) cautions.push({ code: "mentor_gender_unknown" });
  if (mentor.wishes.menteeGender !== null && request.gender === null) cautions.push({ code: "mentee_gender_unknown" });
  if (request.wishes.mentorAgeBands.length > 0 && mentor.ageBand === null) {
    cautions.push({ code: "mentor_age_unknown" });
  }
  if (mentor.wishes.menteeAgeBands.length > 0 && request.ageBand === null) {
    cautions.push({ code: "mentee_age_unknown" });
  }
  return cautions;
}

function weakLanguage(mentor: MatchMentor, prepared: PreparedRequest): Caution[] {
  const reason = languageReason(mentor, prepared);
  const isWeak = reason.code === "shared_language" && reason.level === "basic" && !prepared.request.interpreterAgreed;
  return isWeak ? [{ code: "only_basic_language", language: reason.language }] : [];
}

function longWay(mentor: MatchMentor, prepared: PreparedRequest): Caution[] {
  const km = apartKm(mentor, prepared);
  const reachKm = commonReachKm(mentor, prepared);
  if (km === null || km === 0 || reachKm === null || km < reachKm * NEAR_LIMIT_SHARE) return [];
  return [{ code: "near_reach_limit", km: spokenKm(km), reachKm }];
}

function littleTime(mentor: MatchMentor, prepared: PreparedRequest): Caution[] {
  const slots = commonSlots(mentor, prepared);
  return slots !== null && overlapSlots(slots, slots) === 1 ? [{ code: "one_common_time" }] : [];
}

function lastPlace(mentor: MatchMentor): Caution[] {
  const isLast = mentor.capacity > 1 && mentor.openTandems + mentor.openProposals === mentor.capacity - 1;
  return isLast ? [{ code: "last_place", capacity: mentor.capacity }] : [];
}
