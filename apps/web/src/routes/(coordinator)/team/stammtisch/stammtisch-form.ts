import { m } from "#lib/paraglide/messages.js";
import type { SubmittedForm } from "#lib/server/form.ts";

/** What `StammtischFields` sent, as the api takes it. */
export const readStammtisch = (form: SubmittedForm) => ({
  startsAt: form.text("startsAt"),
  minutes: form.number("minutes") ?? 0,
  place: form.text("place"),
  topics: form.text("topics"),
});

export const stammtischLabels = () => ({
  startsAt: m.volunteer_staff_stammtisch_starts(),
  minutes: m.volunteer_staff_stammtisch_minutes(),
  place: m.volunteer_staff_stammtisch_place(),
  topics: m.volunteer_staff_stammtisch_topics(),
});
