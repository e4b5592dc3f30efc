import { redirect } from "@sveltejs/kit";
import { api, requireData } from "#lib/server/api.ts";
import { addRow, failCourse, fillSeries, readCourseForm } from "#lib/server/course-form.ts";
import { keepTyped, readForm } from "#lib/server/form.ts";
import type { Actions, PageServerLoad } from "./$types";

export const load: PageServerLoad = async (event) => {
  const { modules, trainers } = requireData(event, await api(event).call("readCurriculum"));
  return {
    pageForm: true,
    modules: modules.map(({ key, title }) => ({ value: key, label: title })),
    trainers: trainers.map(({ accountId, displayName }) => ({ value: accountId, label: displayName })),
  };
};

export const actions: Actions = {
  keepTyped,
  moreRows: async (event) => addRow(await readForm(event)),
  series: async (event) => {
    const { modules } = requireData(event, await api(event).call("readCurriculum"));
    return fillSeries(await readForm(event), modules);
  },
  save: async (event) => {
    const form = await readForm(event);
    const { body, rows } = readCourseForm(form);
    const result = await api(event).call("createCourse", { body });
    if (!result.ok) return failCourse(result, form, rows);
    redirect(303, `/team/kurse/${result.data.id}?meldung=created`);
  },
};
