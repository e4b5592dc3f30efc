import { FirstMeeting } from "@augenhoehe/contract";
import type { Vault } from "../vault.ts";

const Sealed = FirstMeeting.omit({ startsAt: true });
type MeetingColumns = { id: string; firstMeetingAt: Date | null; firstMeetingSealed: string | null };

const placeOf = (tandemId: string) => ({ table: "tandems", column: "first_meeting_sealed", rowId: tandemId });

export const sealFirstMeeting = (vault: Vault, tandemId: string, meeting: { place: string; accompaniedBy: string }) =>
  vault.seal(JSON.stringify({ place: meeting.place, accompaniedBy: meeting.accompaniedBy }), placeOf(tandemId));

/** Where two people will be is C4: opened for them and for staff of the own provider, while the tandem lasts. */
export function openFirstMeeting(vault: Vault, { id, firstMeetingAt, firstMeetingSealed }: MeetingColumns) {
  if (firstMeetingAt === null || firstMeetingSealed === null) return null;
  const told = Sealed.parse(JSON.parse(vault.open(firstMeetingSealed, placeOf(id))));
  return { startsAt: firstMeetingAt.toISOString(), ...told };
}
