import { api, requireData } from "#lib/server/api.ts";
import { formats } from "#lib/server/format.ts";
import { readOwnNetwork } from "#lib/server/own-network.ts";
import type { PageServerLoad } from "./$types";

export const load: PageServerLoad = async (event) => {
  const { course, trainers, participants } = requireData(
    event,
    await api(event).call("readRoster", { params: { id: event.params.id } }),
  );
  const network = await readOwnNetwork(event);
  const when = formats(event.locals.locale, network.timeZone);
  return {
    title: course.title,
    network: network.name,
    organiser: course.organiser,
    trainers: when.list(trainers.map(({ displayName }) => displayName)),
    sessions: course.sessions
      .filter(({ cancelled }) => !cancelled)
      .map(({ id, moduleTitle, startsAt, endsAt, place }) => ({
        id,
        module: moduleTitle,
        date: when.shortDate(startsAt),
        clock: `${when.time(startsAt)}–${when.time(endsAt)}`,
        place,
      })),
    people: participants.map(({ volunteerId, displayName, attendance }) => ({
      id: volunteerId,
      name: displayName,
      attendance,
    })),
  };
};
