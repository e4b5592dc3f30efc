import { PAGE_SIZE, type Activity, type EndpointOutput, type endpoints } from "@augenhoehe/contract";
import type { z } from "zod";
import { listActivityRows, readSubjectNames, type ActivityRow } from "../../db/repositories/activity-log.ts";
import { hiddenMenteeIds } from "../../db/repositories/protected-mentees.ts";
import type { AppDeps } from "../../http/app-deps.ts";
import type { AccountActor } from "../../http/policy.ts";
import type { Vault } from "../../vault.ts";

type Query = z.output<typeof endpoints.listActivities.query>;
type List = EndpointOutput<typeof endpoints.listActivities>;

/** Names are joined here and never stored: an erased person is gone from the log too. */
export function listActivities(deps: AppDeps, actor: AccountActor, { page, subjectId }: Query): Promise<List> {
  return deps.db.withTenant(actor.networkId, async (tx) => {
    const { providerId } = actor;
    const filter = { providerId, subjectId, hiddenMenteeIds: await hiddenMenteeIds(tx, deps.vault, actor) };
    const { rows, total } = await listActivityRows(tx, filter, { offset: (page - 1) * PAGE_SIZE, limit: PAGE_SIZE });
    const ids = new Set(rows.flatMap(({ activity }) => activity.subjectId ?? []));
    const names = providerId === null ? new Map<string, string>() : await readSubjectNames(tx, providerId, [...ids]);
    return { items: rows.map((row) => activityView(row, names, deps.vault)), total, page, pageSize: PAGE_SIZE };
  });
}

function activityView(
  { activity, accountName }: ActivityRow,
  names: ReadonlyMap<string, string>,
  vault: Vault,
): Activity {
  const { id, at, actorKind, action, subjectKind, subjectId, facts, reasonSealed } = activity;
  const place = { table: "activities", column: "reason_sealed", rowId: id };
  return {
    id,
    at: at.toISOString(),
    actorKind,
    who: accountName,
    action,
    subjectKind,
    subjectId,
    subjectName: subjectId === null ? null : (names.get(subjectId) ?? null),
    facts,
    reason: reasonSealed === null ? null : vault.open(reasonSealed, place),
  };
}
