import type { CourseForStaff } from "@augenhoehe/contract";
import type { RequestEvent } from "@sveltejs/kit";
import { m } from "#lib/paraglide/messages.js";
import { api, requireData } from "#lib/server/api.ts";
import { sessionTime } from "#lib/server/course-view.ts";
import type { SubmittedForm } from "#lib/server/form.ts";
import type { Formats } from "#lib/server/format.ts";

interface Person {
  readonly id: string;
  readonly name: string;
}

/** A date ahead at which somebody makes up its module, or could. */
export interface GuestDate {
  readonly id: string;
  readonly when: string;
  readonly module: string;
  readonly free: string;
  readonly guests: readonly Person[];
  readonly candidates: readonly Person[];
}

/** Dates with nobody to book and nobody booked are left out. */
export async function guestDates(
  event: RequestEvent,
  { course, participants }: CourseForStaff,
  when: Formats,
  now: Date,
): Promise<GuestDate[]> {
  const ahead = course.sessions.filter(({ cancelled, startsAt }) => !cancelled && new Date(startsAt) > now);
  const dates = await Promise.all(
    ahead.map(async (session) => {
      const { id, freeSeats } = session;
      const guests = participants.filter(({ bookings }) => bookings[id] === "guest").map(asPerson);
      const missing = freeSeats > 0 ? await findMissing(event, id) : [];
      const candidates = missing.filter((person) => !guests.some((guest) => guest.id === person.id));
      const free = freeSeats > 0 ? m.places_guests_free({ count: freeSeats }) : m.places_guests_full();
      return { id, when: sessionTime(session, when), module: session.moduleTitle, free, guests, candidates };
    }),
  );
  return dates.filter(({ guests, candidates }) => guests.length > 0 || candidates.length > 0);
}

async function findMissing(event: RequestEvent, id: string): Promise<Person[]> {
  const { items } = requireData(event, await api(event).call("findGuests", { params: { id } }));
  return items.filter(({ comesElsewhere }) => !comesElsewhere).map(asPerson);
}

const asPerson = ({ volunteerId, displayName }: { volunteerId: string; displayName: string }): Person => ({
  id: volunteerId,
  name: displayName,
});

export const bookGuest = (event: RequestEvent, form: SubmittedForm) =>
  api(event).call("bookGuest", {
    params: { id: form.text("sessionId") },
    body: { volunteerId: form.text("volunteerId") },
  });

export const cancelGuest = (event: RequestEvent, form: SubmittedForm) =>
  api(event).call("cancelGuest", {
    params: { id: form.text("sessionId"), volunteerId: form.text("volunteerId") },
  });
