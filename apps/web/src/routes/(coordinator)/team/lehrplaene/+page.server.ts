import { redirect } from "@sveltejs/kit";
import { TOPIC_LABELS } from "#lib/messages/topic-labels.ts";
import { m } from "#lib/paraglide/messages.js";
import { api, requireData } from "#lib/server/api.ts";
import { failWith, readForm } from "#lib/server/form.ts";
import { formats } from "#lib/server/format.ts";
import { readOwnNetwork } from "#lib/server/own-network.ts";
import { lengthInWords } from "./curriculum-words.ts";
import type { Actions, PageServerLoad } from "./$types";

const NEWS: Record<string, (() => string) | undefined> = {
  angelegt: m.curricula_news_created,
  geaendert: m.curricula_news_changed,
  archiviert: m.curricula_news_archived,
  zurueck: m.curricula_news_restored,
  standard: m.curricula_news_standard,
};

export const load: PageServerLoad = async (event) => {
  const { items, examples } = requireData(event, await api(event).call("listCurricula"));
  const suggestions = requireData(event, await api(event).call("suggestTopUps"));
  const { date, number } = formats(event.locals.locale, (await readOwnNetwork(event)).timeZone);
  const most = Math.max(1, ...suggestions.items.map(({ meetings }) => meetings));
  const cards = items.map((item) => ({
    ...item,
    length: lengthInWords(item, number),
    topicLabel: item.topic === null ? null : TOPIC_LABELS[item.topic](),
  }));
  return {
    courses: cards.filter(({ purpose, archived }) => purpose === "course" && !archived),
    topUps: cards.filter(({ purpose, archived }) => purpose === "top_up" && !archived),
    archive: cards.filter(({ archived }) => archived),
    examples: examples.map(({ key, title, purpose, modules, unitMinutes, hours }) => ({
      key,
      title,
      purpose,
      modules,
      length: lengthInWords({ unitMinutes, modules: modules.map(() => ({ hours: hours / modules.length })) }, number),
    })),
    meetings: suggestions.meetings,
    topics: suggestions.items.map(({ topic, meetings, answer }) => ({
      topic,
      label: TOPIC_LABELS[topic](),
      meetings,
      share: meetings / most,
      answer: answer.kind === "planned" ? { ...answer, when: date(answer.startsOn) } : answer,
    })),
    news: NEWS[event.url.searchParams.get("neu") ?? ""]?.() ?? null,
  };
};

export const actions: Actions = {
  adopt: async (event) => {
    const form = await readForm(event);
    const result = await api(event).call("adoptExampleCurriculum", { body: { key: form.text("key") } });
    if (!result.ok) return failWith(result, form);
    redirect(303, `/team/lehrplaene/${result.data.id}`);
  },
};
