import type { endpoints, ParsedInput } from "@augenhoehe/contract";
import { decideFuehrungszeugnis, Refusal } from "@augenhoehe/domain";
import { removeFuehrungszeugnis, upsertFuehrungszeugnis } from "../../db/repositories/volunteers-for-staff.ts";
import type { AppDeps } from "../../http/app-deps.ts";
import type { StaffActor } from "../../http/policy.ts";
import { readToday } from "../../db/repositories/time-zone.ts";
import { needsFuehrungszeugnis, sealFuehrungszeugnis } from "../../people/fuehrungszeugnis-entry.ts";
import { requireLockedVolunteer } from "./require-volunteer.ts";

type Body = ParsedInput<typeof endpoints.recordFuehrungszeugnis>["body"];

export function recordFuehrungszeugnis(deps: AppDeps, actor: StaffActor, id: string, body: Body) {
  return deps.db.withTenant(actor.networkId, async (tx) => {
    const row = await requireLockedVolunteer(tx, actor, id);
    if (row.status === "left") throw new Refusal("already_left");
    const now = deps.clock();
    const today = await readToday(tx, now);
    const entry = decideFuehrungszeugnis(body, { isNeeded: needsFuehrungszeugnis(row), today });
    await upsertFuehrungszeugnis(tx, {
      networkId: tx.networkId,
      volunteerId: id,
      entrySealed: sealFuehrungszeugnis(deps.vault, id, entry),
      recordedBy: actor.accountId,
      recordedAt: now,
    });
    await deps.recordActivity(tx, {
      actor,
      action: "fuehrungszeugnis_recorded",
      subjectKind: "volunteer",
      subjectId: id,
    });
    return { done: true as const };
  });
}

export function deleteFuehrungszeugnis(deps: AppDeps, actor: StaffActor, id: string) {
  return deps.db.withTenant(actor.networkId, async (tx) => {
    await requireLockedVolunteer(tx, actor, id);
    if (!(await removeFuehrungszeugnis(tx, id))) throw new Refusal("not_found");
    await deps.recordActivity(tx, {
      actor,
      action: "fuehrungszeugnis_deleted",
      subjectKind: "volunteer",
      subjectId: id,
    });
    return { done: true as const };
  });
}
