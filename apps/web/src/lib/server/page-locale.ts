import { AsyncLocalStorage } from "node:async_hooks";
import type { RequestEvent } from "@sveltejs/kit";
import { overwriteGetLocale } from "#lib/paraglide/runtime.js";
import { isPageLocale, type PageLocale } from "#lib/locale.ts";
import { LASTING_COOKIE } from "./cookies.ts";

const current = new AsyncLocalStorage<PageLocale>();
overwriteGetLocale(() => current.getStore() ?? "de");

/** Runs `work` so that every message in it speaks `locale`; requests cannot mix. */
export const speaking = <T>(locale: PageLocale, work: () => T): T => current.run(locale, work);

/**
 * The language of a page: `?lang=` (kept in the cookie from then on), the cookie, the account's language,
 * what the browser asks for, German.
 */
export async function choosePageLocale(event: RequestEvent): Promise<PageLocale> {
  const asked = event.url.searchParams.get("lang");
  if (isPageLocale(asked)) {
    event.cookies.set("locale", asked, LASTING_COOKIE(event.url));
    return asked;
  }
  const kept = event.cookies.get("locale");
  if (isPageLocale(kept)) return kept;
  const account = await event.locals.me();
  if (isPageLocale(account?.locale)) return account.locale;
  return fromAcceptLanguage(event.request.headers.get("accept-language") ?? "") ?? "de";
}

/** First offered language of an `Accept-Language` header by its weights; `de-AT` counts as `de`. */
export function fromAcceptLanguage(header: string): PageLocale | undefined {
  return header
    .split(",")
    .map((part) => {
      const [tag = "", ...params] = part.trim().toLowerCase().split(";");
      const weight = params.map((param) => /^\s*q=([\d.]+)$/.exec(param)?.[1]).find((found) => found !== undefined);
      return { language: tag.split("-")[0], weight: weight === undefined ? 1 : Number(weight) };
    })
    .filter(({ weight }) => weight > 0)
    .toSorted((a, b) => b.weight - a.weight)
    .map(({ language }) => language)
    .find(isPageLocale);
}
