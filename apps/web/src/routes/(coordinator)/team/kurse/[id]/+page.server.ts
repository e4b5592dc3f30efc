import type { CourseForStaff } from "@augenhoehe/contract";
import { redirect, type RequestEvent } from "@sveltejs/kit";
import { m } from "#lib/paraglide/messages.js";
import { api, requireData, type ApiResult } from "#lib/server/api.ts";
import { courseGlance, nextCourseStep } from "#lib/server/course-glance.ts";
import { courseView } from "#lib/server/course-view.ts";
import { readForm, type SubmittedForm } from "#lib/server/form.ts";
import { formats, type Formats } from "#lib/server/format.ts";
import { readOwnNetwork } from "#lib/server/own-network.ts";
import { failPlace } from "#lib/server/place-refusal.ts";
import { courseWarningMessage, sessionWarningMessage } from "#lib/server/plan-warning-words.ts";
import type { Actions, PageServerLoad } from "./$types";
import { certificateView, issue, issuedMessage, reissue } from "./certificate-view.ts";
import { bookGuest, cancelGuest, guestDates } from "./guests-view.ts";
import { waitingPeople } from "./waiting-view.ts";

const TOLD: Readonly<Record<string, () => string>> = {
  created: m.training_created_told,
  saved: m.training_saved_told,
  enrolled: m.training_enrolled_told,
  waiting: m.training_waitlisted_told,
  place_given: m.places_told_place_given,
  guest_booked: m.places_told_guest_booked,
  guest_cancelled: m.places_told_guest_cancelled,
  removed: m.training_removed_told,
  reissued: m.certificates_reissued_told,
  revoked: m.certificates_revoked_told,
  cancelled: m.training_cancelled_told,
  session_cancelled: m.training_session_cancelled_told,
};

const toldMessage = (told: string): string | null => (Object.hasOwn(TOLD, told) ? (TOLD[told]?.() ?? null) : null);

export const load: PageServerLoad = async (event) => {
  const found = requireData(event, await api(event).call("readCourse", { params: event.params }));
  const when = formats(event.locals.locale, (await readOwnNetwork(event)).timeZone);
  const now = new Date();
  const course = courseView(found.course, when, now);
  const search = event.url.searchParams.get("suche")?.trim().slice(0, 80) ?? "";
  const sessions = found.course.sessions.filter(({ cancelled }) => !cancelled);
  const told = event.url.searchParams.get("meldung") ?? "";
  return {
    course,
    cancelled: found.course.cancelled,
    mayManage: found.mayManage,
    glance: courseGlance(found.course, when, now),
    nextStep: nextCourseStep(found, when, now),
    curriculum: found.course.curriculumTitle,
    dates: course.dates.map((date) => ({
      ...date,
      warnings: warningsOf(found, date.id, when),
      isHeld: found.participants.some(({ attendance }) => Object.hasOwn(attendance, date.id)),
    })),
    missingModules: found.warnings.course.map(courseWarningMessage),
    told: told === "issued" ? issuedMessage(event.url.searchParams) : toldMessage(told),
    trainers: when.list(found.trainers.map(({ displayName }) => displayName)),
    others: found.course.enrolled - found.participants.filter(({ guest }) => !guest).length,
    waitingList: waitingPeople(found, when),
    offerHours: found.offerHours,
    guestDates: course.isPast ? [] : await guestDates(event, found, when, now),
    participants: found.participants.map((participant) => {
      const way = found.certificates.find(({ volunteerId }) => volunteerId === participant.volunteerId);
      return participantView(participant, way, sessions, when);
    }),
    search,
    candidates: course.isPast ? [] : await findCandidates(event, search, found),
  };
};

const warningsOf = ({ warnings }: CourseForStaff, id: string, when: Formats): string[] =>
  warnings.sessions
    .filter(({ sessionId }) => sessionId === id)
    .flatMap(({ warnings: list }) => list.map((warning) => sessionWarningMessage(warning, when)));

function participantView(
  { volunteerId, displayName, guest, attendance }: CourseForStaff["participants"][number],
  way: CourseForStaff["certificates"][number] | undefined,
  sessions: readonly { id: string; moduleTitle: string }[],
  when: Formats,
) {
  const missingModules = way?.missingModules ?? [];
  return {
    id: volunteerId,
    name: displayName,
    guest,
    attended: m.training_attended_here({
      count: sessions.filter(({ id }) => attendance[id] === "present").length,
      total: sessions.length,
    }),
    modules: [...new Set(sessions.map(({ moduleTitle }) => moduleTitle))].map((title) => ({
      title,
      done: !missingModules.includes(title),
    })),
    ...certificateView(way, when),
  };
}

/** Own volunteers who are not in the course: those who wait for one, or whom the search finds. */
async function findCandidates(
  event: RequestEvent,
  search: string,
  { participants, waitingList }: { participants: { volunteerId: string }[]; waitingList: { volunteerId: string }[] },
): Promise<{ id: string; name: string }[]> {
  const query = search === "" ? { status: "interviewed" as const } : { search };
  const { items } = requireData(event, await api(event).call("listVolunteers", { query }));
  const known = new Set([...participants, ...waitingList].map(({ volunteerId }) => volunteerId));
  return items
    .filter(({ id, status }) => !known.has(id) && status !== "left")
    .slice(0, 20)
    .map(({ id, name }) => ({ id, name }));
}

type CourseEvent = RequestEvent<{ id: string }>;

/** Runs a command and shows the course again with what was done, or with why it was not. */
async function run<T>(
  event: CourseEvent,
  command: (form: SubmittedForm) => Promise<ApiResult<T>>,
  told: (data: T) => string,
) {
  const form = await readForm(event);
  const result = await command(form);
  if (!result.ok) {
    const { timeZone } = await readOwnNetwork(event);
    return failPlace(result, form, formats(event.locals.locale, timeZone), "staff");
  }
  redirect(303, `/team/kurse/${event.params.id}?meldung=${told(result.data)}`);
}

export const actions: Actions = {
  enrol: (event) =>
    run(
      event,
      (form) =>
        api(event).call("enrolVolunteer", { params: event.params, body: { volunteerId: form.text("volunteerId") } }),
      ({ status }) => status,
    ),
  givePlace: (event) =>
    run(
      event,
      (form) =>
        api(event).call("givePlace", { params: { id: event.params.id, volunteerId: form.text("volunteerId") } }),
      () => "place_given",
    ),
  bookGuest: (event) =>
    run(
      event,
      (form) => bookGuest(event, form),
      () => "guest_booked",
    ),
  cancelGuest: (event) =>
    run(
      event,
      (form) => cancelGuest(event, form),
      () => "guest_cancelled",
    ),
  remove: (event) =>
    run(
      event,
      (form) =>
        api(event).call("cancelEnrolment", { params: { id: event.params.id, volunteerId: form.text("volunteerId") } }),
      () => "removed",
    ),
  issue: (event) =>
    run(
      event,
      (form) => issue(event, form),
      ({ issued, lacking }) => `issued&anzahl=${issued}&fehlt=${lacking}`,
    ),
  reissue: (event) =>
    run(
      event,
      (form) => reissue(event, form),
      () => "reissued",
    ),
  revoke: (event) =>
    run(
      event,
      (form) =>
        api(event).call("revokeCertificate", {
          params: { id: form.text("certificateId") },
          body: { reason: form.text(`reason.${form.text("certificateId")}`) },
        }),
      () => "revoked",
    ),
  cancelSession: (event) =>
    run(
      event,
      (form) => {
        const id = form.text("sessionId");
        return api(event).call("cancelSession", { params: { id }, body: { reason: form.text(`reason.${id}`) } });
      },
      () => "session_cancelled",
    ),
  cancel: (event) =>
    run(
      event,
      (form) => api(event).call("cancelCourse", { params: event.params, body: { reason: form.text("reason") } }),
      () => "cancelled",
    ),
};
