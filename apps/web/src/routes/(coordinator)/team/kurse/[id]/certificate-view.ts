import type { CourseForStaff } from "@augenhoehe/contract";
import type { RequestEvent } from "@sveltejs/kit";
import { m } from "#lib/paraglide/messages.js";
import { api } from "#lib/server/api.ts";
import type { SubmittedForm } from "#lib/server/form.ts";
import type { Formats } from "#lib/server/format.ts";

type Way = CourseForStaff["certificates"][number];

export interface CertificateView {
  readonly id: string;
  readonly number: string;
  /** Why it no longer counts, in words; null while it does. */
  readonly over: string | null;
  readonly nameChanged: boolean;
}

/** Where somebody stands on the way to the certificate, for their line in the list. */
export function certificateView(way: Way | undefined, when: Formats) {
  const { missingModules = [], missingMinutes = 0, certificateId = null, number = null, state = null } = way ?? {};
  const id = certificateId ?? "";
  const named = { number: number ?? "" };
  const over = {
    valid: null,
    replaced: null,
    revoked: m.certificates_state_revoked(named),
    expired: m.certificates_state_expired(named),
  };
  const lacksHours = missingModules.length === 0 && missingMinutes > 0;
  return {
    missing: lacksHours
      ? m.certificates_missing_hours({ hours: when.number(Math.ceil(missingMinutes / 6) / 10) })
      : when.list(missingModules),
    certificate: state === null ? null : { id, ...named, over: over[state], nameChanged: way?.nameChanged ?? false },
    isReady: way !== undefined && missingModules.length === 0 && missingMinutes === 0 && state !== "valid",
  };
}

type CourseEvent = RequestEvent<{ id: string }>;

/** A list of people, or everybody of the course who is ready when none is named. */
export function issue(event: CourseEvent, form: SubmittedForm) {
  const chosen = form.list("volunteerId");
  const body = { volunteerIds: chosen.length === 0 ? ("all" as const) : chosen };
  return api(event).call("issueCertificates", { params: event.params, body });
}

export const reissue = (event: CourseEvent, form: SubmittedForm) =>
  api(event).call("reissueCertificate", { params: { id: form.text("certificateId") } });

/** What happened at one press, in words: who got one, and how many lack something. */
export function issuedMessage(query: URLSearchParams): string {
  const count = Number(query.get("anzahl")) || 0;
  const lacking = Number(query.get("fehlt")) || 0;
  return [
    count === 0 ? m.certificates_issued_none() : m.certificates_issued_told({ count }),
    ...(lacking === 0 ? [] : [m.certificates_lacking_told({ count: lacking })]),
  ].join(" ");
}
