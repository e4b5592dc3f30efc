import { redirect, type RequestEvent } from "@sveltejs/kit";
import type { EndpointInput, endpoints } from "@augenhoehe/contract";
import { api, requireData } from "#lib/server/api.ts";
import { sessionTime } from "#lib/server/course-view.ts";
import { readForm, type SubmittedForm } from "#lib/server/form.ts";
import { formats } from "#lib/server/format.ts";
import { failPlace } from "#lib/server/place-refusal.ts";
import { m } from "#lib/paraglide/messages.js";
import type { Actions, PageServerLoad } from "./$types";

/** Looking changes nothing: mail programs open links to check them. */
export const load: PageServerLoad = async (event) => {
  event.setHeaders({ "x-robots-tag": "noindex" });
  const result = await api(event).call("readSessionLink", { params: { token: event.params.token } });
  if (!result.ok && result.status === 410) return { date: null };
  const { timeZone, instead, otherDates, ...date } = requireData(event, result);
  const when = formats(event.locals.locale, timeZone);
  return {
    date: {
      ...date,
      when: sessionTime(date, when),
      instead:
        instead === null ? null : m.calendar_state_instead({ when: sessionTime(instead, when), place: instead.place }),
      otherDates: otherDates.map(({ sessionId, startsAt, endsAt, place, courseTitle }) => ({
        id: sessionId,
        when: sessionTime({ startsAt, endsAt }, when),
        place,
        courseTitle,
      })),
    },
  };
};

type Answer = EndpointInput<(typeof endpoints)["answerSessionLink"]>["body"];

async function answer(event: RequestEvent<{ token: string }>, say: (form: SubmittedForm) => Answer) {
  const params = { token: event.params.token };
  const form = await readForm(event);
  const result = await api(event).call("answerSessionLink", { params, body: say(form) });
  if (!result.ok) return failPlace(result, form, formats(event.locals.locale));
  redirect(303, `/termin/${params.token}`);
}

export const actions: Actions = {
  cannotCome: (event) => answer(event, () => ({ answer: "cannot_come" })),
  comeAfterAll: (event) => answer(event, () => ({ answer: "come_after_all" })),
  move: (event) => answer(event, (form) => ({ answer: "move", sessionId: form.text("sessionId") })),
};
