import type { VolunteerHome } from "@augenhoehe/contract";
import { m } from "#lib/paraglide/messages.js";
import type { Formats } from "#lib/server/format.ts";

const MOST = 4;

/** What comes next: dates first, the earliest at the top, else who moves now. */
export function nextDates(home: VolunteerHome, f: Formats, now: Date): string[] {
  const dates = [...meetings(home, f), ...sessions(home, f, now), ...stammtische(home, f)]
    .toSorted((a, b) => a.at.localeCompare(b.at))
    .slice(0, MOST)
    .map(({ text }) => text);
  return [...dates, ...whoMoves(home)];
}

interface Dated {
  readonly at: string;
  readonly text: string;
}

const meetings = ({ tandems }: VolunteerHome, f: Formats): Dated[] =>
  tandems.flatMap(({ status, firstMeeting }) =>
    firstMeeting === null || status !== "introduced"
      ? []
      : [
          {
            at: firstMeeting.startsAt,
            text: m.volunteer_home_next_first_meeting({
              when: f.dateTime(firstMeeting.startsAt),
              place: firstMeeting.place,
            }),
          },
        ],
  );

/** Only the next session of each course: the rest stands below, and the very next one above. */
const sessions = ({ courses, nextMove }: VolunteerHome, f: Formats, now: Date): Dated[] =>
  courses
    .filter(({ cancelled, over }) => !cancelled && !over)
    .flatMap(({ title, myEnrolment, sessions: all }) =>
      all
        .filter(({ cancelled, attended, endsAt }) => !cancelled && attended === null && new Date(endsAt) > now)
        .filter(({ booking }) => booking === "guest" || (myEnrolment?.status === "enrolled" && booking === null))
        .slice(0, 1)
        .filter(({ id }) => id !== nextMove?.date?.sessionId)
        .map(({ startsAt, place }) => ({
          at: startsAt,
          text: m.volunteer_home_next_session({ title, when: f.dateTime(startsAt), place }),
        })),
    );

const stammtische = ({ stammtische: all }: VolunteerHome, f: Formats): Dated[] =>
  all
    .filter(({ myAnswer, cancelled }) => myAnswer === "yes" && !cancelled)
    .map(({ startsAt, place }) => ({
      at: startsAt,
      text: m.volunteer_home_next_stammtisch({ when: f.dateTime(startsAt), place }),
    }));

const whoMoves = ({ proposals }: VolunteerHome): string[] =>
  proposals.some(({ state }) => state === "you_said_yes") ? [m.volunteer_home_next_coordinator()] : [];
