import { ATTENDANCE_OPENS_MINUTES_BEFORE } from "@augenhoehe/domain";
import { error, type RequestEvent } from "@sveltejs/kit";
import { refusalMessage } from "#lib/messages/refusal-message.ts";
import { api, requireData } from "#lib/server/api.ts";
import { sessionTime } from "#lib/server/course-view.ts";
import { failWith, readForm } from "#lib/server/form.ts";
import { formats } from "#lib/server/format.ts";
import { readOwnNetwork } from "#lib/server/own-network.ts";
import type { Actions, PageServerLoad } from "./$types";

const MARKS = ["present", "absent", "unmarked"] as const;
type Mark = (typeof MARKS)[number];

export const load: PageServerLoad = async (event) => {
  const { id, session: sessionId } = event.params;
  const roster = requireData(event, await api(event).call("readRoster", { params: { id } }));
  const session = roster.course.sessions.find((entry) => entry.id === sessionId);
  if (session === undefined) error(404, refusalMessage("not_found"));
  const { items: guests } = requireData(event, await api(event).call("findGuests", { params: { id: sessionId } }));
  const when = formats(event.locals.locale, (await readOwnNetwork(event)).timeZone);
  const opensAt = new Date(session.startsAt).getTime() - ATTENDANCE_OPENS_MINUTES_BEFORE * 60_000;
  const search = event.url.searchParams.get("gast")?.trim().slice(0, 80) ?? "";
  const people = roster.participants
    .filter(({ guest, attendance }) => !guest || attendance[sessionId] !== undefined)
    .map(({ volunteerId, displayName, guest, attendance }) => ({
      id: volunteerId,
      name: displayName,
      guest,
      mark: attendance[sessionId] ?? ("unmarked" as const),
    }));
  return {
    courseTitle: roster.course.title,
    module: session.moduleTitle,
    when: sessionTime(session, when),
    place: session.place,
    cancelled: session.cancelled,
    isOpen: roster.mayManage && !session.cancelled && Date.now() >= opensAt,
    people,
    search,
    guests: guests
      .map(({ volunteerId, displayName }) => ({ id: volunteerId, name: displayName }))
      .filter(({ name }) => name.toLowerCase().includes(search.toLowerCase()))
      .slice(0, 12),
  };
};

async function markEach(event: RequestEvent<{ session: string }>, marksOf: (typed: string[]) => [string, Mark][]) {
  const form = await readForm(event);
  const marks = marksOf(form.list("mark")).map(([volunteerId, mark]) => ({ volunteerId, mark }));
  const params = { id: event.params.session };
  const result = await api(event).call("markAttendance", { params, body: { marks } });
  return result.ok ? undefined : failWith(result, form);
}

/** Each button carries who and what: `<id>:present`. */
const readMark = (typed: string): [string, Mark][] => {
  const [id = "", word] = typed.split(":");
  const mark = MARKS.find((allowed) => allowed === word);
  return mark === undefined ? [] : [[id, mark]];
};

export const actions: Actions = {
  mark: (event) => markEach(event, (typed) => typed.flatMap(readMark)),
};
