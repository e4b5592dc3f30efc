import { randomUUID } from "node:crypto";
import {
  certificateDecision,
  certificateNumber,
  Refusal,
  type CertifiedModule,
  type CourseProgress,
} from "@augenhoehe/domain";
import { hashCertificateCode, newCertificateCode } from "../../certificate/certificate-code.ts";
import type { Tx } from "../../db/client.ts";
import {
  insertCertificate,
  lockCandidates,
  nextCertificateRunning,
  setVolunteerCertificate,
} from "../../db/repositories/certificates.ts";
import { readCourseIssuer, type CourseRow } from "../../db/repositories/courses.ts";
import { readCurriculumOf, readProgress } from "../../db/repositories/curricula.ts";
import { noteEligibility } from "../../db/repositories/eligibility.ts";
import type { AppDeps } from "../../http/app-deps.ts";
import type { StaffActor } from "../../http/policy.ts";
import { localDayOf } from "../../local-time.ts";
import { manageCourse } from "../../training/course-access.ts";
import { tellParticipants } from "../../training/course-mails.ts";
import { rosterOf } from "../../training/roster.ts";

type Candidate = Awaited<ReturnType<typeof lockCandidates>>[number];

/** Everybody of the list who is ready gets one; a single person who is not ready is refused with what is missing. */
export const issueCertificates = (
  deps: AppDeps,
  actor: StaffActor,
  courseId: string,
  volunteerIds: readonly string[],
) =>
  deps.db.withTenant(actor.networkId, async (tx) => {
    const access = await manageCourse(tx, actor, courseId, deps.clock());
    const { participants } = await rosterOf(tx, actor, access, deps.clock());
    const wanted = [...new Set(volunteerIds)];
    const isParticipant = (id: string) => participants.some(({ volunteerId }) => volunteerId === id);
    if (!wanted.every(isParticipant)) throw new Refusal("not_found");

    const candidates = await lockCandidates(tx, wanted);
    const curriculum = await readCurriculumOf(tx, access.row.curriculumId);
    const progress = await readProgress(tx, curriculum, wanted);
    let issued = 0;
    for (const candidate of candidates) {
      const modules = attendedModules(candidate, progress.get(candidate.volunteerId), wanted.length === 1);
      if (modules === null) continue;
      await issueOne(deps, tx, actor, access.row, candidate, modules);
      issued += 1;
    }
    return { issued };
  });

/** Null for somebody among many who is not ready or has a certificate already. */
function attendedModules(
  candidate: Candidate,
  progress: CourseProgress | undefined,
  refuse: boolean,
): readonly CertifiedModule[] | null {
  if (progress === undefined) return null;
  try {
    return certificateDecision({ progress, hasValidCertificate: candidate.certificateId !== null });
  } catch (error) {
    if (refuse || !(error instanceof Refusal)) throw error;
    return null;
  }
}

async function issueOne(
  deps: AppDeps,
  tx: Tx,
  actor: StaffActor,
  course: CourseRow,
  candidate: Candidate,
  modules: readonly CertifiedModule[],
): Promise<void> {
  const now = deps.clock();
  const { timeZone, issuer, curriculumTitle } = await readCourseIssuer(tx, course);
  const year = Number(localDayOf(now, timeZone).slice(0, 4));
  const number = certificateNumber(year, await nextCertificateRunning(tx, year));
  const id = randomUUID();
  const code = newCertificateCode();
  await insertCertificate(tx, {
    id,
    volunteerId: candidate.volunteerId,
    curriculumId: course.curriculumId,
    number,
    codeHash: hashCertificateCode(code),
    codeSealed: deps.vault.seal(code, { table: "certificates", column: "code_sealed", rowId: id }),
    content: {
      holderName: `${candidate.firstName} ${candidate.lastName}`,
      curriculumTitle,
      issuer,
      modules: modules.map(({ title, hours, heldAt }) => ({ title, hours, heldOn: localDayOf(heldAt, timeZone) })),
    },
    issuedAt: now,
    issuedBy: actor.accountId,
  });
  await setVolunteerCertificate(tx, candidate.volunteerId, id);
  await noteEligibility(tx, candidate.volunteerId, now);
  await deps.recordActivity(tx, {
    actor,
    action: "certificate_issued",
    subjectKind: "volunteer",
    subjectId: candidate.volunteerId,
    facts: { certificateId: id, number },
    providerId: candidate.providerId,
  });
  await tellParticipants(deps, tx, [candidate], "certificate_issued", ({ firstName }) => ({
    firstName,
    curriculumTitle,
    number,
  }));
}
