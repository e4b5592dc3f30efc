import { redirect } from "@sveltejs/kit";
import { LASTING_COOKIE } from "#lib/server/cookies.ts";
import { safeReturnTo } from "#lib/server/guard.ts";
import { readFormData } from "#lib/server/read-form-data.ts";
import type { RequestHandler } from "./$types";

export const POST: RequestHandler = async ({ request, cookies, url }) => {
  const form = await readFormData(request);
  cookies.set("contrast", form.get("contrast") === "more" ? "more" : "normal", LASTING_COOKIE(url));
  redirect(303, safeReturnTo(String(form.get("returnTo")), "/"));
};

export const GET: RequestHandler = () => redirect(303, "/");
