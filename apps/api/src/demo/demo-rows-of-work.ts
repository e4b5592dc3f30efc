import { DEFAULT_CURRICULUM } from "@augenhoehe/domain";
import { hashCertificateCode } from "../certificate/certificate-code.ts";
import type { CertificateContent } from "../db/schema/certificates.ts";
import type { DemoRows } from "../db/repositories/demo-rows.ts";
import { demoRowsOfAttendance } from "./demo-attendance.ts";
import type { DemoPlace } from "./demo-rows-of-people.ts";
import type { DemoSession } from "./demo-training.ts";
import type { Demo } from "./generate-demo.ts";

type TrainingRows = Pick<
  DemoRows,
  | "courses"
  | "courseTrainers"
  | "courseSessions"
  | "enrolments"
  | "sessionBookings"
  | "attendances"
  | "attendanceChanges"
  | "certificates"
>;
type PairingRows = Pick<DemoRows, "mentorRequests" | "proposals" | "tandems">;
type StammtischRows = Pick<DemoRows, "stammtische" | "stammtischAnswers" | "stammtischTopics">;

const TWO_DAYS_MS = 48 * 60 * 60 * 1000;

/** A course that is still ahead takes registrations until then; one that runs already takes latecomers. */
const twoDaysBefore = (first: DemoSession | undefined): Date | null =>
  first === undefined || first.day <= 2 ? null : new Date(first.startsAt.getTime() - TWO_DAYS_MS);

export function demoRowsOfTraining(
  demo: Demo,
  { vault, curriculumId, ...place }: DemoPlace,
  letterhead: Pick<CertificateContent, "logoId" | "signatory">,
): TrainingRows {
  const { training, definition, mentors, accounts } = demo;
  const organiser = definition.providers[0];
  if (organiser === undefined) throw new Error("A demo needs a provider");
  const trainer = accounts.find(({ roles }) => roles.includes("trainer"));
  const mentorById = new Map(mentors.map((mentor) => [mentor.id, mentor]));
  return {
    courses: training.courses.map(({ id, title, places, createdAt, sessions }) => ({
      id,
      providerId: place.providerId(organiser.key),
      curriculumId,
      title,
      places,
      registrationClosesAt: twoDaysBefore(sessions[0]),
      createdAt,
    })),
    courseTrainers:
      trainer === undefined ? [] : training.courses.map(({ id }) => ({ courseId: id, accountId: trainer.id })),
    courseSessions: training.courses.flatMap(({ id: courseId, sessions }) =>
      sessions.map(({ id, moduleKey, startsAt, endsAt, place: where }) => ({
        id,
        courseId,
        moduleKey,
        startsAt,
        endsAt,
        place: where,
        sequence: 0,
      })),
    ),
    enrolments: training.enrolments.map((enrolment) => ({
      ...enrolment,
      queuedAt: afterInterview(enrolment, mentorById.get(enrolment.volunteerId)?.journey.interviewedOn ?? null),
    })),
    sessionBookings: training.bookings,
    ...demoRowsOfAttendance(demo, trainer?.id ?? null),
    certificates: training.certificates.map((certificate) => {
      const holder = mentorById.get(certificate.volunteerId);
      const seal = (plain: string, column: string): string =>
        vault.seal(plain, { table: "certificates", column, rowId: certificate.id });
      return {
        id: certificate.id,
        volunteerId: certificate.volunteerId,
        curriculumId,
        number: certificate.number,
        codeHash: hashCertificateCode(certificate.code),
        codeSealed: seal(certificate.code, "code_sealed"),
        content: {
          holderName: `${holder?.firstName ?? ""} ${holder?.lastName ?? ""}`.trim(),
          curriculumTitle: DEFAULT_CURRICULUM.title,
          issuer: organiser.name,
          modules: certificate.modules.map((module) => ({ ...module })),
          wording: "",
          unitMinutes: 60,
          ...letterhead,
        },
        issuedAt: certificate.issuedAt,
        issuedBy: place.coordinatorId(organiser.key),
        revokedAt: certificate.revokedReason === null ? null : (holder?.journey.leftAt ?? null),
        revokedReasonSealed:
          certificate.revokedReason === null ? null : seal(certificate.revokedReason, "revoked_reason_sealed"),
      };
    }),
  };
}

/** Who has a place asked for it the day after the interview, or later; the order of the waiting list stays. */
function afterInterview({ status, queuedAt }: Demo["training"]["enrolments"][number], day: string | null): Date {
  if (status !== "enrolled" || day === null) return queuedAt;
  const dayAfter = new Date(`${day}T18:00:00Z`).getTime() + 24 * 60 * 60 * 1000;
  return new Date(Math.max(queuedAt.getTime(), dayAfter));
}

export function demoRowsOfPairings(
  demo: Pick<Demo, "requests" | "proposals" | "tandems">,
  { vault, ...place }: DemoPlace,
): PairingRows {
  return {
    mentorRequests: demo.requests.map((request) => ({
      id: request.id,
      providerId: place.providerId(request.providerKey),
      menteeId: request.menteeId,
      ...request.state,
      kind: request.kind,
      languages: [...request.languages],
      district: request.district,
      reachKm: request.reachKm,
      slots: request.slots,
      topics: [...request.topics],
      interests: [...request.interests],
      forWhom: request.forWhom,
      wishes: { ...request.wishes, mentorAgeBands: [...request.wishes.mentorAgeBands] },
      interpreterNeeded: request.interpreterNeeded,
      interpreterAgreed: request.interpreterAgreed,
      involvesMinors: request.involvesMinors,
      inReceptionCentre: request.inReceptionCentre,
      via: "demo",
      submittedAt: request.submittedAt,
    })),
    proposals: demo.proposals.map(({ providerKey, ...proposal }) => ({
      ...proposal,
      providerId: place.providerId(providerKey),
      createdBy: place.coordinatorId(providerKey),
    })),
    tandems: demo.tandems.map(({ providerKey, place: where, ...tandem }) => ({
      ...tandem,
      providerId: place.providerId(providerKey),
      contactAccountId: place.coordinatorId(providerKey),
      firstMeetingSealed: vault.seal(JSON.stringify({ place: where, accompaniedBy: "Koordination (Demo)" }), {
        table: "tandems",
        column: "first_meeting_sealed",
        rowId: tandem.id,
      }),
    })),
  };
}

export function demoRowsOfStammtische(demo: Demo, place: DemoPlace): StammtischRows {
  return {
    stammtische: demo.stammtische.map(({ answers: _answers, raisedTopics: _topics, providerKey, ...stammtisch }) => ({
      ...stammtisch,
      providerId: place.providerId(providerKey),
      sequence: 0,
    })),
    stammtischAnswers: demo.stammtische.flatMap(({ id, answers }) =>
      answers.map((answer) => ({ ...answer, stammtischId: id })),
    ),
    stammtischTopics: demo.stammtische.flatMap(({ id, raisedTopics }) =>
      raisedTopics.map((topicKey) => ({ topicKey, stammtischId: id })),
    ),
  };
}
