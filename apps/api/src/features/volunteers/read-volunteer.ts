import type { EndpointOutput, endpoints } from "@augenhoehe/contract";
import { eligibilityGaps, nextSteps } from "@augenhoehe/domain";
import { dropExpiredCertificates } from "../../certificate/drop-expired.ts";
import type { Tx } from "../../db/client.ts";
import { findCurriculumOfVolunteer, readProgress } from "../../db/repositories/curricula.ts";
import { eligibilityFactsOf, readCurrentVersions, type CurrentVersions } from "../../db/repositories/eligibility.ts";
import { listAttendedTopUps } from "../../db/repositories/top-ups.ts";
import {
  listCertificatesOf,
  listEnrolmentsOf,
  listMarksOf,
  listProposalsOf,
  listTandemsOf,
} from "../../db/repositories/volunteer-history.ts";
import { hiddenMenteeIds } from "../../db/repositories/protected-mentees.ts";
import { findAccountName, listSignedDeclarations } from "../../db/repositories/volunteers-for-staff.ts";
import type { AppDeps } from "../../http/app-deps.ts";
import type { StaffActor } from "../../http/policy.ts";
import { isCleared } from "../../people/protection-clearance.ts";
import { profileOf } from "../../people/volunteer-profile.ts";
import { certificateSummary } from "../../certificate/certificate-summary.ts";
import { readFuehrungszeugnis } from "../../people/fuehrungszeugnis-entry.ts";
import { requireVolunteer } from "./require-volunteer.ts";

type Detail = EndpointOutput<typeof endpoints.readVolunteer>;
type Row = Awaited<ReturnType<typeof requireVolunteer>>;

export function readVolunteer(deps: AppDeps, actor: StaffActor, id: string): Promise<Detail> {
  return deps.db.withTenant(actor.networkId, async (tx) => {
    await dropExpiredCertificates(deps, tx, [id]);
    const row = await requireVolunteer(tx, actor, id);
    const versions = await readCurrentVersions(tx);
    const facts = eligibilityFactsOf(row, versions);
    const gaps = eligibilityGaps(facts);
    const marks = await listMarksOf(tx, id);
    const scope = { providerId: actor.providerId, hiddenMenteeIds: await hiddenMenteeIds(tx, deps.vault, actor) };
    const curriculum = await findCurriculumOfVolunteer(tx, id);
    const progress = curriculum && (await readProgress(tx, curriculum, [id])).get(id);
    const fuehrungszeugnis = await readFuehrungszeugnis(deps, tx, row);
    return {
      id,
      status: row.status,
      eligible: gaps.length === 0 && row.status !== "paused",
      gaps,
      nextSteps: nextSteps({
        ...facts,
        attendedModules: progress?.attendedCount ?? 0,
        totalModules: curriculum?.modules.length ?? 0,
        courseComplete: progress?.isComplete ?? false,
        needsFuehrungszeugnis: fuehrungszeugnis.needed,
        hasValidFuehrungszeugnis: fuehrungszeugnis.entry?.valid ?? false,
      }),
      profile: profileOf(row, deps.vault),
      email: row.email,
      appliedAt: row.createdAt.toISOString(),
      interview: await interviewOf(deps, tx, row),
      declarations: await declarationsOf(tx, id, versions),
      fuehrungszeugnis: fuehrungszeugnis.entry,
      fuehrungszeugnisNeeded: fuehrungszeugnis.needed,
      certificateOverride: overrideOf(deps, row),
      clearedForProtected: isCleared(deps.vault, id, row.protectionClearanceSealed),
      certificates: (await listCertificatesOf(tx, id)).map((certificate) => certificateSummary(deps, certificate)),
      courses: (await listEnrolmentsOf(tx, id)).map((course) => ({
        ...course,
        attendedModules: marks
          .filter((mark) => mark.courseId === course.id && mark.mark === "present")
          .map((mark) => mark.moduleKey),
      })),
      topUps: (await listAttendedTopUps(tx, [id])).map(({ volunteerId: _, heldAt, ...topUp }) => ({
        ...topUp,
        heldAt: heldAt.toISOString(),
      })),
      proposals: (await listProposalsOf(tx, id, scope)).map((proposal) => ({
        ...proposal,
        createdAt: proposal.createdAt.toISOString(),
      })),
      tandems: (await listTandemsOf(tx, id, scope)).map((tandem) => ({
        ...tandem,
        startedAt: tandem.startedAt.toISOString(),
      })),
    };
  });
}

async function interviewOf(deps: AppDeps, tx: Tx, row: Row): Promise<Detail["interview"]> {
  if (row.interviewedOn === null) return null;
  const place = { table: "volunteers", column: "interview_note_sealed", rowId: row.id };
  return {
    heldOn: row.interviewedOn,
    note: row.interviewNoteSealed === null ? "" : deps.vault.open(row.interviewNoteSealed, place),
    by: row.interviewedBy === null ? "" : ((await findAccountName(tx, row.interviewedBy)) ?? ""),
  };
}

async function declarationsOf(tx: Tx, id: string, versions: CurrentVersions): Promise<Detail["declarations"]> {
  return (await listSignedDeclarations(tx, id)).map(({ kind, version, signedAt, onPaper }) => ({
    kind,
    version,
    signedAt: signedAt.toISOString(),
    onPaper,
    current: version === versions[kind],
  }));
}

function overrideOf(deps: AppDeps, row: Row): Detail["certificateOverride"] {
  if (row.certificateOverrideReasonSealed === null || row.certificateOverrideAt === null) return null;
  const place = { table: "volunteers", column: "certificate_override_reason_sealed", rowId: row.id };
  return {
    reason: deps.vault.open(row.certificateOverrideReasonSealed, place),
    at: row.certificateOverrideAt.toISOString(),
  };
}
