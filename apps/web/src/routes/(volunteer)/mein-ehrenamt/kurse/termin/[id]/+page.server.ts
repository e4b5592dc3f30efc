import { redirect, type RequestEvent } from "@sveltejs/kit";
import { isolated } from "#lib/messages/isolated.ts";
import { api, requireData, type ApiResult } from "#lib/server/api.ts";
import { sessionTime } from "#lib/server/course-view.ts";
import { readForm, type SubmittedForm } from "#lib/server/form.ts";
import { formats, type Formats } from "#lib/server/format.ts";
import { readOwnNetwork } from "#lib/server/own-network.ts";
import { failPlace } from "#lib/server/place-refusal.ts";
import type { Actions, PageServerLoad } from "./$types";

const readFormats = async (event: RequestEvent): Promise<Formats> =>
  formats(event.locals.locale, (await readOwnNetwork(event)).timeZone);

export const load: PageServerLoad = async (event) => {
  const found = requireData(event, await api(event).call("readMySession", { params: event.params }));
  const { session, instead, otherDates } = found;
  const when = await readFormats(event);
  return {
    courseTitle: isolated(found.courseTitle),
    module: session.moduleTitle,
    when: sessionTime(session, when),
    place: session.place,
    booking: session.booking,
    cancelled: session.cancelled,
    begun: new Date(session.startsAt) <= new Date(),
    mayReturn: session.freeSeats > 0,
    instead: instead === null ? null : sessionTime(instead, when),
    otherDates: otherDates.map((date) => ({
      id: date.sessionId,
      when: sessionTime(date, when),
      place: date.place,
      course: date.courseTitle,
    })),
  };
};

type SessionEvent = RequestEvent<{ id: string }>;
type Told = "excused" | "returned" | "booked" | "guest-given-back";

async function run(event: SessionEvent, command: (form: SubmittedForm) => Promise<ApiResult<unknown>>, told: Told) {
  const form = await readForm(event);
  const result = await command(form);
  if (!result.ok) return failPlace(result, form, await readFormats(event));
  redirect(303, `/mein-ehrenamt/kurse?meldung=${told}`);
}

export const actions: Actions = {
  excuse: (event) => run(event, () => api(event).call("excuseMe", { params: event.params }), "excused"),
  comeAfterAll: (event) => run(event, () => api(event).call("comeAfterAll", { params: event.params }), "returned"),
  giveBack: (event) =>
    run(event, () => api(event).call("giveBackMyGuestPlace", { params: event.params }), "guest-given-back"),
  move: (event) =>
    run(
      event,
      (form) =>
        api(event).call("moveMySession", { params: event.params, body: { toSessionId: form.text("sessionId") } }),
      "booked",
    ),
};
