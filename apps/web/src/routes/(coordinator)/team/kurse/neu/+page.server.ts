import { redirect } from "@sveltejs/kit";
import { api, requireData } from "#lib/server/api.ts";
import { checkDates, ROW_ACTIONS } from "#lib/server/course-actions.ts";
import { saveCourseForm } from "#lib/server/course-form.ts";
import { fillSeries, showModules } from "#lib/server/course-series.ts";
import { readForm } from "#lib/server/form.ts";
import type { Actions, PageServerLoad } from "./$types";

export const load: PageServerLoad = async (event) => {
  const { trainers } = requireData(event, await api(event).call("readCurriculum"));
  const { items } = requireData(event, await api(event).call("listCurricula"));
  const wanted = event.url.searchParams.get("lehrplan");
  const curricula = items.filter(({ archived }) => !archived);
  const first = curricula.find(({ id }) => id === wanted) ?? curricula.find(({ isStandard }) => isStandard);
  return {
    pageForm: true,
    firstCurriculumId: (first ?? curricula[0])?.id ?? "",
    curricula: curricula.map(({ id, title, modules }) => ({
      id,
      title,
      modules: modules.map(({ key, title: label, hours }) => ({ value: key, label, minutes: Math.round(hours * 60) })),
    })),
    trainers: trainers.map(({ accountId, displayName }) => ({ value: accountId, label: displayName })),
  };
};

export const actions: Actions = {
  ...ROW_ACTIONS,
  curriculum: async (event) => showModules(event, await readForm(event)),
  series: async (event) => fillSeries(event, await readForm(event)),
  check: async (event) => checkDates(event, await readForm(event), null),
  save: async (event) => {
    const form = await readForm(event);
    const done = await saveCourseForm(event, form, null, ({ body, curriculumId }) =>
      api(event).call("createCourse", { body: { ...body, curriculumId } }),
    );
    if ("answer" in done) return done.answer;
    redirect(303, `/team/kurse/${done.saved.id}?meldung=created`);
  },
};
