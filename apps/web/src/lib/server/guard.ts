import { error, redirect } from "@sveltejs/kit";
import type { RequestEvent } from "@sveltejs/kit";
import type { AccountRole, Me } from "@augenhoehe/contract";
import { m } from "#lib/paraglide/messages.js";
import { signInPath } from "./api.ts";

/**
 * Sends who is not signed in to the sign-in page and shows "not for you" to the wrong role. A courtesy only: what
 * may be read or done is decided by the api at every call.
 */
export async function requireAccount(event: RequestEvent, roles: readonly AccountRole[]): Promise<Me> {
  const me = await event.locals.me();
  if (me === null) redirect(303, signInPath(event.url));
  if (!me.roles.some((role) => roles.includes(role))) error(403, m.shell_error_forbidden_text());
  return me;
}

/** A path of this site to return to, or the fallback: never another origin, never a scheme. */
export function safeReturnTo(value: string | null | undefined, fallback: string): string {
  if (value === null || value === undefined || !/^\/(?![/\\])/.test(value)) return fallback;
  const base = "http://same.invalid";
  const url = new URL(value, base);
  return url.origin === base ? url.pathname + url.search : fallback;
}

/** Where an account begins its day; who has several roles begins with the one that has most to do. */
export function homeOf(roles: readonly AccountRole[]): string {
  if (roles.includes("coordinator") || roles.includes("admin")) return "/team";
  if (roles.includes("counsellor")) return "/team/anfragen";
  if (roles.includes("trainer")) return "/kursleitung";
  return "/mein-ehrenamt";
}
