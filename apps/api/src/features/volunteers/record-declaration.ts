import { randomUUID } from "node:crypto";
import type { endpoints, ParsedInput } from "@augenhoehe/contract";
import { Refusal } from "@augenhoehe/domain";
import { noteEligibility, readCurrentVersions } from "../../db/repositories/eligibility.ts";
import { insertSignedDeclaration, updateVolunteerRow } from "../../db/repositories/volunteers-for-staff.ts";
import type { AppDeps } from "../../http/app-deps.ts";
import { InputError } from "../../http/input-error.ts";
import type { StaffActor } from "../../http/policy.ts";
import { readToday } from "../../db/repositories/time-zone.ts";
import { requireLockedVolunteer } from "./require-volunteer.ts";

type Body = ParsedInput<typeof endpoints.recordDeclaration>["body"];

/** A declaration of the current version that was signed on paper. */
export function recordDeclaration(deps: AppDeps, actor: StaffActor, id: string, { kind, signedOn }: Body) {
  return deps.db.withTenant(actor.networkId, async (tx) => {
    const row = await requireLockedVolunteer(tx, actor, id);
    if (row.status === "left") throw new Refusal("already_left");
    const now = deps.clock();
    if (signedOn > (await readToday(tx, now))) throw new InputError([{ path: "signedOn", code: "date_in_future" }]);
    const version = (await readCurrentVersions(tx))[kind];
    const inserted = await insertSignedDeclaration(tx, {
      networkId: tx.networkId,
      id: randomUUID(),
      volunteerId: id,
      kind,
      version,
      signedAt: new Date(`${signedOn}T12:00:00Z`),
      onPaper: true,
      recordedBy: actor.accountId,
    });
    if (!inserted) throw new Refusal("already_signed");
    await updateVolunteerRow(tx, id, kind === "secrecy" ? { secrecyVersion: version } : { agreementVersion: version });
    await noteEligibility(tx, id, now);
    const facts = { kind, version };
    await deps.recordActivity(tx, {
      actor,
      action: "declaration_recorded",
      subjectKind: "volunteer",
      subjectId: id,
      facts,
    });
    return { done: true as const };
  });
}
