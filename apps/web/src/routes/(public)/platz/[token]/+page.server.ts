import { redirect, type RequestEvent } from "@sveltejs/kit";
import { isolated } from "#lib/messages/isolated.ts";
import { api, requireData } from "#lib/server/api.ts";
import { sessionTime } from "#lib/server/course-view.ts";
import { readForm } from "#lib/server/form.ts";
import { formats } from "#lib/server/format.ts";
import { failPlace } from "#lib/server/place-refusal.ts";
import type { Actions, PageServerLoad } from "./$types";

/** Looking changes nothing: mail programs open links to check them. */
export const load: PageServerLoad = async (event) => {
  const { params } = event;
  const result = await api(event).call("readOffer", { params });
  event.setHeaders({ "x-robots-tag": "noindex" });
  if (!result.ok && result.error.code === "refused" && result.error.refusal === "link_expired") return { offer: null };
  const { courseTitle, organiser, timeZone, ended, enrolment, sessions } = requireData(event, result);
  const when = formats(event.locals.locale, timeZone);
  const { status, lapsed, position, offerExpiresAt } = enrolment;
  return {
    offer: {
      courseTitle,
      aboutCourse: isolated(courseTitle),
      organiser,
      state: ended ? ("ended" as const) : lapsed ? ("lapsed" as const) : status,
      position: position ?? 0,
      until: offerExpiresAt === null ? "" : when.dateTime(offerExpiresAt),
      sessions: sessions.map((session) => ({
        id: session.id,
        module: session.moduleTitle,
        when: sessionTime(session, when),
        place: session.place,
        cancelled: false,
        over: false,
        attended: null,
      })),
    },
  };
};

async function answer(event: RequestEvent<{ token: string }>, given: "take" | "not_now" | "still_want") {
  const { params } = event;
  const form = await readForm(event);
  const result = await api(event).call("answerOffer", { params, body: { answer: given } });
  if (!result.ok) return failPlace(result, form, formats(event.locals.locale));
  redirect(303, `/platz/${params.token}`);
}

export const actions: Actions = {
  take: (event) => answer(event, "take"),
  notNow: (event) => answer(event, "not_now"),
  stillWant: (event) => answer(event, "still_want"),
};
