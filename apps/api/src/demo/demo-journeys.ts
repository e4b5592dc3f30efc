import { eligibilityGaps, type VolunteerStatus } from "@augenhoehe/domain";
import { FIRST_TEXT_VERSION } from "../networks/declaration-text.ts";
import type { DemoCalendar } from "./demo-calendar.ts";
import type { DemoTraining } from "./demo-training.ts";
import type { DemoStage, DemoVolunteer } from "./demo-volunteers.ts";
import type { SeededRandom } from "./seeded-random.ts";

/** What is on record about a volunteer besides the profile; eligibility is computed from it, never set. */
export interface DemoJourney {
  readonly status: VolunteerStatus;
  readonly createdAt: Date;
  readonly interviewedOn: string | null;
  readonly interviewNote: string | null;
  readonly secrecySignedAt: Date | null;
  readonly agreementSignedAt: Date | null;
  /** Only while it is valid. */
  readonly certificateId: string | null;
  readonly override: { readonly at: Date; readonly reason: string } | null;
  /** Since when nothing is missing; null while something is. */
  readonly eligibleSince: Date | null;
  readonly pausedAt: Date | null;
  readonly leftAt: Date | null;
  readonly fuehrungszeugnis: { readonly inspectedOn: string; readonly certificateDate: string } | null;
}

export interface DemoMentor extends DemoVolunteer {
  readonly journey: DemoJourney;
}

const STATUS_OF: Readonly<Record<DemoStage, VolunteerStatus>> = {
  applied: "applied",
  interviewed: "interviewed",
  waiting: "interviewed",
  in_course: "in_training",
  enrolled: "in_training",
  missed: "in_training",
  uncertified: "in_training",
  unsigned: "in_training",
  eligible: "in_training",
  paused: "paused",
  left: "left",
};

/** How likely somebody of a stage has signed by now. */
const SIGNED_SHARE: Readonly<Record<DemoStage, { readonly secrecy: number; readonly agreement: number }>> = {
  applied: { secrecy: 0, agreement: 0 },
  interviewed: { secrecy: 0.2, agreement: 0 },
  waiting: { secrecy: 0.3, agreement: 0.1 },
  in_course: { secrecy: 0.8, agreement: 0.3 },
  enrolled: { secrecy: 0.4, agreement: 0.1 },
  missed: { secrecy: 1, agreement: 0.5 },
  uncertified: { secrecy: 1, agreement: 0.5 },
  unsigned: { secrecy: 1, agreement: 0 },
  eligible: { secrecy: 1, agreement: 1 },
  paused: { secrecy: 1, agreement: 1 },
  left: { secrecy: 1, agreement: 1 },
};

const INTERVIEW_NOTES = [
  "Demo: Möchte am liebsten beim Deutschlernen helfen, bringt Geduld mit.",
  "Demo: War selbst im Ausland und weiß, wie sich Ankommen anfühlt.",
  "Demo: Hat beruflich mit Verwaltung zu tun, erklärt Briefe gern.",
  "Demo: Wünscht sich jemanden aus der Nähe, ist viel mit dem Rad unterwegs.",
] as const;
const OVERRIDE_REASON = "Demo: Hat einen vergleichbaren Kurs in einer anderen Stadt besucht, Nachweis lag vor.";

export function addJourneys(
  random: SeededRandom,
  calendar: DemoCalendar,
  volunteers: readonly DemoVolunteer[],
  training: DemoTraining,
): DemoMentor[] {
  const certificateOf = new Map(
    training.certificates
      .filter(({ revokedReason }) => revokedReason === null)
      .map((certificate) => [certificate.volunteerId, certificate]),
  );
  const firstDayOf = new Map<string, number>();
  for (const { courseId, volunteerId } of training.enrolments) {
    const course = training.courses.find(({ id }) => id === courseId);
    firstDayOf.set(volunteerId, course?.sessions[0]?.day ?? 0);
  }
  return volunteers.map((volunteer) => {
    const certificate = certificateOf.get(volunteer.id);
    const firstDay = Math.min(firstDayOf.get(volunteer.id) ?? 0, -1);
    const journey = journeyOf(random, calendar, volunteer, { firstDay, certificate: certificate ?? null });
    return { ...volunteer, journey };
  });
}

function journeyOf(
  random: SeededRandom,
  calendar: DemoCalendar,
  { stage, wishes }: DemoVolunteer,
  { firstDay, certificate }: { firstDay: number; certificate: DemoTraining["certificates"][number] | null },
): DemoJourney {
  const status = STATUS_OF[stage];
  const interviewDay = firstDay - random.between(3, 25);
  const interviewed = status !== "applied";
  const signedLate = stage === "eligible" && random.chance(0.05);
  const signedDay = (): number =>
    signedLate ? -random.between(1, 6) : random.between(Math.min(interviewDay, -1), firstDay);
  const signs = (share: number): Date | null => (random.chance(share) ? calendar.at(signedDay(), 19) : null);
  const secrecySignedAt = signs(SIGNED_SHARE[stage].secrecy);
  const agreementSignedAt = signs(SIGNED_SHARE[stage].agreement);
  const override =
    stage === "eligible" && certificate === null
      ? { at: calendar.at(-random.between(2, 9), 11), reason: OVERRIDE_REASON }
      : null;
  const gaps = eligibilityGaps({
    status,
    interviewed,
    secrecySignedVersion: secrecySignedAt === null ? null : FIRST_TEXT_VERSION,
    secrecyCurrentVersion: FIRST_TEXT_VERSION,
    agreementSignedVersion: agreementSignedAt === null ? null : FIRST_TEXT_VERSION,
    agreementCurrentVersion: FIRST_TEXT_VERSION,
    hasValidCertificate: certificate !== null,
    certificateOverride: override !== null,
  });
  const steps = [secrecySignedAt, agreementSignedAt, certificate?.issuedAt ?? override?.at ?? null];
  return {
    status,
    createdAt: calendar.at(interviewed ? interviewDay - random.between(4, 30) : -random.between(1, 25), 20),
    interviewedOn: interviewed ? calendar.day(interviewDay) : null,
    interviewNote: interviewed ? random.pick(INTERVIEW_NOTES) : null,
    secrecySignedAt,
    agreementSignedAt,
    certificateId: certificate?.id ?? null,
    override,
    eligibleSince: gaps.length === 0 ? new Date(Math.max(...steps.map((step) => step?.getTime() ?? 0))) : null,
    pausedAt: status === "paused" ? calendar.at(-random.between(5, 60), 12) : null,
    leftAt: status === "left" ? calendar.at(-random.between(10, 60), 12) : null,
    fuehrungszeugnis:
      stage === "eligible" && wishes.forWhom.length === 0 && random.chance(0.35)
        ? inspected(calendar, random.between(20, 200), random.between(5, 40))
        : null,
  };
}

/** Only for those who may meet children: nobody else is asked for one. */
function inspected(calendar: DemoCalendar, daysAgo: number, ageDays: number): DemoJourney["fuehrungszeugnis"] {
  return { inspectedOn: calendar.day(-daysAgo), certificateDate: calendar.day(-daysAgo - ageDays) };
}
