import { api } from "#lib/server/api.ts";
import type { RequestHandler } from "./$types";

const GONE = [
  "Diese Kalenderadresse gilt nicht mehr. Eine neue finden Sie nach der Anmeldung unter „Kalender“.",
  "This calendar address no longer works. After signing in you find a new one under “Calendar”.",
  "لم يعد عنوان التقويم هذا ساريًا. تجد عنوانًا جديدًا بعد تسجيل الدخول ضمن «التقويم».",
];

/**
 * For calendars, which can only fetch. An address that ended says so instead of an empty calendar: a calendar then
 * keeps what it has and tells its owner, rather than dropping dates in silence.
 */
export const GET: RequestHandler = async (event) => {
  const reply = await api(event).fetched("readCalendarFeed", { params: { token: event.params.token } });
  if (reply.status !== 410) return reply;
  return new Response(`${GONE.join("\n\n")}\n`, {
    status: 410,
    headers: { "content-type": "text/plain; charset=utf-8", "cache-control": "no-store" },
  });
};
