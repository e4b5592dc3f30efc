import { fail, type ActionFailure } from "@sveltejs/kit";
import type { FormFailure } from "#lib/forms/kept.ts";
import { isolated } from "#lib/messages/isolated.ts";
import { m } from "#lib/paraglide/messages.js";
import type { ApiRefused } from "./api.ts";
import { failWith, type SubmittedForm } from "./form.ts";
import type { Formats } from "./format.ts";

/** Refusals that know more than their code: which other date it is, and from when on it is possible. */
export function failPlace(
  result: ApiRefused,
  form: SubmittedForm,
  when: Formats,
  reader: "volunteer" | "staff" = "volunteer",
): ActionFailure<FormFailure> {
  const notice = noticeOf(result, when, reader);
  return notice === null ? failWith(result, form) : fail(result.status, { values: form.values, errors: {}, notice });
}

function noticeOf({ error }: ApiRefused, when: Formats, reader: "volunteer" | "staff"): string | null {
  if (error.code !== "refused") return null;
  const { courseTitle, startsAt, opensAt, closesAt } = error.facts ?? {};
  switch (error.refusal) {
    case "double_booked": {
      if (startsAt === undefined) return null;
      const words = { title: isolated(String(courseTitle)), when: when.dateTime(String(startsAt)) };
      return reader === "staff" ? m.places_double_booked_staff(words) : m.places_double_booked(words);
    }
    case "registration_not_open":
      return opensAt === undefined ? null : m.places_registration_opens({ when: when.dateTime(String(opensAt)) });
    case "registration_closed":
      return closesAt === undefined ? null : m.places_registration_closed({ when: when.date(String(closesAt)) });
    default:
      return null;
  }
}
