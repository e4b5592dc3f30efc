import { redirect } from "@sveltejs/kit";
import { m } from "#lib/paraglide/messages.js";
import { api, requireData, type ApiResult } from "#lib/server/api.ts";
import { sessionTime } from "#lib/server/course-view.ts";
import { readForm, type SubmittedForm } from "#lib/server/form.ts";
import { formats, type Formats } from "#lib/server/format.ts";
import { readOwnNetwork } from "#lib/server/own-network.ts";
import { failPlace } from "#lib/server/place-refusal.ts";
import type { RequestEvent } from "@sveltejs/kit";
import type { Actions, PageServerLoad } from "./$types";
import { courseCard } from "./course-cards.ts";

const TOLD = {
  enrolled: m.training_told_enrolled,
  waiting: m.training_told_waiting,
  "given-back": m.training_told_given_back,
  passed: m.places_told_passed,
  again: m.places_told_waiting_again,
  excused: m.places_told_excused,
  returned: m.places_told_returned,
  booked: m.places_told_booked,
  "guest-given-back": m.places_told_guest_given_back,
};
const isTold = (value: string | null): value is keyof typeof TOLD => value !== null && Object.hasOwn(TOLD, value);

const readFormats = async (event: RequestEvent): Promise<Formats> =>
  formats(event.locals.locale, (await readOwnNetwork(event)).timeZone);

export const load: PageServerLoad = async (event) => {
  const { items, modules, missed, certificateId, mayJoinTopUps } = requireData(
    event,
    await api(event).call("listOpenCourses"),
  );
  const when = await readFormats(event);
  const now = new Date();
  const courses = items.map((course) => courseCard(course, when, now));
  const told = event.url.searchParams.get("meldung");
  const mine = courses.filter(
    ({ status, hasAttended }) => status === "enrolled" || status === "waiting" || hasAttended,
  );
  const open = courses.filter((course) => course.status === null && !course.hasAttended && !course.isPast);
  return {
    told: isTold(told) ? TOLD[told]() : null,
    certificateId,
    modules: modules.map(({ key, title, attendedAt }) => ({
      key,
      title,
      attended: attendedAt === null ? null : when.date(attendedAt),
    })),
    offers: courses.filter(({ status }) => status === "offered"),
    missed: missed.map((module) => ({
      key: module.moduleKey,
      title: module.moduleTitle,
      missed: missedWords(module, when, now),
      dates: module.dates.map((date) => ({ id: date.sessionId, when: sessionTime(date, when), place: date.place })),
    })),
    guestDates: courses.flatMap(({ title, myDates }) =>
      myDates.filter(({ booking, over }) => booking === "guest" && !over).map((date) => ({ ...date, course: title })),
    ),
    mine,
    open: open.filter(({ isTopUp }) => !isTopUp),
    topUps: mayJoinTopUps ? open.filter(({ isTopUp }) => isTopUp) : [],
  };
};

function missedWords(
  { missedAt, tooShort }: { missedAt: string; tooShort: boolean },
  when: Formats,
  now: Date,
): string {
  const date = when.date(missedAt);
  if (tooShort) return m.places_missed_partly({ date });
  return new Date(missedAt) > now ? m.places_missed_will_be({ date }) : m.places_missed_at({ date });
}

async function run<T>(
  event: RequestEvent,
  command: (form: SubmittedForm) => Promise<ApiResult<T>>,
  told: (data: T) => keyof typeof TOLD,
) {
  const form = await readForm(event);
  const result = await command(form);
  if (!result.ok) return failPlace(result, form, await readFormats(event));
  redirect(303, `/mein-ehrenamt/kurse?meldung=${told(result.data)}`);
}

const answer = (event: RequestEvent, given: "take" | "not_now" | "still_want", waiting: "passed" | "again") =>
  run(
    event,
    (form) => api(event).call("answerMyOffer", { params: { id: form.text("courseId") }, body: { answer: given } }),
    ({ status }) => (status === "enrolled" ? "enrolled" : waiting),
  );

export const actions: Actions = {
  enrol: (event) =>
    run(
      event,
      (form) => api(event).call("enrolMe", { body: { courseId: form.text("courseId") } }),
      ({ status }) => (status === "waiting" ? "waiting" : "enrolled"),
    ),
  take: (event) => answer(event, "take", "again"),
  notNow: (event) => answer(event, "not_now", "passed"),
  stillWant: (event) => answer(event, "still_want", "again"),
  giveBack: (event) =>
    run(
      event,
      (form) => api(event).call("cancelMyEnrolment", { params: { id: form.text("courseId") } }),
      () => "given-back",
    ),
  makeUp: (event) =>
    run(
      event,
      (form) => api(event).call("bookMeAsGuest", { params: { id: form.text("sessionId") } }),
      () => "booked",
    ),
};
