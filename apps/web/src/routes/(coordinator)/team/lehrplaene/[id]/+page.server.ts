import { fail, redirect } from "@sveltejs/kit";
import type { CurriculumEffect } from "@augenhoehe/contract";
import type { FormFailure } from "#lib/forms/kept.ts";
import { m } from "#lib/paraglide/messages.js";
import { api, requireData, type ApiResult } from "#lib/server/api.ts";
import { failWith, keepTyped, readForm } from "#lib/server/form.ts";
import { formats } from "#lib/server/format.ts";
import {
  addRow,
  curriculumLabels,
  moveRow,
  readCurriculumForm,
  removeRow,
  rowOf,
  takeBackRow,
} from "../curriculum-form.ts";
import { curriculumFormWords, lengthInWords } from "../curriculum-words.ts";
import type { Actions, PageServerLoad, RequestEvent } from "./$types";

const readDetail = async (event: RequestEvent) =>
  requireData(event, await api(event).call("readCurriculumDetail", { params: event.params }));

export const load: PageServerLoad = async (event) => {
  const detail = requireData(event, await api(event).call("readCurriculumDetail", { params: event.params }));
  const { number } = formats(event.locals.locale);
  return {
    pageForm: true,
    words: curriculumFormWords(event.locals.locale),
    labels: curriculumLabels(),
    detail,
    length: lengthInWords(detail, number),
    copyTitle: m.curricula_copy_of({ title: detail.title }),
    stored: {
      title: detail.title,
      purpose: detail.purpose,
      topic: detail.topic ?? "",
      unitMinutes: detail.unitMinutes,
      minHoursPercent: detail.minHoursPercent,
      validityMonths: detail.validityMonths,
      certificateText: detail.certificateText,
      rows: detail.modules.map((module) => rowOf(module, detail.unitMinutes)),
      retired: detail.retiredModules.map((module) => rowOf(module, detail.unitMinutes)),
    },
  };
};

/** Null when nobody on the way would have less. */
function effectInWords({ people, courses, lackModules, lackHours }: CurriculumEffect): string | null {
  if (lackModules + lackHours === 0) return null;
  return [
    m.curricula_effect_people({ count: people }),
    courses === 0 ? "" : m.curricula_effect_courses({ count: courses }),
    lackModules === 0 ? "" : m.curricula_effect_modules({ count: lackModules }),
    lackHours === 0 ? "" : m.curricula_effect_hours({ count: lackHours }),
    m.curricula_effect_certificates(),
  ]
    .filter((sentence) => sentence !== "")
    .join(" ");
}

/** A small form beside the large one: does it and comes back with what was done. */
async function run(event: RequestEvent, done: string, command: () => Promise<ApiResult<unknown>>) {
  const form = await readForm(event);
  const result = await command();
  if (!result.ok) return failWith(result, form);
  redirect(303, `/team/lehrplaene?neu=${done}`);
}

export const actions: Actions = {
  keepTyped,
  addModule: async (event) => addRow(await readForm(event)),
  takeOut: async (event) => removeRow(await readForm(event)),
  takeBack: async (event) => takeBackRow(await readForm(event), await readDetail(event)),
  up: async (event) => moveRow(await readForm(event), -1),
  down: async (event) => moveRow(await readForm(event), 1),
  save: async (event) => {
    const form = await readForm(event);
    const body = readCurriculumForm(form);
    const { params } = event;
    if (!form.flag("confirmed")) {
      const preview = await api(event).call("previewCurriculum", { params, body });
      if (!preview.ok) return failWith(preview, form);
      const warning = effectInWords(preview.data);
      const failure: FormFailure = { values: form.values, errors: {}, notice: null };
      if (warning !== null) return fail(409, { ...failure, warning });
    }
    const result = await api(event).call("updateCurriculum", { params, body });
    if (!result.ok) return failWith(result, form);
    redirect(303, "/team/lehrplaene?neu=geaendert");
  },
  copy: async (event) => {
    const form = await readForm(event);
    const { params } = event;
    const result = await api(event).call("copyCurriculum", { params, body: { title: form.text("copyTitle") } });
    if (!result.ok) return failWith(result, form);
    redirect(303, `/team/lehrplaene/${result.data.id}`);
  },
  archive: (event) => run(event, "archiviert", () => api(event).call("archiveCurriculum", { params: event.params })),
  restore: (event) => run(event, "zurueck", () => api(event).call("restoreCurriculum", { params: event.params })),
  standard: (event) =>
    run(event, "standard", () => api(event).call("makeCurriculumStandard", { params: event.params })),
};
