import { TOPIC_LABELS } from "#lib/messages/topic-labels.ts";
import { m } from "#lib/paraglide/messages.js";
import { api, requireData } from "#lib/server/api.ts";
import { formats } from "#lib/server/format.ts";
import { readOwnNetwork } from "#lib/server/own-network.ts";
import type { PageServerLoad } from "./$types";

const NEWS: Record<string, (() => string) | undefined> = {
  angelegt: m.volunteer_staff_stammtisch_created,
  geaendert: m.volunteer_staff_stammtisch_changed,
  themen: m.curricula_noted_done,
  abgesagt: m.volunteer_staff_stammtisch_was_cancelled,
};

export const load: PageServerLoad = async (event) => {
  const { items } = requireData(event, await api(event).call("listStammtische"));
  const { timeZone } = await readOwnNetwork(event);
  const f = formats(event.locals.locale, timeZone);
  const now = new Date().toISOString();
  const dates = items.map((item) => ({
    ...item,
    when: f.dateTime(item.startsAt),
    isOver: item.endsAt <= now,
    raised: item.raisedTopics.map((topic) => TOPIC_LABELS[topic]()).join(" · "),
    counts: m.volunteer_staff_stammtisch_counts({
      yes: item.coming.length,
      no: item.notComing,
      open: item.unanswered,
    }),
  }));
  return {
    coming: dates.filter(({ isOver }) => !isOver),
    past: dates.filter(({ isOver }) => isOver).toReversed(),
    news: NEWS[event.url.searchParams.get("neu") ?? ""]?.() ?? null,
  };
};
