import { redirect } from "@sveltejs/kit";
import { CURRICULUM_PURPOSES, TOP_UP_TOPICS } from "@augenhoehe/domain";
import { TOPIC_LABELS } from "#lib/messages/topic-labels.ts";
import { api } from "#lib/server/api.ts";
import { failWith, keepTyped, readForm } from "#lib/server/form.ts";
import { addRow, curriculumLabels, moveRow, readCurriculumForm, removeRow } from "../curriculum-form.ts";
import { curriculumFormWords } from "../curriculum-words.ts";
import type { Actions, PageServerLoad } from "./$types";

export const load: PageServerLoad = (event) => {
  const { searchParams } = event.url;
  const topic = TOP_UP_TOPICS.find((known) => known === searchParams.get("thema"));
  const purpose =
    topic === undefined
      ? (CURRICULUM_PURPOSES.find((known) => known === searchParams.get("zweck")) ?? "course")
      : "top_up";
  const title = topic === undefined ? "" : TOPIC_LABELS[topic]();
  const first = { row: "neu-1", key: "", title, topics: "", units: "2", language: "de", compulsory: true };
  return {
    pageForm: true,
    words: curriculumFormWords(event.locals.locale),
    labels: curriculumLabels(),
    stored: {
      title,
      purpose,
      topic: topic ?? "",
      unitMinutes: 60,
      minHoursPercent: purpose === "course" ? 75 : 100,
      validityMonths: null,
      certificateText: "",
      rows: [first],
      retired: [],
    },
  };
};

export const actions: Actions = {
  keepTyped,
  addModule: async (event) => addRow(await readForm(event)),
  takeOut: async (event) => removeRow(await readForm(event)),
  up: async (event) => moveRow(await readForm(event), -1),
  down: async (event) => moveRow(await readForm(event), 1),
  save: async (event) => {
    const form = await readForm(event);
    const result = await api(event).call("createCurriculum", { body: readCurriculumForm(form) });
    if (!result.ok) return failWith(result, form);
    redirect(303, "/team/lehrplaene?neu=angelegt");
  },
};
