import type { EndpointOutput, endpoints, ParsedInput } from "@augenhoehe/contract";
import { requireStammtischAhead } from "@augenhoehe/domain";
import { updateStammtischRow } from "../../db/repositories/stammtische.ts";
import type { AppDeps } from "../../http/app-deps.ts";
import type { StaffActor } from "../../http/policy.ts";
import { planReminders } from "../../training/plan-reminders.ts";
import { requireStammtisch, stammtischColumns } from "./require-stammtisch.ts";
import { tellThoseComing } from "./tell-guests.ts";

type Body = ParsedInput<typeof endpoints.updateStammtisch>["body"];

/** Moves or changes a date; saving it unchanged tells nobody. */
export function updateStammtisch(
  deps: AppDeps,
  actor: StaffActor,
  id: string,
  body: Body,
): Promise<EndpointOutput<typeof endpoints.updateStammtisch>> {
  return deps.db.withTenant(actor.networkId, async (tx) => {
    const now = deps.clock();
    const before = await requireStammtisch(tx, actor, id);
    requireStammtischAhead(before, now);
    const columns = await stammtischColumns(tx, body, now);
    const isMoved =
      columns.startsAt.getTime() !== before.startsAt.getTime() ||
      columns.endsAt.getTime() !== before.endsAt.getTime() ||
      columns.place !== before.place;
    if (!isMoved && columns.topics === before.topics) return { done: true };
    const after = { ...before, ...columns, sequence: before.sequence + 1 };
    await updateStammtischRow(tx, id, { ...columns, sequence: after.sequence });
    if (isMoved) await planReminders(deps, tx, [{ subject: "stammtisch", id, startsAt: after.startsAt }]);
    await tellThoseComing(deps, tx, "stammtisch_changed", after);
    const facts = { moved: isMoved };
    await deps.recordActivity(tx, {
      actor,
      action: "stammtisch_changed",
      subjectKind: "stammtisch",
      subjectId: id,
      facts,
    });
    return { done: true };
  });
}
