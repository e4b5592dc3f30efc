import { Refusal } from "./refusals.ts";

/** The accompanied first meeting: never at somebody's home. */
export interface FirstMeeting {
  readonly startsAt: Date;
  readonly isPublicPlace: boolean;
}

export function requireFirstMeeting(meeting: FirstMeeting, now: Date): void {
  if (!meeting.isPublicPlace) throw new Refusal("meeting_place_not_public");
  if (meeting.startsAt <= now) throw new Refusal("meeting_in_past");
}
