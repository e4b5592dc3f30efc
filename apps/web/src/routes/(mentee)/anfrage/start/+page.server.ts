import { redirect } from "@sveltejs/kit";
import { REQUEST_STEP_KEYS } from "#lib/request-form/step-keys.ts";
import { api, requireData } from "#lib/server/api.ts";
import { requireNetwork } from "#lib/server/my-request.ts";
import type { Actions, PageServerLoad } from "./$types";

const FIRST_QUESTION = `/anfrage/${REQUEST_STEP_KEYS[0]}`;

export const load: PageServerLoad = async (event) => {
  const { city } = await requireNetwork(event);
  const draft = await api(event).call("readDraft");
  return { city, hasDraft: draft.ok, wasLost: event.url.searchParams.has("verloren") };
};

export const actions: Actions = {
  begin: async (event) => {
    const { slug } = await requireNetwork(event);
    const { locale } = event.locals;
    requireData(event, await api(event).call("startDraft", { body: { networkSlug: slug, locale } }));
    redirect(303, FIRST_QUESTION);
  },
  discard: async (event) => {
    await api(event).call("discardDraft");
    redirect(303, "/anfrage/start");
  },
};
