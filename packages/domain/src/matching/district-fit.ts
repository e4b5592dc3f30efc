import type { PreparedRequest } from "./prepare-request.ts";
import type { MatchMentor, Reason } from "./types.ts";

/** Neither knowing nor guessing: an unknown district is worth half. */
const UNKNOWN_FIT = 5_000;
/** Where nobody told a reach, points fall to 0 here: about an hour by bus and foot in a mid-sized city. */
const USUAL_REACH_KM = 15;

/** The shorter of both reaches; null when neither side told one. */
export function commonReachKm(mentor: MatchMentor, prepared: PreparedRequest): number | null {
  return shorterReachKm(mentor.reachKm, prepared.request.reachKm);
}

export function shorterReachKm(mentorKm: number | null, askedKm: number | null): number | null {
  if (mentorKm === null) return askedKm;
  return askedKm === null ? mentorKm : Math.min(mentorKm, askedKm);
}

/** Km between both districts, 0 in the same one, null when it cannot be known. */
export function apartKm(mentor: MatchMentor, prepared: PreparedRequest): number | null {
  return mentor.district === null ? null : prepared.kmTo(mentor.district);
}

export function isTooFar(mentor: MatchMentor, prepared: PreparedRequest): boolean {
  return isBeyond(apartKm(mentor, prepared), commonReachKm(mentor, prepared));
}

export const isBeyond = (km: number | null, reachKm: number | null): boolean =>
  km !== null && reachKm !== null && km > reachKm;

export function districtFit(mentor: MatchMentor, prepared: PreparedRequest): number {
  return fitAtKm(apartKm(mentor, prepared), commonReachKm(mentor, prepared));
}

/** Ten-thousandths for a way of `km` under the common reach. */
export function fitAtKm(km: number | null, commonReach: number | null): number {
  if (km === null) return UNKNOWN_FIT;
  if (km === 0) return 10_000;
  const reachKm = commonReach ?? USUAL_REACH_KM;
  return km >= reachKm ? 0 : Math.round(10_000 * (1 - km / reachKm));
}

/** Km as a person would say them: one decimal. */
export const spokenKm = (km: number): number => Math.round(km * 10) / 10;

export function districtReason(mentor: MatchMentor, prepared: PreparedRequest): Reason {
  const km = apartKm(mentor, prepared);
  if (km === null || mentor.district === null) return { code: "district_unknown" };
  return mentor.district === prepared.request.district
    ? { code: "same_district", district: mentor.district }
    : { code: "distance", km: spokenKm(km) };
}
