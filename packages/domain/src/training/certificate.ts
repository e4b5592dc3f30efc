import { Refusal } from "../refusals.ts";
import { damm } from "../check-digits.ts";
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

export function requireNotRevoked(certificate: { readonly revokedAt: Date | null }): void {
  if (certificate.revokedAt !== null) throw new Refusal("certificate_revoked_already");
}

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
