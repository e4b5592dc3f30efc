import { redirect } from "@sveltejs/kit";
import { m } from "#lib/paraglide/messages.js";
import { api, requireData } from "#lib/server/api.ts";
import { courseView } from "#lib/server/course-view.ts";
import { failWith, readForm } from "#lib/server/form.ts";
import { formats } from "#lib/server/format.ts";
import { readOwnNetwork } from "#lib/server/own-network.ts";
import type { Actions, PageServerLoad } from "./$types";

const TOLD = {
  enrolled: m.training_told_enrolled,
  waiting: m.training_told_waiting,
  "given-back": m.training_told_given_back,
};
const isTold = (value: string | null): value is keyof typeof TOLD => value !== null && Object.hasOwn(TOLD, value);

export const load: PageServerLoad = async (event) => {
  const { items, modules, certificateId } = requireData(event, await api(event).call("listOpenCourses"));
  const when = formats(event.locals.locale, (await readOwnNetwork(event)).timeZone);
  const now = new Date();
  const courses = items.map((course) => {
    const status = course.myEnrolment?.status ?? null;
    const position = course.myEnrolment?.position ?? 0;
    return {
      ...courseView(course, when, now),
      mine: status === "enrolled" || status === "waiting" ? status : null,
      known: status === "enrolled" || status === "waiting" || course.sessions.some(({ attended }) => attended !== null),
      mineLabel: status === "waiting" ? m.training_state_waiting({ position }) : m.training_state_enrolled(),
    };
  });
  const told = event.url.searchParams.get("meldung");
  return {
    told: isTold(told) ? TOLD[told]() : null,
    certificateId,
    modules: modules.map(({ key, title, attendedAt }) => ({
      key,
      title,
      attended: attendedAt === null ? null : when.date(attendedAt),
    })),
    mine: courses.filter(({ known }) => known),
    open: courses.filter(({ known, isPast }) => !known && !isPast),
  };
};

export const actions: Actions = {
  enrol: async (event) => {
    const form = await readForm(event);
    const result = await api(event).call("enrolMe", { body: { courseId: form.text("courseId") } });
    if (!result.ok) return failWith(result, form);
    redirect(303, `/mein-ehrenamt/kurse?meldung=${result.data.status}`);
  },
  giveBack: async (event) => {
    const form = await readForm(event);
    const result = await api(event).call("cancelMyEnrolment", { params: { id: form.text("courseId") } });
    if (!result.ok) return failWith(result, form);
    redirect(303, "/mein-ehrenamt/kurse?meldung=given-back");
  },
};
