import type { z } from "zod";
import type { ReleasedChannel } from "@augenhoehe/contract";
import type { mentees, volunteers } from "../db/schema/people.ts";
import type { Vault } from "../vault.ts";
import { showPhoneNumber } from "./phone-number.ts";

type Channel = z.infer<typeof ReleasedChannel> & { kind: "phone" | "email" };
type Mentee = Pick<typeof mentees.$inferSelect, "id" | "phoneSealed" | "emailSealed" | "releasePhone" | "releaseEmail">;
type Volunteer = Pick<typeof volunteers.$inferSelect, "id" | "phoneSealed" | "email" | "releasePhone" | "releaseEmail">;

/** What a mentee lets the mentor of a confirmed tandem see, as of this moment: a release can be taken back. */
export function channelsOfMentee(mentee: Mentee, vault: Vault): Channel[] {
  const open = (column: string, sealed: string) => vault.open(sealed, { table: "mentees", column, rowId: mentee.id });
  const channels: Channel[] = [];
  if (mentee.releasePhone && mentee.phoneSealed !== null) {
    channels.push({ kind: "phone", value: showPhoneNumber(open("phone_sealed", mentee.phoneSealed)) });
  }
  if (mentee.releaseEmail && mentee.emailSealed !== null) {
    channels.push({ kind: "email", value: open("email_sealed", mentee.emailSealed) });
  }
  return channels;
}

/** The same the other way round. */
export function channelsOfVolunteer(volunteer: Volunteer, vault: Vault): Channel[] {
  const place = { table: "volunteers", column: "phone_sealed", rowId: volunteer.id };
  const channels: Channel[] = [];
  if (volunteer.releasePhone && volunteer.phoneSealed !== null) {
    channels.push({ kind: "phone", value: showPhoneNumber(vault.open(volunteer.phoneSealed, place)) });
  }
  if (volunteer.releaseEmail && volunteer.email !== null) {
    channels.push({ kind: "email", value: volunteer.email });
  }
  return channels;
}
