import { Refusal } from "../refusals.ts";
import { damm } from "../check-digits.ts";
import type { CourseProgress, ModuleProgress } from "./course-progress.ts";

export interface AttendedModule {
  readonly title: string;
  readonly hours: number;
  readonly heldAt: Date;
}

/** What the certificate will say, or a refusal that names the missing modules. */
export function certificateDecision(facts: {
  readonly progress: CourseProgress;
  readonly hasValidCertificate: boolean;
}): readonly AttendedModule[] {
  const { progress, hasValidCertificate } = facts;
  if (hasValidCertificate) throw new Refusal("certificate_issued_already");
  if (!progress.isComplete) {
    throw new Refusal("modules_missing", {
      missing: progress.missing.map(({ key }) => key).join(","),
      count: progress.missing.length,
    });
  }
  return progress.modules.flatMap(attendedModule);
}

const attendedModule = ({ module, attended }: ModuleProgress): AttendedModule[] =>
  attended === null ? [] : [{ title: module.title, hours: module.hours, heldAt: attended.heldAt }];

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
