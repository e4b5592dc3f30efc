import { error, redirect } from "@sveltejs/kit";
import type { District } from "@augenhoehe/contract";
import { isolated } from "#lib/messages/isolated.ts";
import { refusalMessage } from "#lib/messages/refusal-message.ts";
import { m } from "#lib/paraglide/messages.js";
import { api, requireData } from "#lib/server/api.ts";
import { failWith, keepTyped, readForm } from "#lib/server/form.ts";
import { failBelow, failSaying } from "../../fail-saying.ts";
import { districtLabels, districtsWith, districtsWithout, readDistrict } from "../district-form.ts";
import type { Actions, PageServerLoad, RequestEvent } from "./$types";

type Event = RequestEvent | Parameters<PageServerLoad>[0];

async function readStored(event: Event): Promise<{ districts: District[]; index: number; stored: District }> {
  const { districts } = requireData(event, await api(event).call("readSettings"));
  const index = districts.findIndex(({ key }) => key === event.params.key);
  const stored = districts[index];
  if (stored === undefined) error(404, refusalMessage("not_found"));
  return { districts, index, stored };
}

export const load: PageServerLoad = async (event) => {
  const { districts, stored } = await readStored(event);
  return {
    pageForm: true,
    labels: districtLabels(),
    stored,
    others: districts.filter(({ key }) => key !== stored.key).map(({ key, name }) => ({ value: key, label: name })),
  };
};

export const actions: Actions = {
  keepTyped,
  save: async (event) => {
    const form = await readForm(event);
    const { districts, index, stored } = await readStored(event);
    const body = { districts: districtsWith(readDistrict(form, stored.key), districts) };
    const result = await api(event).call("updateDistricts", { body });
    if (result.ok) redirect(303, "/team/einstellungen/stadtteile?gespeichert");
    return failBelow(result, form, `districts.${index}.`) ?? failWith(result, form);
  },
  remove: async (event) => {
    const { districts, stored } = await readStored(event);
    const body = { districts: districtsWithout(stored.key, districts) };
    const result = await api(event).call("updateDistricts", { body });
    if (result.ok) redirect(303, "/team/einstellungen/stadtteile?geloescht");
    const form = await readForm(event);
    if (result.error.code !== "refused" || result.error.refusal !== "district_in_use") return failWith(result, form);
    return failSaying(result, form, m.settings_districts_in_use({ district: isolated(stored.name) }));
  },
};
