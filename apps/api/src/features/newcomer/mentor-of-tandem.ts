import type { MyRequest } from "@augenhoehe/contract";
import { VISIBLE_OF_VOLUNTEER, visibilityStage } from "@augenhoehe/domain";
import type { TandemWithMentor } from "../../db/repositories/mentee-view.ts";
import { openFirstMeeting } from "../../matching/first-meeting.ts";
import { showPhoneNumber } from "../../people/phone-number.ts";
import type { Vault } from "../../vault.ts";

type ShownTandem = NonNullable<MyRequest["tandem"]>;

/** What a mentee sees of the mentor: first name, released channels and the first meeting, while the tandem lasts. */
export function mentorOf({ tandem, mentor }: TandemWithMentor, vault: Vault): ShownTandem | null {
  const stage = visibilityStage("mentee", { isEligible: true, proposal: "confirmed", tandem: tandem.status });
  const visible = VISIBLE_OF_VOLUNTEER[stage];
  if (!visible.includes("firstName")) return null;
  return {
    mentorName: mentor.firstName,
    channels: visible.includes("channels") ? releasedChannels(mentor, vault) : [],
    firstMeeting: visible.includes("firstMeeting") ? openFirstMeeting(vault, tandem) : null,
  };
}

function releasedChannels(mentor: TandemWithMentor["mentor"], vault: Vault): ShownTandem["channels"] {
  const { id, email, phoneSealed, releaseEmail, releasePhone } = mentor;
  const place = { table: "volunteers", column: "phone_sealed", rowId: id };
  const channels: ShownTandem["channels"] = [];
  if (releasePhone && phoneSealed !== null) {
    channels.push({ kind: "phone", value: showPhoneNumber(vault.open(phoneSealed, place)) });
  }
  if (releaseEmail && email !== null) channels.push({ kind: "email", value: email });
  return channels;
}
