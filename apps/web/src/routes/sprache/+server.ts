import { redirect } from "@sveltejs/kit";
import { isPageLocale } from "#lib/locale.ts";
import { LASTING_COOKIE } from "#lib/server/cookies.ts";
import { safeReturnTo } from "#lib/server/guard.ts";
import { readFormData } from "#lib/server/read-form-data.ts";
import type { RequestHandler } from "./$types";

/** An address that names a language itself would change it back. */
function withoutLanguage(path: string): string {
  const url = new URL(path, "http://same.invalid");
  url.searchParams.delete("lang");
  return url.pathname + url.search;
}

export const POST: RequestHandler = async ({ request, cookies, url }) => {
  const form = await readFormData(request);
  const lang = String(form.get("lang"));
  if (isPageLocale(lang)) cookies.set("locale", lang, LASTING_COOKIE(url));
  redirect(303, withoutLanguage(safeReturnTo(String(form.get("returnTo")), "/")));
};

export const GET: RequestHandler = () => redirect(303, "/");
