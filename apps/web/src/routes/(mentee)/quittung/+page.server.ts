import { redirect } from "@sveltejs/kit";
import { m } from "#lib/paraglide/messages.js";
import { api } from "#lib/server/api.ts";
import { failAt, failWith, keepTyped, readForm } from "#lib/server/form.ts";
import { requireNetwork } from "#lib/server/my-request.ts";
import type { Actions, PageServerLoad } from "./$types";

export const load: PageServerLoad = async (event) => {
  const { networks, current } = await event.locals.networks();
  const legal =
    current === null ? null : await api(event).call("readLegalPages", { params: { networkSlug: current.slug } });
  return {
    pageForm: true,
    networks,
    networkSlug: current?.slug ?? "",
    phone: legal?.ok === true && /\d/.test(legal.data.imprint.phone) ? legal.data.imprint.phone : null,
    wasClosed: event.url.searchParams.has("zu"),
    signedOut: event.url.searchParams.has("abgemeldet"),
  };
};

export const actions: Actions = {
  keepTyped,
  open: async (event) => {
    const form = await readForm(event);
    const networkSlug = form.optional("networkSlug") ?? (await requireNetwork(event)).slug;
    const result = await api(event).call("signInWithReceipt", {
      body: { networkSlug, receipt: form.text("receipt").slice(0, MOST_CHARACTERS) },
    });
    if (result.ok) redirect(303, "/meine-anfrage");
    if (result.error.code === "refused") return failAt(form, { receipt: m.newcomer_look_wrong() });
    return failWith(result, form);
  },
};

/** As many as the api reads: twenty digits with any separators. */
const MOST_CHARACTERS = 60;
