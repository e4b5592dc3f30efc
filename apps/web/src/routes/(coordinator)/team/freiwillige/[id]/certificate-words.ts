import type { CertificateSummary, VolunteerDetail } from "@augenhoehe/contract";
import { certificateState, type CertificateState } from "@augenhoehe/domain";
import { m } from "#lib/paraglide/messages.js";
import type { Formats } from "#lib/server/format.ts";
import { lastValidDay } from "#lib/server/last-valid-day.ts";

const STATES = {
  valid: { label: m.certificates_chip_valid, tone: "done" },
  replaced: { label: m.certificates_chip_replaced, tone: "plain" },
  revoked: { label: m.certificates_chip_revoked, tone: "care" },
  expired: { label: m.certificates_chip_expired, tone: "waiting" },
} as const satisfies Record<CertificateState, { label: () => string; tone: string }>;

const instant = (text: string | null): Date | null => (text === null ? null : new Date(text));

const stateOf = ({ revokedAt, replacedAt, validUntil }: CertificateSummary, now: Date): CertificateState =>
  certificateState(
    { revokedAt: instant(revokedAt), replacedAt: instant(replacedAt), validUntil: instant(validUntil) },
    now,
  );

/** Certificates in words, and what can be done with each. */
export function certificateWords({ certificates, profile }: VolunteerDetail, when: Formats, now: Date) {
  const name = `${profile.firstName} ${profile.lastName}`;
  return certificates.map((certificate) => {
    const { id, kind, number, version, holderName, issuedAt, validUntil, checkUrl } = certificate;
    const state = stateOf(certificate, now);
    const stands = state === "valid" || state === "expired";
    return {
      id,
      number,
      title: kind === "service" ? m.certificates_person_service({ number }) : m.certificates_person_course({ number }),
      state: STATES[state].label(),
      tone: STATES[state].tone,
      details: [
        ...(version === 1 ? [] : [m.certificates_person_version({ version })]),
        m.certificates_person_issued({ date: when.date(issuedAt) }),
        ...(validUntil === null ? [] : [m.certificates_person_valid_until({ date: lastValidDay(validUntil, when) })]),
      ].join(", "),
      otherName: stands && holderName !== name ? m.certificates_person_other_name({ name: holderName }) : null,
      mayRevoke: stands,
      checkPath: new URL(checkUrl).pathname,
    };
  });
}
export type CertificateWords = ReturnType<typeof certificateWords>[number];

/** A farewell is one certificate of service, unless it was revoked. */
export const offersService = ({ status, certificates }: VolunteerDetail): boolean =>
  status === "left" &&
  !certificates.some(
    ({ kind, revokedAt, replacedAt }) => kind === "service" && revokedAt === null && replacedAt === null,
  );
