import type { EndpointOutput, endpoints } from "@augenhoehe/contract";
import { m } from "#lib/paraglide/messages.js";
import { api, requireData } from "#lib/server/api.ts";
import { formats, type Formats } from "#lib/server/format.ts";
import { readOwnNetwork } from "#lib/server/own-network.ts";
import { roomDateView } from "./room-date.ts";
import type { PageServerLoad } from "./$types";

type Course = EndpointOutput<typeof endpoints.readTrainerHome>["courses"][number];

export const load: PageServerLoad = async (event) => {
  const { next, unmarked, courses } = requireData(event, await api(event).call("readTrainerHome"));
  const when = formats(event.locals.locale, (await readOwnNetwork(event)).timeZone);
  const now = new Date();
  const rows = courses.map((course) => courseRow(course, when, now));
  return {
    next: next.map((date) => roomDateView(date, when, now)),
    unmarked: unmarked.map((date) => roomDateView(date, when, now)),
    courses: [...rows.filter(({ isPast }) => !isPast), ...rows.filter(({ isPast }) => isPast).toReversed()],
  };
};

function courseRow(
  { id, title, places, enrolled, cancelled, over, firstDate, lastDate }: Course,
  when: Formats,
  now: Date,
) {
  return {
    id,
    title,
    isPast: over || cancelled,
    state: stateOf({ cancelled, over, hasBegun: firstDate !== null && new Date(firstDate) <= now }),
    seats: m.training_seats_taken({ taken: enrolled, places }),
    dates: datesOf(firstDate, lastDate, when),
  };
}

function datesOf(first: string | null, last: string | null, when: Formats): string {
  if (first === null || last === null) return m.material_room_dates_empty();
  const [from, to] = [when.shortDate(first), when.shortDate(last)];
  return from === to ? from : m.material_course_dates({ from, to });
}

function stateOf(course: { cancelled: boolean; over: boolean; hasBegun: boolean }) {
  if (course.cancelled) return { label: m.training_state_cancelled(), tone: "care" as const };
  if (course.over) return { label: m.training_state_over(), tone: "plain" as const };
  return course.hasBegun ? { label: m.training_state_running(), tone: "done" as const } : null;
}
