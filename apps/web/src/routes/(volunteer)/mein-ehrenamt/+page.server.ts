import { redirect } from "@sveltejs/kit";
import { api, requireData } from "#lib/server/api.ts";
import { fieldMessage } from "#lib/messages/field-message.ts";
import { m } from "#lib/paraglide/messages.js";
import { failAt, failWith, readForm } from "#lib/server/form.ts";
import { readOwnNetwork } from "#lib/server/own-network.ts";
import type { Actions, PageServerLoad } from "./$types";
import { homeView } from "./home-view.ts";

const NEWS: Record<string, (() => string) | undefined> = {
  ja: m.volunteer_proposal_thanks_yes,
  nein: m.volunteer_proposal_thanks_no,
  stammtisch: m.volunteer_stammtisch_answered,
  pause: m.volunteer_pause_begun,
  zurueck: m.volunteer_pause_ended,
  take: m.volunteer_move_offer_taken,
  not_now: m.volunteer_move_offer_passed,
  still_want: m.volunteer_move_asked_again,
};

export const load: PageServerLoad = async (event) => {
  const home = requireData(event, await api(event).call("readMyHome"));
  const network = await readOwnNetwork(event);
  return {
    view: homeView(home, network, event.locals.locale),
    news: NEWS[event.url.searchParams.get("neu") ?? ""]?.() ?? null,
  };
};

const ANSWERS = ["yes", "no"] as const;
const OFFER_ANSWERS = ["take", "not_now", "still_want"] as const;

export const actions: Actions = {
  answer: async (event) => {
    const form = await readForm(event);
    const answer = form.choice("answer", ANSWERS);
    if (answer === null) return failAt(form, { answer: fieldMessage("invalid_choice") });
    const params = { id: form.text("proposalId") };
    const result = await api(event).call("answerProposalAsVolunteer", { params, body: { answer } });
    if (!result.ok) return failWith(result, form);
    redirect(303, `/mein-ehrenamt?neu=${answer === "yes" ? "ja" : "nein"}`);
  },
  answerStammtisch: async (event) => {
    const form = await readForm(event);
    const answer = form.choice("answer", ANSWERS);
    if (answer === null) return failAt(form, { answer: fieldMessage("invalid_choice") });
    const params = { id: form.text("stammtischId") };
    const result = await api(event).call("answerStammtisch", { params, body: { answer } });
    if (!result.ok) return failWith(result, form);
    redirect(303, "/mein-ehrenamt?neu=stammtisch");
  },
  answerOffer: async (event) => {
    const form = await readForm(event);
    const answer = form.choice("answer", OFFER_ANSWERS);
    if (answer === null) return failAt(form, { answer: fieldMessage("invalid_choice") });
    const params = { id: form.text("courseId") };
    const result = await api(event).call("answerMyOffer", { params, body: { answer } });
    if (!result.ok) return failWith(result, form);
    redirect(303, `/mein-ehrenamt?neu=${answer}`);
  },
};
