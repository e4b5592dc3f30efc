import type { z } from "zod";
import type { CourseInput, FieldIssue } from "@augenhoehe/contract";
import type { RegistrationTimes } from "@augenhoehe/domain";
import { instantOf } from "../../local-time.ts";

type Input = Pick<z.infer<typeof CourseInput>, "registrationOpensAt" | "registrationClosesAt">;

export function planRegistration(input: Input, timeZone: string): RegistrationTimes {
  const instant = (local: string | null) => (local === null ? null : instantOf(local, timeZone));
  return {
    registrationOpensAt: instant(input.registrationOpensAt),
    registrationClosesAt: instant(input.registrationClosesAt),
  };
}

export const registrationIssues = ({ registrationOpensAt, registrationClosesAt }: RegistrationTimes): FieldIssue[] =>
  registrationOpensAt !== null && registrationClosesAt !== null && registrationClosesAt <= registrationOpensAt
    ? [{ path: "registrationClosesAt", code: "closes_before_opening" }]
    : [];
