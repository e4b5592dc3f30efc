import type { endpoints, ParsedInput } from "@augenhoehe/contract";
import { decideVolunteer } from "@augenhoehe/domain";
import { noteEligibility } from "../../db/repositories/eligibility.ts";
import { updateVolunteerRow } from "../../db/repositories/volunteers-for-staff.ts";
import type { AppDeps } from "../../http/app-deps.ts";
import { InputError } from "../../http/input-error.ts";
import type { StaffActor } from "../../http/policy.ts";
import { readToday } from "../../db/repositories/time-zone.ts";
import { requireLockedVolunteer } from "./require-volunteer.ts";

type Body = ParsedInput<typeof endpoints.recordInterview>["body"];

export function recordInterview(deps: AppDeps, actor: StaffActor, id: string, { heldOn, note }: Body) {
  return deps.db.withTenant(actor.networkId, async (tx) => {
    const row = await requireLockedVolunteer(tx, actor, id);
    const now = deps.clock();
    if (heldOn > (await readToday(tx, now))) throw new InputError([{ path: "heldOn", code: "date_in_future" }]);
    const status = decideVolunteer(row.status, "record_interview", row.interviewedOn !== null);
    const place = { table: "volunteers", column: "interview_note_sealed", rowId: id };
    await updateVolunteerRow(tx, id, {
      status,
      interviewedOn: heldOn,
      interviewNoteSealed: note === "" ? null : deps.vault.seal(note, place),
      interviewedBy: actor.accountId,
    });
    await noteEligibility(tx, id, now);
    await deps.recordActivity(tx, { actor, action: "interview_recorded", subjectKind: "volunteer", subjectId: id });
    return { done: true as const };
  });
}
