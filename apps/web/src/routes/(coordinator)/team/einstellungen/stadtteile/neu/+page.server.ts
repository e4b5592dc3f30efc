import { redirect } from "@sveltejs/kit";
import { m } from "#lib/paraglide/messages.js";
import { api, requireData } from "#lib/server/api.ts";
import { failAt, failWith, keepTyped, readForm } from "#lib/server/form.ts";
import { failBelow } from "../../fail-saying.ts";
import { keyOf } from "../../key-of.ts";
import { districtLabels, districtsWith, readDistrict } from "../district-form.ts";
import type { Actions, PageServerLoad } from "./$types";

export const load: PageServerLoad = async (event) => {
  const { districts } = requireData(event, await api(event).call("readSettings"));
  return {
    pageForm: true,
    labels: districtLabels(),
    others: districts.map(({ key, name }) => ({ value: key, label: name })),
  };
};

export const actions: Actions = {
  keepTyped,
  save: async (event) => {
    const form = await readForm(event);
    const { districts } = requireData(event, await api(event).call("readSettings"));
    const name = form.text("name").toLowerCase();
    if (districts.some((district) => district.name.toLowerCase() === name)) {
      return failAt(form, { name: m.settings_districts_exists() });
    }
    const key = keyOf(form.text("name"), "-", new Set(districts.map((district) => district.key)));
    if (key === "") return failAt(form, { name: m.settings_districts_nameless() });
    const body = { districts: districtsWith(readDistrict(form, key), districts) };
    const result = await api(event).call("updateDistricts", { body });
    if (result.ok) redirect(303, "/team/einstellungen/stadtteile?gespeichert");
    return failBelow(result, form, `districts.${districts.length}.`) ?? failWith(result, form);
  },
};
