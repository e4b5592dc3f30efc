import type { EndpointOutput, endpoints } from "@augenhoehe/contract";
import { m } from "#lib/paraglide/messages.js";
import { api, requireData } from "#lib/server/api.ts";
import { formats, type Formats } from "#lib/server/format.ts";
import { readOwnNetwork } from "#lib/server/own-network.ts";
import { roomDateView } from "../room-date.ts";
import type { PageServerLoad } from "./$types";

type Module = EndpointOutput<typeof endpoints.readCourseRoom>["modules"][number];

export const load: PageServerLoad = async (event) => {
  const { id } = event.params;
  const room = requireData(event, await api(event).call("readCourseRoom", { params: { id } }));
  const when = formats(event.locals.locale, (await readOwnNetwork(event)).timeZone);
  const hours = (minutes: number) => when.number(Math.round(minutes / 6) / 10);
  const { course } = room;
  return {
    id,
    title: course.title,
    subtitle: `${course.curriculumTitle} · ${course.organiser}`,
    cancelled: course.cancelled,
    people: m.material_room_people_of({ enrolled: course.enrolled, places: course.places }),
    hours: m.material_room_hours_of({ held: hours(room.minutesHeld), planned: hours(room.minutesPlanned) }),
    dates: room.dates.map((date) => roomDateView(date, when, new Date())),
    modules: room.modules.map((module) => moduleRow(module, when, hours)),
  };
};

function moduleRow(module: Module, when: Formats, hours: (minutes: number) => string) {
  const held = hours(module.minutesHeld);
  return {
    key: module.key,
    title: module.title,
    topics: module.topics,
    optional: !module.compulsory && module.hours !== null,
    hours:
      module.hours === null
        ? m.material_room_module_retired({ held })
        : m.material_room_module_hours({ held, hours: when.number(module.hours) }),
    missed: module.missedBy.length === 0 ? null : m.material_room_missed({ names: when.list(module.missedBy) }),
    files: module.materials === 0 ? null : m.material_room_files({ count: module.materials }),
  };
}
