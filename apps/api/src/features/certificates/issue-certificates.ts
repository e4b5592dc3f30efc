import type { EndpointOutput, endpoints } from "@augenhoehe/contract";
import { certificateDecision, Refusal, type CertifiedModule, type CourseProgress } from "@augenhoehe/domain";
import { dropExpiredCertificates } from "../../certificate/drop-expired.ts";
import type { Tx } from "../../db/client.ts";
import { listCourseMemberIds, listHolders, lockCandidates } from "../../db/repositories/certificates.ts";
import { readCurriculumOf, readProgress } from "../../db/repositories/curricula.ts";
import type { AppDeps } from "../../http/app-deps.ts";
import type { StaffActor } from "../../http/policy.ts";
import { manageCourse } from "../../training/course-access.ts";
import { handOut, type Graduate } from "./hand-out.ts";

type Outcome = EndpointOutput<typeof endpoints.issueCertificates>;

/** Everybody of the list who is ready gets one; a single person who is not ready is refused with what is missing. */
export const issueCertificates = (
  deps: AppDeps,
  actor: StaffActor,
  courseId: string,
  volunteerIds: "all" | readonly string[],
): Promise<Outcome> =>
  deps.db.withTenant(actor.networkId, async (tx) => {
    const { row: course } = await manageCourse(tx, actor, courseId, deps.clock());
    const members = await listCourseMemberIds(tx, courseId);
    const wanted = volunteerIds === "all" ? members : [...new Set(volunteerIds)];
    const known = new Set(members);
    if (!wanted.every((id) => known.has(id))) throw new Refusal("not_found");

    const candidates = await lockCandidates(tx, wanted);
    const curriculum = await readCurriculumOf(tx, course.curriculumId);
    const holders =
      curriculum.purpose === "top_up"
        ? await listHolders(tx, curriculum.id, wanted, deps.clock())
        : await holdersOfAny(deps, tx, candidates);
    const progress = await readProgress(tx, curriculum, wanted, deps.clock());
    const mayRefuse = volunteerIds !== "all" && wanted.length === 1;
    const outcome: Outcome = { issued: 0, lacking: 0, issuedBefore: 0 };
    const graduates: Graduate[] = [];
    for (const person of candidates) {
      const hasOne = holders.has(person.volunteerId);
      const modules = modulesFor(progress.get(person.volunteerId), hasOne, mayRefuse);
      if (modules !== null) graduates.push({ ...person, modules });
      else outcome[hasOne ? "issuedBefore" : "lacking"] += 1;
    }
    await handOut(deps, tx, actor, { course, curriculum, graduates });
    return { ...outcome, issued: graduates.length };
  });

/** Whose certificate of any course still counts; that of some may have expired since somebody last looked. */
async function holdersOfAny(
  deps: AppDeps,
  tx: Tx,
  candidates: Awaited<ReturnType<typeof lockCandidates>>,
): Promise<Set<string>> {
  const holding = candidates.filter(({ certificateId }) => certificateId !== null).map((person) => person.volunteerId);
  const expired = await dropExpiredCertificates(deps, tx, holding);
  return new Set(holding.filter((id) => !expired.includes(id)));
}

/** Null for somebody among many who is not ready or has a certificate already. */
function modulesFor(
  progress: CourseProgress | undefined,
  hasValidCertificate: boolean,
  mayRefuse: boolean,
): readonly CertifiedModule[] | null {
  if (progress === undefined) return null;
  try {
    return certificateDecision({ progress, hasValidCertificate });
  } catch (error) {
    if (mayRefuse || !(error instanceof Refusal)) throw error;
    return null;
  }
}
