import type { EndpointOutput, endpoints } from "@augenhoehe/contract";
import { Refusal } from "@augenhoehe/domain";
import type { Tx } from "../../db/client.ts";
import {
  deleteRequests,
  deleteVolunteers,
  lockImportedRequests,
  lockImportedVolunteers,
  requestsWorkedWith,
  volunteersWorkedWith,
} from "../../db/repositories/imported-people.ts";
import { deleteImportedRows, updateImport, type ImportRecord } from "../../db/repositories/imports.ts";
import { hiddenMenteeIds } from "../../db/repositories/protected-mentees.ts";
import type { AppDeps } from "../../http/app-deps.ts";
import type { StaffActor } from "../../http/policy.ts";
import { requireLockedImport } from "./require-import.ts";

type Endpoint = typeof endpoints.undoImport;

interface Undone {
  readonly removedIds: readonly string[];
  readonly kept: readonly { readonly id: string; readonly name: string }[];
}

/** Removes whom the import created; whoever has been worked with since stays and is named. */
export function undoImport(deps: AppDeps, actor: StaffActor, id: string): Promise<EndpointOutput<Endpoint>> {
  return deps.db.withTenant(actor.networkId, async (tx) => {
    const record = await requireLockedImport(tx, actor, id);
    if (record.createdIds.length === 0) throw new Refusal("import_not_applied");
    const { removedIds, kept } =
      record.kind === "volunteers" ? await undoVolunteers(tx, record) : await undoRequests(deps, tx, actor, record);
    if (removedIds.length === 0) throw new Refusal("import_undo_blocked");
    await deleteImportedRows(tx, removedIds);
    const removed = new Set(removedIds);
    const createdIds = record.createdIds.filter((created) => !removed.has(created));
    await updateImport(tx, id, { createdIds, undoneAt: deps.clock() });
    await deps.recordActivity(tx, {
      actor,
      action: "import_undone",
      subjectKind: "import",
      subjectId: id,
      facts: { kind: record.kind, removed: removedIds.length, kept: createdIds.length },
    });
    return { removed: removedIds.length, kept: [...kept] };
  });
}

async function undoVolunteers(tx: Tx, { providerId, createdIds }: ImportRecord): Promise<Undone> {
  const rows = await lockImportedVolunteers(tx, providerId, createdIds);
  const worked = await volunteersWorkedWith(
    tx,
    rows.map(({ id }) => id),
  );
  const removedIds = rows.map(({ id }) => id).filter((id) => !worked.has(id));
  await deleteVolunteers(tx, removedIds);
  const kept = rows.filter(({ id }) => worked.has(id));
  return { removedIds, kept: kept.map(({ id, firstName, lastName }) => ({ id, name: `${firstName} ${lastName}` })) };
}

/** Somebody under another's protection has been worked with, and is not named. */
async function undoRequests(
  { vault }: AppDeps,
  tx: Tx,
  actor: StaffActor,
  { providerId, createdIds }: ImportRecord,
): Promise<Undone> {
  const rows = await lockImportedRequests(tx, providerId, createdIds);
  const worked = await requestsWorkedWith(tx, rows);
  const removed = rows.filter(({ id }) => !worked.has(id));
  await deleteRequests(tx, removed);
  const hidden = new Set(await hiddenMenteeIds(tx, vault, actor));
  const kept = rows.filter(({ id, menteeId }) => worked.has(id) && !hidden.has(menteeId));
  return {
    removedIds: removed.map(({ id }) => id),
    kept: kept.map(({ id, chosenName }) => ({ id, name: chosenName })),
  };
}
