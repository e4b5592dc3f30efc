import { redirect } from "@sveltejs/kit";
import { m } from "#lib/paraglide/messages.js";
import { api } from "#lib/server/api.ts";
import { failAt, failWith, keepTyped, readForm } from "#lib/server/form.ts";
import { secondStepPath } from "#lib/server/second-step-path.ts";
import type { Actions, PageServerLoad } from "./$types";

export const load: PageServerLoad = async (event) => {
  const result = await api(event).call("readInvitation", { body: { token: event.params.token } });
  return { pageForm: result.ok, invitation: result.ok ? result.data : null };
};

export const actions: Actions = {
  keepTyped,
  accept: async (event) => {
    const form = await readForm(event);
    if (form.text("password") !== form.text("passwordAgain")) {
      return failAt(form, { passwordAgain: m.shell_invitation_passwords_differ() });
    }
    const result = await api(event).call("acceptInvitation", {
      body: { token: event.params.token, password: form.text("password") },
    });
    if (!result.ok) return failWith(result, form);
    redirect(303, secondStepPath(result.data.next, ""));
  },
};
