import { error, redirect } from "@sveltejs/kit";
import { FEEDBACK_FACES } from "@augenhoehe/domain";
import { isolated } from "#lib/messages/isolated.ts";
import { refusalMessage } from "#lib/messages/refusal-message.ts";
import { m } from "#lib/paraglide/messages.js";
import { api, requireData } from "#lib/server/api.ts";
import { sessionTime } from "#lib/server/course-view.ts";
import { failAt, failWith, keepTyped, readForm } from "#lib/server/form.ts";
import { formats } from "#lib/server/format.ts";
import { readOwnNetwork } from "#lib/server/own-network.ts";
import type { Actions, PageServerLoad } from "./$types";

export const load: PageServerLoad = async (event) => {
  const { id, session: sessionId } = event.params;
  const mine = requireData(event, await api(event).call("readMyCourse", { params: { id } }));
  const session = mine.sessions.find((entry) => entry.id === sessionId);
  if (session === undefined) error(404, refusalMessage("not_found"));
  const when = formats(event.locals.locale, (await readOwnNetwork(event)).timeZone);
  return {
    pageForm: session.feedback === "open",
    id,
    course: mine.course.title,
    session: `${isolated(session.moduleTitle)} · ${isolated(sessionTime(session, when))}`,
    isOpen: session.feedback === "open",
    closed: CLOSED[session.feedback](),
  };
};

/** Why there is nothing to answer, as the refusals say it. */
const CLOSED = {
  open: () => "",
  ahead: () => refusalMessage("feedback_not_open"),
  over: () => refusalMessage("feedback_not_open"),
  given: () => refusalMessage("feedback_given_already"),
  not_attended: () => refusalMessage("feedback_not_attended"),
};

/** A sentence is one line; whoever presses Enter on a phone means a space. */
const oneLine = (text: string | null): string | null => text?.replaceAll(/\s*[\r\n]+\s*/g, " ") ?? null;

export const actions: Actions = {
  keepTyped,
  send: async (event) => {
    const form = await readForm(event);
    const face = form.choice("face", FEEDBACK_FACES);
    if (face === null) return failAt(form, { face: m.material_form_face_missing() });
    const body = { face, sentence: oneLine(form.optional("sentence")) };
    const result = await api(event).call("giveFeedback", { params: { id: event.params.session }, body });
    if (!result.ok) return failWith(result, form);
    redirect(303, `/mein-ehrenamt/kurse/${event.params.id}?meldung=danke`);
  },
};
