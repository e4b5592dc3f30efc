import { eligibilityGaps, isInvitedToStammtisch } from "@augenhoehe/domain";
import { eligibilityFactsOf, type CurrentVersions } from "../db/repositories/eligibility.ts";
import type { listPossibleGuests } from "../db/repositories/stammtische.ts";

type PossibleGuest = Pick<
  Awaited<ReturnType<typeof listPossibleGuests>>[number],
  keyof Parameters<typeof eligibilityFactsOf>[0] | "openTandems"
>;

/** Mentors who may be proposed, and everybody in a tandem. */
export const isInvited = (guest: PossibleGuest, versions: CurrentVersions): boolean =>
  isInvitedToStammtisch({
    isEligible: eligibilityGaps(eligibilityFactsOf(guest, versions)).length === 0,
    isPaused: guest.status === "paused",
    openTandems: guest.openTandems,
  });
