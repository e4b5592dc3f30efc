import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { damm } from "../check-digits.ts";
import { Refusal } from "../refusals.ts";
import { refusalOf } from "../test-support/refusal-of.ts";
import {
  certificateDecision,
  certificateNumber,
  certificateState,
  lastValidDay,
  parseCertificateNumber,
  requireReissue,
  requireStanding,
} from "./certificate.ts";
import { courseProgress, type SessionMark } from "./course-progress.ts";
import { DEFAULT_CURRICULUM } from "./curriculum.ts";

const NOW = new Date("2026-03-01T10:00:00Z");
const day = (number: number): Date => new Date(Date.UTC(2026, 0, number, 17));
const present = (moduleKey: string, heldAt: Date, minutes = 120): SessionMark => ({
  moduleKey,
  courseId: "winter",
  heldAt,
  mark: "present",
  minutes,
});

const ALL = DEFAULT_CURRICULUM.modules.map(({ key }, index) => present(key, day(7 * (index + 1))));
const standing = { revokedAt: null, replacedAt: null, validUntil: null };

describe("Martin's certificate", () => {
  it("names each module with hours and date", () => {
    const modules = certificateDecision({
      progress: courseProgress(DEFAULT_CURRICULUM, ALL),
      hasValidCertificate: false,
    });
    expect(modules.map(({ hours, heldAt }) => [hours, heldAt])).toEqual([
      [2, day(7)],
      [2, day(14)],
      [2, day(21)],
      [2, day(28)],
    ]);
  });

  it("says the hours he was there, not those that were offered", () => {
    const late = ALL.map((mark, index) => (index === 1 ? { ...mark, minutes: 105 } : mark));
    const progress = courseProgress(DEFAULT_CURRICULUM, late);
    const modules = certificateDecision({ progress, hasValidCertificate: false });
    expect(modules.map(({ hours }) => hours)).toEqual([2, 1.75, 2, 2]);
  });

  it("is refused with the names of the missing modules", () => {
    const progress = courseProgress(DEFAULT_CURRICULUM, ALL.slice(0, 2));
    try {
      certificateDecision({ progress, hasValidCertificate: false });
      expect.unreachable();
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      expect(error.code).toBe("modules_missing");
      expect(error.facts).toEqual({ missing: "intercultural_competence,role_and_limits", count: 2 });
    }
  });

  it("is refused with the minutes that are missing when he kept leaving early", () => {
    const short = DEFAULT_CURRICULUM.modules.map(({ key }) => present(key, day(7), 60));
    try {
      certificateDecision({ progress: courseProgress(DEFAULT_CURRICULUM, short), hasValidCertificate: false });
      expect.unreachable();
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      expect([error.code, error.facts]).toEqual(["hours_missing", { minutes: 120 }]);
    }
  });

  it("is issued once, and revoked once", () => {
    const progress = courseProgress(DEFAULT_CURRICULUM, ALL);
    expect(refusalOf(() => certificateDecision({ progress, hasValidCertificate: true }))).toBe(
      "certificate_issued_already",
    );
    expect(refusalOf(() => requireStanding(standing))).toBeNull();
    expect(refusalOf(() => requireStanding({ ...standing, revokedAt: NOW }))).toBe("certificate_revoked_already");
    expect(refusalOf(() => requireStanding({ ...standing, replacedAt: NOW }))).toBe("certificate_replaced");
  });

  it("whatever he attends, it is issued exactly when every module and enough hours are there", () => {
    const { modules } = DEFAULT_CURRICULUM;
    const mark = fc.record({
      moduleKey: fc.constantFrom(...modules.map(({ key }) => key)),
      courseId: fc.constantFrom("winter", "spring"),
      heldAt: fc.integer({ min: 1, max: 60 }).map(day),
      mark: fc.constantFrom("present" as const, "absent" as const),
      minutes: fc.integer({ min: 0, max: 130 }),
    });
    fc.assert(
      fc.property(fc.array(mark, { maxLength: 12 }), fc.integer({ min: 0, max: 100 }), (marks, minHoursPercent) => {
        const curriculum = { ...DEFAULT_CURRICULUM, minHoursPercent };
        const minutesIn = (key: string) =>
          marks.reduce((sum, each) => sum + (each.moduleKey === key && each.mark === "present" ? each.minutes : 0), 0);
        const attended = modules.map(({ key, hours }) => Math.min(minutesIn(key), hours * 60));
        const total = attended.reduce((sum, minutes) => sum + minutes, 0);
        const isAllowed = attended.every((minutes) => minutes > 0) && total * 100 >= 480 * minHoursPercent;
        const progress = courseProgress(curriculum, marks);
        const refusal = refusalOf(() => certificateDecision({ progress, hasValidCertificate: false }));
        expect(refusal === null).toBe(isAllowed);
        if (refusal !== null) return;
        const certified = certificateDecision({ progress, hasValidCertificate: false });
        expect(certified.reduce((sum, { hours }) => sum + hours * 60, 0)).toBeCloseTo(total);
      }),
    );
  });
});

describe("what became of a certificate", () => {
  it("it is valid until its last day is over, in one instant", () => {
    expect(certificateState(standing, NOW)).toBe("valid");
    expect(certificateState({ ...standing, validUntil: NOW }, new Date(NOW.getTime() - 1))).toBe("valid");
    expect(certificateState({ ...standing, validUntil: NOW }, NOW)).toBe("expired");
  });

  it("revoked stays revoked and replaced stays replaced, also when the time is over", () => {
    const over = { ...standing, validUntil: day(1) };
    expect(certificateState({ ...over, revokedAt: day(2) }, NOW)).toBe("revoked");
    expect(certificateState({ ...over, replacedAt: day(2) }, NOW)).toBe("replaced");
  });

  it("its last day is as many months later as the curriculum says, and a month's last day at most", () => {
    expect(lastValidDay("2026-08-31", 18)).toBe("2028-02-29");
    expect(lastValidDay("2026-03-05", 24)).toBe("2028-03-05");
    expect(lastValidDay("2026-03-05", null)).toBeNull();
  });

  it("it is issued anew for a new name only", () => {
    const certificate = { ...standing, holderName: "Samira Haddad" };
    expect(refusalOf(() => requireReissue(certificate, "Samira Weber"))).toBeNull();
    expect(refusalOf(() => requireReissue(certificate, "Samira Haddad"))).toBe("certificate_name_unchanged");
    expect(refusalOf(() => requireReissue({ ...certificate, replacedAt: NOW }, "Samira Weber"))).toBe(
      "certificate_replaced",
    );
    expect(refusalOf(() => requireReissue({ ...certificate, revokedAt: NOW }, "Samira Weber"))).toBe(
      "certificate_revoked_already",
    );
  });
});
describe("the number of a certificate", () => {
  it("can be read out, and a slip of the pen is found", () => {
    expect(certificateNumber(2026, 123)).toBe(`AH-2026-000123-${damm("2026000123")}`);
    const numbers = fc.tuple(fc.integer({ min: 2000, max: 2999 }), fc.integer({ min: 0, max: 9_999_999 }));
    fc.assert(
      fc.property(numbers, fc.nat(20), fc.integer({ min: 1, max: 9 }), ([year, running], at, plus) => {
        const number = certificateNumber(year, running);
        expect(parseCertificateNumber(number)).toEqual({ year, running });
        expect(parseCertificateNumber(` ${number.toLowerCase().replaceAll("-", " ")} `)).toEqual({ year, running });
        const digit = number[at];
        if (digit === undefined || !/\d/.test(digit)) return;
        const wrong = number.slice(0, at) + String((Number(digit) + plus) % 10) + number.slice(at + 1);
        expect(parseCertificateNumber(wrong)).toBeNull();
      }),
    );
  });

  it("is nothing else: another text is no number", () => {
    for (const text of ["", "AH-2026", "XX-2026-000123-1", "AH-2026-000123"]) {
      expect(parseCertificateNumber(text)).toBeNull();
    }
  });
});
