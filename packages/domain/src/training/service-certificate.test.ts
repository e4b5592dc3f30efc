import { describe, expect, it } from "vitest";
import { refusalOf } from "../test-support/refusal-of.ts";
import { requireServiceOver, serviceMinutes, wrongDayOfService } from "./service-certificate.ts";

describe("a certificate of service", () => {
  it("is for somebody who has left, and once", () => {
    expect(refusalOf(() => requireServiceOver("left", false))).toBeNull();
    expect(refusalOf(() => requireServiceOver("left", true))).toBe("certificate_issued_already");
    for (const status of ["applied", "interviewed", "in_training", "paused"] as const) {
      expect(refusalOf(() => requireServiceOver(status, false))).toBe("service_certificate_not_left");
    }
  });

  it("looks back: it begins before it ends, and it has ended", () => {
    expect(wrongDayOfService({ from: "2024-02-01", until: "2026-03-01" }, "2026-03-01")).toBeNull();
    expect(wrongDayOfService({ from: "2026-03-01", until: "2026-03-01" }, "2026-03-01")).toBeNull();
    expect(wrongDayOfService({ from: "2026-03-02", until: "2026-03-01" }, "2026-03-10")).toBe("from");
    expect(wrongDayOfService({ from: "2024-02-01", until: "2026-03-11" }, "2026-03-10")).toBe("until");
  });

  it("adds up training, meetings and accompaniment", () => {
    const hours = { trainingMinutes: 450, stammtischHours: 6, accompanimentHours: 120 };
    expect(serviceMinutes({ from: "2024-02-01", until: "2026-03-01", ...hours })).toBe(450 + 126 * 60);
  });
});
