import type { IncomingMessage } from "node:http";

const STOP_PAGE = /^\/erinnerungen\/([\w-]{43})$/;

/**
 * The address under `List-Unsubscribe` is a page for people, and the very same address takes the POST of a mail program
 * (RFC 8058). Browsers say where a form comes from; mail programs have no origin to tell and go straight to the api.
 */
export function addressOf({ method, url = "/", headers }: Pick<IncomingMessage, "method" | "url" | "headers">): string {
  const token = method === "POST" && headers.origin === undefined ? STOP_PAGE.exec(url)?.[1] : undefined;
  return token === undefined ? url : `/api/reminder-links/${token}/stop`;
}
