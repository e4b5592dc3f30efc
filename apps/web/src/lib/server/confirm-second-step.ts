import { redirect } from "@sveltejs/kit";
import type { RequestEvent } from "@sveltejs/kit";
import { api } from "./api.ts";
import { failWith, readForm } from "./form.ts";
import { safeReturnTo } from "./guard.ts";

/** The action of both pages that ask for the authenticator's code. */
export async function confirmSecondStep(event: RequestEvent) {
  const form = await readForm(event);
  const result = await api(event).call("confirmSecondFactor", { body: { code: form.text("code") } });
  if (!result.ok && result.error.code === "sign_in_required") redirect(303, "/anmelden/team");
  if (!result.ok) return failWith(result, form);
  redirect(303, safeReturnTo(form.text("returnTo"), "/anmelden/team"));
}
