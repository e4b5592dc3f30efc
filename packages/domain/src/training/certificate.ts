import { Refusal } from "../refusals.ts";
import { damm } from "../check-digits.ts";
import { addMonths, type IsoDate } from "../iso-date.ts";
import type { CourseProgress, ModuleProgress } from "./course-progress.ts";

/** A line of the certificate. */
export interface CertifiedModule {
  readonly title: string;
  /** Attended hours, from minutes. */
  readonly hours: number;
  readonly heldAt: Date;
}

/** What the certificate will say, or a refusal that names the missing modules or minutes. */
export function certificateDecision(facts: {
  readonly progress: CourseProgress;
  readonly hasValidCertificate: boolean;
}): readonly CertifiedModule[] {
  const { progress, hasValidCertificate } = facts;
  if (hasValidCertificate) throw new Refusal("certificate_issued_already");
  if (progress.modules.length === 0 || progress.missing.length > 0) {
    throw new Refusal("modules_missing", {
      missing: progress.missing.map(({ key }) => key).join(","),
      count: progress.missing.length,
    });
  }
  if (!progress.isComplete) {
    throw new Refusal("hours_missing", { minutes: progress.requiredMinutes - progress.attendedMinutes });
  }
  return progress.modules.flatMap(certifiedModule);
}

const certifiedModule = ({ module, attended }: ModuleProgress): CertifiedModule[] =>
  attended === null ? [] : [{ title: module.title, hours: attended.minutes / 60, heldAt: attended.heldAt }];

/** What became of a certificate: the instants are null as long as nothing did. */
export interface CertificateFate {
  readonly revokedAt: Date | null;
  readonly replacedAt: Date | null;
  /** First instant at which it no longer counts; null: valid without end. */
  readonly validUntil: Date | null;
}

export type CertificateState = "valid" | "replaced" | "revoked" | "expired";

export function certificateState({ revokedAt, replacedAt, validUntil }: CertificateFate, now: Date): CertificateState {
  if (revokedAt !== null) return "revoked";
  if (replacedAt !== null) return "replaced";
  return validUntil !== null && validUntil <= now ? "expired" : "valid";
}

/** Neither revoked nor replaced: one that has expired can still be put right. */
export function requireStanding({ revokedAt, replacedAt }: CertificateFate): void {
  if (revokedAt !== null) throw new Refusal("certificate_revoked_already");
  if (replacedAt !== null) throw new Refusal("certificate_replaced");
}

/** A new version is for a new name, and for nothing else. */
export function requireReissue(certificate: CertificateFate & { readonly holderName: string }, nameNow: string): void {
  requireStanding(certificate);
  if (certificate.holderName === nameNow) throw new Refusal("certificate_name_unchanged");
}

/** The last day on which a certificate counts; null: without end. */
export const lastValidDay = (issuedOn: IsoDate, validityMonths: number | null): IsoDate | null =>
  validityMonths === null ? null : addMonths(issuedOn, validityMonths);

/** E.g. `AH-2026-000123-4`: year and running number of the network, and a check digit against slips of the pen. */
export function certificateNumber(year: number, running: number): string {
  const digits = `${year}${String(running).padStart(6, "0")}`;
  return `AH-${year}-${digits.slice(String(year).length)}-${damm(digits)}`;
}

/** The number as printed, or null when it is none or was mistyped. */
export function parseCertificateNumber(text: string): { readonly year: number; readonly running: number } | null {
  const match = /^AH-?(\d{4})-?(\d{6,})-?(\d)$/.exec(text.replaceAll(/\s/g, "").toUpperCase());
  if (match === null) return null;
  const [, year = "", running = "", check] = match;
  return String(damm(year + running)) === check ? { year: Number(year), running: Number(running) } : null;
}
