import type { CourseForStaff, Roster } from "@augenhoehe/contract";
import { waitingList } from "@augenhoehe/domain";
import type { Tx } from "../../db/client.ts";
import { listCertificatesOfPeople } from "../../db/repositories/certificates.ts";
import { readCurriculumOf, readProgress } from "../../db/repositories/curricula.ts";
import { listEnrolledPeople } from "../../db/repositories/enrolments.ts";
import type { AppDeps } from "../../http/app-deps.ts";
import type { StaffActor } from "../../http/policy.ts";
import { accessCourse } from "../../training/course-access.ts";
import { displayName, rosterOf } from "../../training/roster.ts";
import { courseWarnings } from "./course-warnings.ts";

export const readCourse = (deps: AppDeps, actor: StaffActor, id: string): Promise<CourseForStaff> =>
  deps.db.withTenant(actor.networkId, async (tx) => {
    const access = await accessCourse(tx, actor, id, deps.clock());
    const roster = await rosterOf(tx, actor, access, deps.clock());
    const people = await listEnrolledPeople(tx, id);
    const waiting = waitingList(people).map(({ volunteerId }, index) => ({ volunteerId, position: index + 1 }));
    return {
      ...roster,
      offerHours: access.row.offerHours,
      warnings: await courseWarnings(tx, access, { locale: actor.locale, now: deps.clock() }),
      waitingList: waiting.flatMap(({ volunteerId, position }) => {
        const person = people.find((entry) => entry.volunteerId === volunteerId);
        const isVisible = access.mayManage || person?.providerId === actor.providerId;
        return person !== undefined && isVisible ? [{ volunteerId, displayName: displayName(person), position }] : [];
      }),
      certificates: await waysToCertificate(tx, access.row.curriculumId, roster.participants),
    };
  });

/** What each participant still lacks, and the certificate that counts: a valid one before a revoked one. */
async function waysToCertificate(
  tx: Tx,
  curriculumId: string,
  participants: Roster["participants"],
): Promise<CourseForStaff["certificates"]> {
  const ids = participants.map(({ volunteerId }) => volunteerId);
  const progress = await readProgress(tx, await readCurriculumOf(tx, curriculumId), ids);
  const issued = await listCertificatesOfPeople(tx, curriculumId, ids);
  return participants.map(({ volunteerId, displayName }) => {
    const own = issued.filter((certificate) => certificate.volunteerId === volunteerId);
    const certificate = own.find(({ revokedAt }) => revokedAt === null) ?? own[0];
    return {
      volunteerId,
      displayName,
      missingModules: progress.get(volunteerId)?.missing.map(({ title }) => title) ?? [],
      certificateId: certificate?.id ?? null,
      number: certificate?.number ?? null,
      revoked: certificate !== undefined && certificate.revokedAt !== null,
    };
  });
}
