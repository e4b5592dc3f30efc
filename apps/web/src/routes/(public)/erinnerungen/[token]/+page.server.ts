import { redirect, type RequestEvent } from "@sveltejs/kit";
import { api, requireData } from "#lib/server/api.ts";
import { failWith, readForm } from "#lib/server/form.ts";
import type { Actions, PageServerLoad } from "./$types";

/** Looking changes nothing; mail programs with a button of their own post to this address and never see the page. */
export const load: PageServerLoad = async (event) => {
  event.setHeaders({ "x-robots-tag": "noindex" });
  const result = await api(event).call("readReminderLink", { params: { token: event.params.token } });
  if (!result.ok && result.status === 410) return { reminders: null };
  return { reminders: requireData(event, result) };
};

async function wish(event: RequestEvent<{ token: string }>, wanted: boolean) {
  const params = { token: event.params.token };
  const result = await api(event).call("setRemindersByLink", { params, body: { wanted } });
  if (!result.ok) return failWith(result, await readForm(event));
  redirect(303, `/erinnerungen/${params.token}`);
}

export const actions: Actions = {
  stop: (event) => wish(event, false),
  remind: (event) => wish(event, true),
};
