import type { VolunteerHome } from "@augenhoehe/contract";
import { m } from "#lib/paraglide/messages.js";
import type { Formats } from "#lib/server/format.ts";

const MOST = 4;

/** What comes next: dates first, the earliest at the top, else who moves now. */
export function nextDates(home: VolunteerHome, f: Formats): string[] {
  const dates = [...meetings(home, f), ...sessions(home, f), ...stammtische(home, f)]
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

/** Only the next session of each course: the rest stands below. */
const sessions = ({ courses }: VolunteerHome, f: Formats): Dated[] =>
  courses
    .filter(({ myEnrolment, cancelled, over }) => myEnrolment?.status === "enrolled" && !cancelled && !over)
    .flatMap(({ title, sessions: all }) =>
      all
        .filter(({ cancelled, attended }) => !cancelled && attended === null)
        .slice(0, 1)
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

function whoMoves(home: VolunteerHome): string[] {
  const isOpen = (key: string) => home.nextSteps.some((step) => step.key === key && step.state === "current");
  const saidYes = home.proposals.some(({ state }) => state === "you_said_yes");
  const isSearching = home.eligible && home.openTandems === 0 && home.proposals.length === 0;
  return [
    ...(isOpen("interview") ? [m.volunteer_home_next_interview()] : []),
    ...(isOpen("certificate") ? [m.volunteer_home_next_certificate()] : []),
    ...(saidYes ? [m.volunteer_home_next_coordinator()] : []),
    ...(isSearching ? [m.volunteer_home_next_proposal()] : []),
  ];
}
