import { redirect } from "@sveltejs/kit";
import { fieldMessage } from "#lib/messages/field-message.ts";
import { failAt, keepTyped, readForm } from "#lib/server/form.ts";
import type { Actions, PageServerLoad } from "./$types";

const LONGEST_CODE = 80;

export const load: PageServerLoad = () => ({ pageForm: true });

export const actions: Actions = {
  keepTyped,
  check: async (event) => {
    const form = await readForm(event);
    const code = form.text("code").replaceAll(/[^0-9A-Za-z]/g, "");
    if (code === "") return failAt(form, { code: fieldMessage("required") });
    redirect(303, `/zertifikat/${code.slice(0, LONGEST_CODE)}`);
  },
};
