import { Refusal } from "./refusals.ts";

/** A volunteer's stored stage. "Eligible" is not stored: it is computed from what is missing. */
export const VOLUNTEER_STATUSES = ["applied", "interviewed", "in_training", "paused", "left"] as const;
export type VolunteerStatus = (typeof VOLUNTEER_STATUSES)[number];

/** What can be missing before a volunteer may be proposed, in the order people usually take the steps. */
export const ELIGIBILITY_GAPS = [
  "interview",
  "secrecy_declaration",
  "agreement",
  "certificate",
  "fuehrungszeugnis",
  "left",
] as const;
export type EligibilityGap = (typeof ELIGIBILITY_GAPS)[number];

/** The facts eligibility is computed from. Versions are those of the network's current texts. */
export interface EligibilityFacts {
  readonly status: VolunteerStatus;
  readonly interviewed: boolean;
  readonly secrecySignedVersion: number | null;
  readonly secrecyCurrentVersion: number;
  readonly agreementSignedVersion: number | null;
  readonly agreementCurrentVersion: number;
  readonly hasValidCertificate: boolean;
  /** A coordinator let a missing certificate pass, with a reason that is in the activity log. */
  readonly certificateOverride: boolean;
}

/**
 * Everything missing for a mentor whatever the request; empty means eligible. Being paused or at capacity is no gap:
 * both pass by themselves. The Führungszeugnis is asked for by the request (minors, reception centre), see
 * `exclusionsOf`.
 */
export function eligibilityGaps(facts: EligibilityFacts): EligibilityGap[] {
  const gaps: EligibilityGap[] = [];
  if (facts.status === "left") return ["left"];
  if (!facts.interviewed) gaps.push("interview");
  if (facts.secrecySignedVersion !== facts.secrecyCurrentVersion) gaps.push("secrecy_declaration");
  if (facts.agreementSignedVersion !== facts.agreementCurrentVersion) gaps.push("agreement");
  if (!facts.hasValidCertificate && !facts.certificateOverride) gaps.push("certificate");
  return gaps;
}

export type VolunteerCommand = "record_interview" | "start_training" | "pause" | "resume" | "leave";

/** The next stored stage, or a refusal. `interviewed` survives a pause, so coming back leads to the right stage. */
export function decideVolunteer(
  status: VolunteerStatus,
  command: VolunteerCommand,
  interviewed: boolean,
): VolunteerStatus {
  if (status === "left") throw new Refusal("already_left");
  switch (command) {
    case "record_interview":
      if (interviewed) throw new Refusal("already_interviewed");
      return status === "applied" ? "interviewed" : status;
    case "start_training":
      return status === "interviewed" ? "in_training" : status;
    case "pause":
      if (status === "paused") throw new Refusal("already_paused");
      return "paused";
    case "resume":
      if (status !== "paused") throw new Refusal("not_paused");
      return interviewed ? "in_training" : "applied";
    case "leave":
      return "left";
  }
}
