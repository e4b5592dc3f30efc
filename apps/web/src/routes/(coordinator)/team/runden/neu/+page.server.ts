import { redirect } from "@sveltejs/kit";
import { LANGUAGE_CODES } from "@augenhoehe/domain";
import { m } from "#lib/paraglide/messages.js";
import { api, requireData } from "#lib/server/api.ts";
import { failWith, keepTyped, readForm } from "#lib/server/form.ts";
import { formats } from "#lib/server/format.ts";
import { languageName } from "#lib/server/language-name.ts";
import { readOwnNetwork } from "#lib/server/own-network.ts";
import { failSaying } from "../../einstellungen/fail-saying.ts";
import { readSettings, settingsStored } from "../settings-form.ts";
import type { Actions, PageServerLoad } from "./$types";

export const load: PageServerLoad = async (event) => {
  const { timeZone } = await readOwnNetwork(event);
  const pool = requireData(event, await api(event).call("readRoundPool"));
  const { locale } = event.locals;
  const f = formats(locale, timeZone);
  const counted = (name: string, count: number) => m.rounds_filter_count({ name, count: f.number(count) });
  return {
    pageForm: true,
    canBegin: pool.requests > 0 && pool.mentors > 0,
    waiting: m.rounds_pool_waiting({ count: pool.requests }),
    places: m.rounds_pool_places({ count: pool.freePlaces, mentors: m.rounds_mentors({ count: pool.mentors }) }),
    districts: pool.districts.map(({ key, name, requests }) => ({ value: key, label: counted(name, requests) })),
    languages: pool.languages.map(({ code, requests }) => ({
      value: code,
      label: counted(languageName(code, locale), requests),
    })),
    name: m.rounds_name_suggested({ date: f.date(new Date().toISOString()) }),
    settings: settingsStored(pool.defaults),
  };
};

export const actions: Actions = {
  keepTyped,
  beginnen: async (event) => {
    const form = await readForm(event);
    const filter = {
      districts: form.list("filter.districts"),
      languages: form.choices("filter.languages", LANGUAGE_CODES),
      waitingSince: form.optional("filter.waitingSince"),
      waitingUntil: form.optional("filter.waitingUntil"),
    };
    const body = { name: form.text("name"), filter, settings: readSettings(form) };
    const result = await api(event).call("createRound", { body });
    if (result.ok) redirect(303, `/team/runden/${result.data.id}/${result.data.draftId}`);
    const { error } = result;
    if (error.code !== "refused" || error.refusal !== "round_too_large") return failWith(result, form);
    const facts = error.facts ?? {};
    const count = (name: string) => Number(facts[name]);
    return failSaying(
      result,
      form,
      m.rounds_too_large({
        requests: count("requests"),
        mentors: count("mentors"),
        mostRequests: count("mostRequests"),
        mostMentors: count("mostMentors"),
      }),
    );
  },
};
