import type { CourseForStaff } from "@augenhoehe/contract";
import { m } from "#lib/paraglide/messages.js";
import type { Formats } from "#lib/server/format.ts";

export interface WaitingPerson {
  readonly id: string;
  readonly name: string;
  readonly since: string;
  readonly state: string;
  readonly tone: "done" | "waiting" | "plain";
  readonly mayHavePlace: boolean;
}

/** Who is asked, who waits and who let an offer pass, with what the coordinator can do about it. */
export const waitingPeople = ({ waitingList, course }: CourseForStaff, when: Formats): WaitingPerson[] =>
  waitingList.map((entry) => ({
    id: entry.volunteerId,
    name: entry.displayName,
    since: when.date(entry.waitingSince),
    ...stateOf(entry, when),
    mayHavePlace: entry.state === "offered" || course.free > 0,
  }));

function stateOf(
  { state, position, offerExpiresAt, lapsedAt }: CourseForStaff["waitingList"][number],
  when: Formats,
): Pick<WaitingPerson, "state" | "tone"> {
  if (state === "offered" && offerExpiresAt !== null) {
    return { state: m.places_waiting_offered({ when: when.dateTime(offerExpiresAt) }), tone: "done" };
  }
  if (lapsedAt !== null) return { state: m.places_waiting_passed({ when: when.date(lapsedAt) }), tone: "plain" };
  return { state: m.places_waiting_active({ position }), tone: "waiting" };
}
