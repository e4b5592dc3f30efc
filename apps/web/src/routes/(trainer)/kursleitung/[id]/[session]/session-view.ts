import type { EndpointOutput, endpoints, Roster, RosterEntry } from "@augenhoehe/contract";
import { ATTENDANCE_OPENS_MINUTES_BEFORE } from "@augenhoehe/domain";
import { error, type RequestEvent } from "@sveltejs/kit";
import { isolated } from "#lib/messages/isolated.ts";
import { refusalMessage } from "#lib/messages/refusal-message.ts";
import { m } from "#lib/paraglide/messages.js";
import { api, requireData } from "#lib/server/api.ts";
import { sessionTime } from "#lib/server/course-view.ts";
import { formats, type Formats } from "#lib/server/format.ts";
import { readOwnNetwork } from "#lib/server/own-network.ts";
import { valueWords } from "./value-words.ts";

type Change = EndpointOutput<(typeof endpoints)["readAttendanceHistory"]>["items"][number];

const MINUTE_MS = 60_000;

/** A session of a roster, and who is expected at it. */
export async function readSession(event: RequestEvent<{ id: string; session: string }>) {
  const { id, session: sessionId } = event.params;
  const roster = requireData(event, await api(event).call("readRoster", { params: { id } }));
  const session = roster.course.sessions.find((entry) => entry.id === sessionId);
  if (session === undefined) error(404, refusalMessage("not_found"));
  const network = await readOwnNetwork(event);
  const when = formats(event.locals.locale, network.timeZone);
  const [startsAt, endsAt] = [new Date(session.startsAt), new Date(session.endsAt)];
  const opensAt = new Date(startsAt.getTime() - ATTENDANCE_OPENS_MINUTES_BEFORE * MINUTE_MS);
  return {
    roster,
    when,
    timeZone: network.timeZone,
    view: {
      courseId: id,
      sessionId,
      courseTitle: roster.course.title,
      module: session.moduleTitle,
      when: sessionTime(session, when),
      place: session.place,
      cancelled: session.cancelled,
      minutes: Math.round((endsAt.getTime() - startsAt.getTime()) / MINUTE_MS),
      mayMark: roster.mayManage && !session.cancelled,
      isEarly: Date.now() < opensAt.getTime(),
      opensAt: when.time(opensAt.toISOString()),
    },
  };
}

export interface SessionPerson {
  readonly id: string;
  readonly name: string;
  readonly guest: boolean;
  readonly booking: "guest" | "excused" | null;
  readonly mark: "present" | "absent" | "unmarked";
  readonly late: number;
  readonly early: number;
  /** What was entered for them, one line a change. */
  readonly history: readonly string[];
}

/** Who has a place, was marked, or told to come as a guest. */
export function peopleOf(
  { participants }: Roster,
  sessionId: string,
  history: ReadonlyMap<string, readonly string[]> = new Map(),
): SessionPerson[] {
  const isHere = ({ guest, attendance, bookings }: RosterEntry) =>
    !guest || attendance[sessionId] !== undefined || bookings[sessionId] === "guest";
  return participants.filter(isHere).map(({ volunteerId, displayName, guest, details, bookings }) => ({
    id: volunteerId,
    name: displayName,
    guest,
    booking: bookings[sessionId] ?? null,
    mark: details[sessionId]?.mark ?? "unmarked",
    late: details[sessionId]?.lateMinutes ?? 0,
    early: details[sessionId]?.leftEarlyMinutes ?? 0,
    history: history.get(volunteerId) ?? [],
  }));
}

/** „18:12 · da, 10 Min. später · Kursleitung“, by person; the day is told where it is not that of the session. */
export function historyLines(
  changes: readonly Change[],
  day: string,
  when: Formats,
): ReadonlyMap<string, readonly string[]> {
  const lines = new Map<string, string[]>();
  for (const change of changes) {
    const { volunteerId, mark, lateMinutes: late, leftEarlyMinutes: early, changedAt, source, reason } = change;
    const isThatDay = when.shortDate(changedAt) === when.shortDate(day);
    const line = [
      isThatDay ? when.time(changedAt) : when.shortDateTime(changedAt),
      valueWords({ mark, late, early }),
      change.changedBy === null ? m.attendance_history_self() : isolated(change.changedBy),
      ...(source === "paper" ? [m.attendance_history_paper()] : []),
      ...(reason === null ? [] : [m.attendance_history_reason({ reason: isolated(reason) })]),
    ].join(" · ");
    lines.set(volunteerId, [...(lines.get(volunteerId) ?? []), line]);
  }
  return lines;
}
