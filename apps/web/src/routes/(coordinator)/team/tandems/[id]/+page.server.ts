import { TANDEM_ENDING_REASONS, type TandemStatus } from "@augenhoehe/domain";
import { redirect } from "@sveltejs/kit";
import { CHANNEL_LABELS, ENDING_REASON_LABELS, TANDEM_STATUS_LABELS, choicesOf } from "#lib/messages/labels.ts";
import { tandemTone } from "#lib/messages/state-tone.ts";
import { m } from "#lib/paraglide/messages.js";
import { activityLines } from "#lib/server/activity-lines.ts";
import { api, requireData, type ApiResult } from "#lib/server/api.ts";
import { failAt, failWith, readForm } from "#lib/server/form.ts";
import { formats } from "#lib/server/format.ts";
import { readOwnNetwork } from "#lib/server/own-network.ts";
import type { Actions, PageServerLoad, RequestEvent } from "./$types";

const DONE: Readonly<Record<string, () => string>> = {
  bestaetigt: m.coordinator_done_confirmed,
  getroffen: m.coordinator_done_meeting_held,
  pause: m.coordinator_done_paused,
  weiter: m.coordinator_done_resumed,
  beendet: m.coordinator_done_ended,
};

const NEXT = {
  introduced: m.coordinator_tandem_next_introduced,
  active: m.coordinator_tandem_next_active,
  paused: m.coordinator_tandem_next_paused,
  ended: m.coordinator_tandem_ended_hidden,
} satisfies Record<TandemStatus, () => string>;

export const load: PageServerLoad = async (event) => {
  const network = await readOwnNetwork(event);
  const tandem = requireData(event, await api(event).call("readTandem", { params: event.params }));
  const log = requireData(event, await api(event).call("listActivities", { query: { subjectId: tandem.id } }));
  const when = formats(event.locals.locale, network.timeZone);
  const channels = (released: typeof tandem.mentorChannels) =>
    released.map(({ kind, value }) => ({ label: CHANNEL_LABELS[kind](), value }));
  const { firstMeeting } = tandem;
  return {
    mentor: tandem.mentorName,
    mentee: tandem.menteeName,
    requestId: tandem.requestId,
    volunteerId: tandem.volunteerId,
    status: tandem.status,
    statusLabel: TANDEM_STATUS_LABELS[tandem.status](),
    tone: tandemTone(tandem.status),
    next: NEXT[tandem.status](),
    started: when.date(tandem.startedAt),
    ended: tandem.endedAt === null ? null : when.date(tandem.endedAt),
    endingReason: tandem.endingReason === null ? null : ENDING_REASON_LABELS[tandem.endingReason](),
    firstMeeting: firstMeeting === null ? null : { ...firstMeeting, when: when.dateTime(firstMeeting.startsAt) },
    mentorChannels: channels(tandem.mentorChannels),
    menteeChannels: channels(tandem.menteeChannels),
    log: activityLines(log.items, when),
    reasons: choicesOf(ENDING_REASON_LABELS),
    done: DONE[event.url.searchParams.get("erledigt") ?? ""]?.() ?? null,
  };
};

async function run(event: RequestEvent, done: string, command: () => Promise<ApiResult<unknown>>) {
  const form = await readForm(event);
  const result = await command();
  if (!result.ok) return failWith(result, form);
  redirect(303, `/team/tandems/${event.params.id}?erledigt=${done}`);
}

export const actions: Actions = {
  getroffen: (event) => run(event, "getroffen", () => api(event).call("recordFirstMeeting", { params: event.params })),
  pause: (event) => run(event, "pause", () => api(event).call("pauseTandem", { params: event.params })),
  weiter: (event) => run(event, "weiter", () => api(event).call("resumeTandem", { params: event.params })),
  beenden: async (event) => {
    const form = await readForm(event);
    const reason = form.choice("reason", TANDEM_ENDING_REASONS);
    if (reason === null) return failAt(form, { reason: m.fields_error_invalid_choice() });
    const body = { reason, backInQueue: form.flag("backInQueue") };
    const result = await api(event).call("endTandem", { params: event.params, body });
    if (!result.ok) return failWith(result, form);
    redirect(303, `/team/tandems/${event.params.id}?erledigt=beendet`);
  },
};
