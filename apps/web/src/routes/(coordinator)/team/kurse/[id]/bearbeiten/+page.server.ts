import { addDays } from "@augenhoehe/domain";
import { redirect } from "@sveltejs/kit";
import type { CourseForStaff } from "@augenhoehe/contract";
import type { SessionRow } from "#lib/forms/session-row.ts";
import { api, requireData } from "#lib/server/api.ts";
import { checkDates, ROW_ACTIONS } from "#lib/server/course-actions.ts";
import { saveCourseForm } from "#lib/server/course-form.ts";
import { storedRows, wallClock } from "#lib/server/course-rows.ts";
import { readForm } from "#lib/server/form.ts";
import { readOwnNetwork } from "#lib/server/own-network.ts";
import type { Actions, PageServerLoad, RequestEvent } from "./$types";

const readCourse = async (event: RequestEvent): Promise<CourseForStaff> =>
  requireData(event, await api(event).call("readCourse", { params: event.params }));

export const load: PageServerLoad = async (event) => {
  const { course, trainers, offerHours } = await readCourse(event);
  if (course.cancelled) redirect(303, `/team/kurse/${event.params.id}`);
  const curriculum = requireData(event, await api(event).call("readCurriculum"));
  const { items } = requireData(event, await api(event).call("listCurricula"));
  const { timeZone } = await readOwnNetwork(event);
  const { opensAt, closesAt } = course.registration;
  const rows = storedRows(course.sessions, timeZone);
  return {
    pageForm: true,
    modules: moduleChoices(course, items.find(({ id }) => id === course.curriculumId)?.modules ?? []),
    trainers: curriculum.trainers.map(({ accountId, displayName }) => ({ value: accountId, label: displayName })),
    taken: course.enrolled + course.offered,
    rows: [...rows, ...replacement(course, event.url.searchParams.get("ersatz"), rows, timeZone)],
    stored: {
      title: course.title,
      places: course.places,
      registrationOpensAt: opensAt === null ? "" : wallClock(opensAt, timeZone),
      registrationClosesAt: closesAt === null ? "" : wallClock(closesAt, timeZone),
      offerHours,
      trainerAccountIds: trainers.map(({ accountId }) => accountId),
    },
  };
};

type Course = CourseForStaff["course"];

/** Modules of the curriculum, and those that it has dropped since and a date still has. */
function moduleChoices({ sessions }: Course, modules: readonly { key: string; title: string }[]) {
  const dropped = sessions.filter(
    ({ moduleKey }, index) =>
      !modules.some(({ key }) => key === moduleKey) &&
      sessions.findIndex((other) => other.moduleKey === moduleKey) === index,
  );
  return [
    ...modules.map(({ key, title }) => ({ value: key, label: title })),
    ...dropped.map(({ moduleKey, moduleTitle }) => ({ value: moduleKey, label: moduleTitle })),
  ];
}

/** A new date for one that was cancelled: the same module, a week after the last date. */
function replacement(
  { sessions }: Course,
  cancelledId: string | null,
  rows: readonly SessionRow[],
  timeZone: string,
): SessionRow[] {
  const cancelled = sessions.find(({ id, cancelled: isCancelled }) => id === cancelledId && isCancelled);
  if (cancelled === undefined) return [];
  const [was] = storedRows([{ ...cancelled, cancelled: false }], timeZone);
  const last = rows.at(-1)?.startsAt ?? wallClock(cancelled.startsAt, timeZone);
  if (was === undefined) return [];
  return [{ ...was, id: "", startsAt: `${addDays(last.slice(0, 10), 7)}${was.startsAt.slice(10)}` }];
}

export const actions: Actions = {
  ...ROW_ACTIONS,
  check: async (event) => {
    const form = await readForm(event);
    return checkDates(event, form, { id: event.params.id, warnings: (await readCourse(event)).warnings });
  },
  save: async (event) => {
    const form = await readForm(event);
    const saved = { id: event.params.id, warnings: (await readCourse(event)).warnings };
    const done = await saveCourseForm(event, form, saved, ({ body }) =>
      api(event).call("updateCourse", { params: event.params, body }),
    );
    if ("answer" in done) return done.answer;
    redirect(303, `/team/kurse/${event.params.id}?meldung=saved`);
  },
};
