import { redirect } from "@sveltejs/kit";
import { api, requireData } from "#lib/server/api.ts";
import { addRow, failCourse, readCourseForm, sessionRows } from "#lib/server/course-form.ts";
import { keepTyped, readForm } from "#lib/server/form.ts";
import { readOwnNetwork } from "#lib/server/own-network.ts";
import type { Actions, PageServerLoad } from "./$types";

export const load: PageServerLoad = async (event) => {
  const { course, trainers } = requireData(event, await api(event).call("readCourse", { params: event.params }));
  const curriculum = requireData(event, await api(event).call("readCurriculum"));
  const { timeZone } = await readOwnNetwork(event);
  return {
    pageForm: true,
    modules: curriculum.modules.map(({ key, title }) => ({ value: key, label: title })),
    trainers: curriculum.trainers.map(({ accountId, displayName }) => ({ value: accountId, label: displayName })),
    stored: {
      title: course.title,
      places: course.places,
      trainerAccountIds: trainers.map(({ accountId }) => accountId),
      sessions: sessionRows(course.sessions, timeZone),
    },
  };
};

export const actions: Actions = {
  keepTyped,
  moreRows: async (event) => addRow(await readForm(event)),
  save: async (event) => {
    const form = await readForm(event);
    const { body, rows } = readCourseForm(form);
    const result = await api(event).call("updateCourse", { params: event.params, body });
    if (!result.ok) return failCourse(result, form, rows);
    redirect(303, `/team/kurse/${event.params.id}?meldung=saved`);
  },
};
