import { certificateNumber, lastValidDay, type CertifiedModule } from "@augenhoehe/domain";
import { letterheadContent, newCertificate } from "../../certificate/new-certificate.ts";
import { endOfDay } from "../../certificate/end-of-day.ts";
import type { Tx } from "../../db/client.ts";
import {
  insertCertificates,
  nextCertificateRunning,
  setVolunteerCertificates,
} from "../../db/repositories/certificates.ts";
import { readCourseIssuer, type CourseRow } from "../../db/repositories/courses.ts";
import type { StoredCurriculum } from "../../db/repositories/curricula.ts";
import { noteEligibilities } from "../../db/repositories/eligibility.ts";
import type { Participant } from "../../db/repositories/enrolments.ts";
import { readLetterheadOf } from "../../db/repositories/letterheads.ts";
import type { AppDeps } from "../../http/app-deps.ts";
import type { StaffActor } from "../../http/policy.ts";
import { localDayOf } from "../../local-time.ts";
import { tellParticipants } from "../../training/course-mails.ts";
import { displayName } from "../../training/roster.ts";

/** Somebody who is ready, with what they attended. */
export type Graduate = Participant & { readonly modules: readonly CertifiedModule[] };

interface HandOut {
  readonly course: CourseRow;
  readonly curriculum: StoredCurriculum;
  readonly graduates: readonly Graduate[];
}

/** A certificate for each of these people, however many: one statement a table, numbers without a gap. */
export async function handOut(
  deps: AppDeps,
  tx: Tx,
  actor: StaffActor,
  { course, curriculum, graduates }: HandOut,
): Promise<void> {
  if (graduates.length === 0) return;
  const now = deps.clock();
  const { timeZone, issuer, curriculumTitle } = await readCourseIssuer(tx, course);
  const letterhead = letterheadContent(await readLetterheadOf(tx, course.providerId));
  const today = localDayOf(now, timeZone);
  const year = Number(today.slice(0, 4));
  const first = await nextCertificateRunning(tx, year);
  const isTopUp = curriculum.purpose === "top_up";
  const validUntil = endOfDay(isTopUp ? null : lastValidDay(today, curriculum.validityMonths), timeZone);
  const rows = graduates.map((person, index) =>
    newCertificate(deps.vault, {
      volunteerId: person.volunteerId,
      curriculumId: curriculum.id,
      number: certificateNumber(year, first + index),
      content: {
        holderName: displayName(person),
        curriculumTitle,
        issuer,
        modules: person.modules.map(({ title, hours, heldAt }) => ({
          title,
          hours,
          heldOn: localDayOf(heldAt, timeZone),
        })),
        ...(isTopUp ? { isTopUp } : {}),
        wording: curriculum.certificateText,
        unitMinutes: curriculum.unitMinutes,
        ...letterhead,
      },
      issuedAt: now,
      issuedBy: actor.accountId,
      validUntil,
    }),
  );
  await insertCertificates(tx, rows);
  const certificateOf = new Map(rows.map((row) => [row.volunteerId, row]));
  if (!isTopUp) {
    await setVolunteerCertificates(
      tx,
      rows.map(({ id }) => id),
    );
    await noteEligibilities(tx, [...certificateOf.keys()], now);
  }
  if (validUntil !== null) {
    await deps.jobs.enqueue(tx, "lapse_certificates", { networkId: tx.networkId }, validUntil);
  }
  await deps.recordActivities(
    tx,
    graduates.map(({ volunteerId, providerId }) => ({
      actor,
      action: "certificate_issued",
      subjectKind: "volunteer",
      subjectId: volunteerId,
      facts: {
        certificateId: certificateOf.get(volunteerId)?.id ?? null,
        number: certificateOf.get(volunteerId)?.number ?? null,
      },
      providerId,
    })),
  );
  await tellParticipants(deps, tx, graduates, "certificate_issued", ({ firstName, volunteerId }) => ({
    firstName,
    curriculumTitle,
    number: certificateOf.get(volunteerId)?.number ?? "",
  }));
}
