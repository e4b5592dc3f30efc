import { redirect, type RequestEvent } from "@sveltejs/kit";
import type { RoundDraftRow } from "@augenhoehe/contract";
import { m } from "#lib/paraglide/messages.js";
import { api, requireData } from "#lib/server/api.ts";
import { failWith, readForm } from "#lib/server/form.ts";
import { formats, type Formats } from "#lib/server/format.ts";
import { readOwnNetwork } from "#lib/server/own-network.ts";
import { resultSentence, settingsSentence } from "../figure-words.ts";
import type { Actions, PageServerLoad } from "./$types";

const NEWS: Record<string, (() => string) | undefined> = {
  umbenannt: m.rounds_done_renamed,
  geloescht: m.rounds_done_deleted,
  abgeschlossen: m.rounds_done_closed,
};

export const load: PageServerLoad = async (event) => {
  const { timeZone } = await readOwnNetwork(event);
  const round = requireData(event, await api(event).call("readRound", { params: event.params }));
  const f = formats(event.locals.locale, timeZone);
  return {
    id: round.id,
    name: round.name,
    isClosed: round.closedAt !== null,
    lead: m.rounds_round_lead({
      when: f.dateTime(round.createdAt),
      requests: f.number(round.requests),
      mentors: f.number(round.mentors),
    }),
    drafts: round.drafts.map((draft) => draftWords(draft, f)),
    news: NEWS[event.url.searchParams.get("erledigt") ?? ""]?.() ?? null,
  };
};

const draftWords = ({ id, name, steps, changedAt, changedBy, figures, settings }: RoundDraftRow, f: Formats) => ({
  id,
  name,
  copyName: m.rounds_draft_copy_suggested({ name }),
  result: figures === null ? m.rounds_draft_not_computed() : resultSentence(figures),
  steps: steps === 0 ? m.rounds_draft_no_steps() : m.rounds_draft_steps({ count: steps }),
  settings: settingsSentence(settings, f),
  changed: m.rounds_draft_by({ when: f.shortDateTime(changedAt), name: changedBy }),
});

type RoundEvent = RequestEvent<{ id: string }>;
const pathOf = ({ params }: RoundEvent, done: string): string => `/team/runden/${params.id}?erledigt=${done}`;

export const actions: Actions = {
  kopieren: async (event) => {
    const form = await readForm(event);
    const body = { name: form.text("name"), copyOf: form.text("draftId") };
    const result = await api(event).call("createRoundDraft", { params: event.params, body });
    if (!result.ok) return failWith(result, form);
    redirect(303, `/team/runden/${event.params.id}/${result.data.id}?kopiert`);
  },
  umbenennen: async (event) => {
    const form = await readForm(event);
    const [params, body] = [{ ...event.params, draftId: form.text("draftId") }, { name: form.text("name") }];
    const result = await api(event).call("renameRoundDraft", { params, body });
    if (!result.ok) return failWith(result, form);
    redirect(303, pathOf(event, "umbenannt"));
  },
  loeschen: async (event) => {
    const form = await readForm(event);
    const params = { ...event.params, draftId: form.text("draftId") };
    const result = await api(event).call("deleteRoundDraft", { params });
    if (!result.ok) return failWith(result, form);
    redirect(303, pathOf(event, "geloescht"));
  },
  rundeUmbenennen: async (event) => {
    const form = await readForm(event);
    const result = await api(event).call("renameRound", { params: event.params, body: { name: form.text("name") } });
    if (!result.ok) return failWith(result, form);
    redirect(303, pathOf(event, "umbenannt"));
  },
  abschliessen: async (event) => {
    const form = await readForm(event);
    const result = await api(event).call("closeRound", { params: event.params });
    if (!result.ok) return failWith(result, form);
    redirect(303, pathOf(event, "abgeschlossen"));
  },
  rundeLoeschen: async (event) => {
    const form = await readForm(event);
    const result = await api(event).call("deleteRound", { params: event.params });
    if (!result.ok) return failWith(result, form);
    redirect(303, "/team/runden?geloescht");
  },
};
