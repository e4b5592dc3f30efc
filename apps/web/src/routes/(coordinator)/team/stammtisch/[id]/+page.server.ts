import { error, redirect } from "@sveltejs/kit";
import { TOP_UP_TOPICS } from "@augenhoehe/domain";
import { refusalMessage } from "#lib/messages/refusal-message.ts";
import { TOPIC_LABELS } from "#lib/messages/topic-labels.ts";
import { m } from "#lib/paraglide/messages.js";
import { api, requireData } from "#lib/server/api.ts";
import { failWith, keepTyped, readForm } from "#lib/server/form.ts";
import { formats } from "#lib/server/format.ts";
import { localInput } from "#lib/server/local-input.ts";
import { readOwnNetwork } from "#lib/server/own-network.ts";
import { readStammtisch, stammtischLabels } from "../stammtisch-form.ts";
import type { Actions, PageServerLoad } from "./$types";

export const load: PageServerLoad = async (event) => {
  const { items } = requireData(event, await api(event).call("listStammtische"));
  const found = items.find(({ id }) => id === event.params.id);
  if (found === undefined) error(404, refusalMessage("not_found"));
  const { timeZone } = await readOwnNetwork(event);
  const { coming, notComing, unanswered, startsAt, endsAt, place, topics, cancelled, raisedTopics } = found;
  const now = new Date().toISOString();
  return {
    pageForm: true,
    labels: stammtischLabels(),
    when: formats(event.locals.locale, timeZone).dateTime(startsAt),
    canChange: !cancelled && endsAt > now,
    hasBegun: !cancelled && startsAt <= now,
    topicChoices: TOP_UP_TOPICS.map((topic) => ({ value: topic, label: TOPIC_LABELS[topic]() })),
    raisedTopics,
    coming,
    counts: m.volunteer_staff_stammtisch_counts({ yes: coming.length, no: notComing, open: unanswered }),
    stored: {
      startsAt: localInput(startsAt, timeZone),
      minutes: Math.round((Date.parse(endsAt) - Date.parse(startsAt)) / 60_000),
      place,
      topics,
    },
  };
};

export const actions: Actions = {
  keepTyped,
  save: async (event) => {
    const form = await readForm(event);
    const result = await api(event).call("updateStammtisch", {
      params: { id: event.params.id },
      body: readStammtisch(form),
    });
    if (!result.ok) return failWith(result, form);
    redirect(303, "/team/stammtisch?neu=geaendert");
  },
  topics: async (event) => {
    const form = await readForm(event);
    const result = await api(event).call("noteStammtischTopics", {
      params: { id: event.params.id },
      body: { topics: form.choices("topics", TOP_UP_TOPICS) },
    });
    if (!result.ok) return failWith(result, form);
    redirect(303, "/team/stammtisch?neu=themen");
  },
  cancel: async (event) => {
    const result = await api(event).call("cancelStammtisch", { params: { id: event.params.id } });
    if (!result.ok) return failWith(result, await readForm(event));
    redirect(303, "/team/stammtisch?neu=abgesagt");
  },
};
