import type { MyRequest } from "@augenhoehe/contract";
import { VISIBLE_OF_VOLUNTEER, visibilityStage } from "@augenhoehe/domain";
import type { TandemWithMentor } from "../../db/repositories/mentee-view.ts";
import { openFirstMeeting } from "../../matching/first-meeting.ts";
import { channelsOfVolunteer } from "../../people/released-channels.ts";
import type { Vault } from "../../vault.ts";

type ShownTandem = NonNullable<MyRequest["tandem"]>;

/** What a mentee sees of the mentor: first name, released channels and the first meeting, while the tandem lasts. */
export function mentorOf({ tandem, mentor }: TandemWithMentor, vault: Vault): ShownTandem | null {
  const stage = visibilityStage("mentee", { isEligible: true, proposal: "confirmed", tandem: tandem.status });
  const visible = VISIBLE_OF_VOLUNTEER[stage];
  if (!visible.includes("firstName")) return null;
  return {
    mentorName: mentor.firstName,
    channels: visible.includes("channels") ? channelsOfVolunteer(mentor, vault) : [],
    firstMeeting: visible.includes("firstMeeting") ? openFirstMeeting(vault, tandem) : null,
  };
}
