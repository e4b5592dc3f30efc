import { redirect } from "@sveltejs/kit";
import { termLabel } from "#lib/messages/term-label.ts";
import { m } from "#lib/paraglide/messages.js";
import { api, requireData } from "#lib/server/api.ts";
import { failWith, keepTyped, readForm } from "#lib/server/form.ts";
import { formats } from "#lib/server/format.ts";
import { readOwnNetwork } from "#lib/server/own-network.ts";
import type { Actions, PageServerLoad } from "./$types";

export const load: PageServerLoad = async (event) => {
  const { params } = event;
  const { topics } = await readOwnNetwork(event);
  const { profile } = requireData(event, await api(event).call("readVolunteer", { params }));
  const record = requireData(event, await api(event).call("readServiceRecord", { params }));
  const { number } = formats(event.locals.locale);
  return {
    pageForm: true,
    volunteerId: params.id,
    title: m.certificates_service_title({ name: `${profile.firstName} ${profile.lastName}` }),
    training: m.certificates_service_training({ hours: number(Math.round(record.trainingMinutes / 6) / 10) }),
    from: record.from,
    until: record.until,
    stammtischHours: String(Math.round(record.stammtischMinutes / 60)),
    tasks: record.tasks,
    choices: topics.map(({ key }) => ({ value: key, label: termLabel(key, topics) })),
  };
};

export const actions: Actions = {
  keepTyped,
  issue: async (event) => {
    const form = await readForm(event);
    const body = {
      from: form.text("from"),
      until: form.text("until"),
      accompanimentHours: form.number("accompanimentHours") ?? Number.NaN,
      stammtischHours: form.number("stammtischHours") ?? 0,
      tasks: form.list("tasks"),
    };
    const result = await api(event).call("issueServiceCertificate", { params: event.params, body });
    if (!result.ok) return failWith(result, form);
    redirect(303, `/team/freiwillige/${event.params.id}?erledigt=bescheinigung`);
  },
};
