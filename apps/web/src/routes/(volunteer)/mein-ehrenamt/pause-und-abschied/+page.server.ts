import { redirect } from "@sveltejs/kit";
import { m } from "#lib/paraglide/messages.js";
import { api, requireData } from "#lib/server/api.ts";
import { failWith, readForm } from "#lib/server/form.ts";
import type { Actions, PageServerLoad } from "./$types";

export const load: PageServerLoad = async (event) => {
  const { status, openTandems } = requireData(event, await api(event).call("readMyHome"));
  return {
    isPaused: status === "paused",
    tandems: openTandems === 0 ? null : m.volunteer_leave_tandems({ count: openTandems }),
  };
};

export const actions: Actions = {
  pause: async (event) => {
    const result = await api(event).call("pauseMe");
    if (!result.ok) return failWith(result, await readForm(event));
    redirect(303, "/mein-ehrenamt?neu=pause");
  },
  resume: async (event) => {
    const result = await api(event).call("resumeMe");
    if (!result.ok) return failWith(result, await readForm(event));
    redirect(303, "/mein-ehrenamt?neu=zurueck");
  },
  leave: async (event) => {
    const form = await readForm(event);
    const result = await api(event).call("leaveNetwork", { body: { sure: form.flag("sure") } });
    if (!result.ok) return failWith(result, form);
    await api(event).call("signOut");
    redirect(303, "/mitmachen/abschied");
  },
};
