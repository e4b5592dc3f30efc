import { api, requireData } from "#lib/server/api.ts";
import { formats } from "#lib/server/format.ts";
import { readOwnNetwork } from "#lib/server/own-network.ts";
import type { PageServerLoad } from "./$types";

/** All sessions side by side, or one of them with columns for a signature and minutes: `?termin=<id>`. */
export const load: PageServerLoad = async (event) => {
  const { course, trainers, participants } = requireData(
    event,
    await api(event).call("readRoster", { params: { id: event.params.id } }),
  );
  const network = await readOwnNetwork(event);
  const when = formats(event.locals.locale, network.timeZone);
  const sessions = course.sessions
    .filter(({ cancelled }) => !cancelled)
    .map(({ id, moduleTitle, startsAt, endsAt, place }) => ({
      id,
      module: moduleTitle,
      date: when.shortDate(startsAt),
      clock: `${when.time(startsAt)}–${when.time(endsAt)}`,
      place,
    }));
  const only = sessions.find(({ id }) => id === event.url.searchParams.get("termin")) ?? null;
  return {
    courseId: course.id,
    title: course.title,
    network: network.name,
    organiser: course.organiser,
    trainers: when.list(trainers.map(({ displayName }) => displayName)),
    sessions,
    only,
    people: participants
      .filter(({ guest, attendance, bookings }) => {
        if (!guest || only === null) return true;
        return attendance[only.id] !== undefined || bookings[only.id] === "guest";
      })
      .map(({ volunteerId, displayName, guest, attendance, bookings }) => ({
        id: volunteerId,
        name: displayName,
        guest,
        excused: only !== null && bookings[only.id] === "excused",
        attendance,
      })),
  };
};
