import { redirect } from "@sveltejs/kit";
import { m } from "#lib/paraglide/messages.js";
import { api, requireData } from "#lib/server/api.ts";
import { failAt, failWith, keepTyped, readForm } from "#lib/server/form.ts";
import { secondStepPath } from "#lib/server/second-step-path.ts";
import type { Actions, PageServerLoad } from "./$types";

export const load: PageServerLoad = async (event) => {
  const { open, definitions } = requireData(event, await api(event).call("setupStatus"));
  const chosen = definitions.find(({ slug }) => slug === event.url.searchParams.get("stadt")) ?? null;
  return { open, definitions, chosen, token: event.url.searchParams.get("token") ?? "", pageForm: chosen !== null };
};

export const actions: Actions = {
  keepTyped,
  create: async (event) => {
    const form = await readForm(event);
    const password = form.text("coordinator.password");
    if (password !== form.text("passwordAgain")) {
      return failAt(form, { passwordAgain: m.shell_invitation_passwords_differ() });
    }
    const result = await api(event).call("setUpNetwork", {
      body: {
        token: form.text("token"),
        definition: form.text("definition"),
        networkName: form.text("networkName"),
        providers: form.list("providers"),
        ownProvider: form.text("ownProvider"),
        coordinator: {
          displayName: form.text("coordinator.displayName"),
          email: form.text("coordinator.email"),
          password,
        },
      },
    });
    if (!result.ok) return failWith(result, form);
    redirect(303, secondStepPath(result.data.next, ""));
  },
};
