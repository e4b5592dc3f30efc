import { error, type RequestEvent } from "@sveltejs/kit";
import { refusalMessage } from "#lib/messages/refusal-message.ts";
import { api, requireData } from "#lib/server/api.ts";
import { failWith, readForm } from "#lib/server/form.ts";
import { readMarks } from "./mark-value.ts";
import { historyLines, peopleOf, readSession } from "./session-view.ts";
import type { Actions, PageServerLoad } from "./$types";

/** What a mark may be refused with after it was tapped without a connection. */
const LATE_REFUSALS = [
  "not_found",
  "not_permitted",
  "not_enrolled",
  "session_cancelled",
  "early_mark_reason_missing",
] as const;
const MOST_GUESTS_SHOWN = 12;

export const load: PageServerLoad = async (event) => {
  const { roster, when, timeZone, view } = await readSession(event);
  const me = await event.locals.me();
  if (me === null) error(401);
  const params = { id: view.sessionId };
  const { items: guests } = requireData(event, await api(event).call("findGuests", { params }));
  const { items: changes } = requireData(event, await api(event).call("readAttendanceHistory", { params }));
  const startsAt = roster.course.sessions.find(({ id }) => id === view.sessionId)?.startsAt ?? "";
  const people = peopleOf(roster, view.sessionId, historyLines(changes, startsAt, when));
  const search = event.url.searchParams.get("gast")?.trim().slice(0, 80) ?? "";
  const saved = event.url.searchParams.get("gespeichert");
  return {
    ...view,
    people,
    timeZone,
    accountId: me.accountId,
    now: new Date().toISOString(),
    refusals: Object.fromEntries(LATE_REFUSALS.map((code): [string, string] => [code, refusalMessage(code)])),
    saved: saved === null || !/^\d{1,3}$/.test(saved) ? null : Number(saved),
    search,
    guests: guests
      .map(({ volunteerId, displayName }) => ({ id: volunteerId, name: displayName }))
      .filter(({ id }) => !people.some((person) => person.id === id))
      .filter(({ name }) => name.toLowerCase().includes(search.toLowerCase()))
      .slice(0, MOST_GUESTS_SHOWN),
  };
};

async function mark(event: RequestEvent<{ session: string }>) {
  const form = await readForm(event);
  const marks = readMarks(form).map(({ volunteer, mark: word, late, early }) => ({
    volunteerId: volunteer,
    mark: word,
    lateMinutes: late,
    leftEarlyMinutes: early,
  }));
  const params = { id: event.params.session };
  const result = await api(event).call("markAttendance", { params, body: { marks, reason: form.optional("reason") } });
  return result.ok ? { certified: result.data.certified } : failWith(result, form);
}

export const actions: Actions = { mark };
