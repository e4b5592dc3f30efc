import { redirect } from "@sveltejs/kit";
import { HOLIDAY_REGIONS } from "@augenhoehe/domain";
import { HOLIDAY_REGION_LABELS } from "#lib/messages/holiday-region-labels.ts";
import { api, requireData } from "#lib/server/api.ts";
import { failWith, keepTyped, readForm } from "#lib/server/form.ts";
import type { Actions, PageServerLoad } from "./$types";

export const load: PageServerLoad = async (event) => {
  const { holidayRegion } = requireData(event, await api(event).call("readSettings"));
  const regions = HOLIDAY_REGIONS.map((value) => ({ value, label: HOLIDAY_REGION_LABELS[value]() }));
  return { pageForm: true, holidayRegion, regions, saved: event.url.searchParams.has("gespeichert") };
};

export const actions: Actions = {
  keepTyped,
  save: async (event) => {
    const form = await readForm(event);
    const holidayRegion = form.choice("holidayRegion", HOLIDAY_REGIONS) ?? "DE";
    const result = await api(event).call("updateHolidayRegion", { body: { holidayRegion } });
    if (!result.ok) return failWith(result, form);
    redirect(303, "/team/einstellungen/feiertage?gespeichert");
  },
};
