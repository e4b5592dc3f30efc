import type { EndpointOutput, endpoints, ParsedInput } from "@augenhoehe/contract";
import { Refusal } from "@augenhoehe/domain";
import { insertImportedRows, lockListsOf, updateImport, type ImportRecord } from "../../db/repositories/imports.ts";
import type { AppDeps } from "../../http/app-deps.ts";
import type { StaffActor } from "../../http/policy.ts";
import { createRequests } from "./create-requests.ts";
import { createVolunteers } from "./create-volunteers.ts";
import { sealCells, withoutUnread } from "./import-cells.ts";
import { interpretImport, type InterpretedImport } from "./interpret-import.ts";
import { requireLockedImport } from "./require-import.ts";

type Endpoint = typeof endpoints.applyImport;
type Body = ParsedInput<Endpoint>["body"];

/** Creates everybody new among the chosen lines, at once or not at all. No mail goes out. */
export function applyImport(
  deps: AppDeps,
  actor: StaffActor,
  id: string,
  { rows: chosenLines, consentGiven = false }: Body,
): Promise<EndpointOutput<Endpoint>> {
  return deps.db.withTenant(actor.networkId, async (tx) => {
    const record = await requireLockedImport(tx, actor, id);
    if (record.kind === "requests" && !consentGiven) throw new Refusal("consent_missing");
    await lockListsOf(tx, actor.providerId);
    const read = await interpretImport(deps, tx, actor, record);
    const chosen = chooseRows(read, chosenLines);
    const created =
      chosen.kind === "volunteers"
        ? await createVolunteers(deps, tx, record, chosen.rows)
        : await createRequests(deps, tx, record, chosen.rows);
    await insertImportedRows(
      tx,
      created.map((row) => ({ ...row, kind: record.kind, providerId: actor.providerId, importId: id })),
    );
    await updateImport(tx, id, {
      ...appliedColumns(record, created, deps.clock()),
      ...(read.cells === null
        ? {}
        : { cellsSealed: sealCells(deps.vault, id, withoutUnread(read.cells, record.mapping)) }),
    });
    const leftOut = chosen.rows.filter(({ view }) => view.status === "error").length;
    const result = { created: created.length, unchanged: chosen.rows.length - leftOut - created.length, leftOut };
    await deps.recordActivity(tx, {
      actor,
      action: "import_applied",
      subjectKind: "import",
      subjectId: id,
      facts: { kind: record.kind, consentGiven, ...result },
    });
    return result;
  });
}

function chooseRows(read: InterpretedImport, lines: Body["rows"]): InterpretedImport {
  const wanted = lines === "all" ? null : new Set(lines);
  const isChosen = ({ view }: { view: { line: number } }) => wanted === null || wanted.has(view.line);
  const chosen: InterpretedImport =
    read.kind === "volunteers"
      ? { ...read, rows: read.rows.filter(isChosen) }
      : { ...read, rows: read.rows.filter(isChosen) };
  if (chosen.rows.length === 0) throw new Refusal("import_nothing_chosen");
  return chosen;
}

/** A repeat that creates nobody leaves the import as it was. */
function appliedColumns(record: ImportRecord, created: readonly { subjectId: string }[], now: Date) {
  if (created.length === 0) return { appliedAt: record.appliedAt ?? now };
  return {
    appliedAt: now,
    undoneAt: null,
    createdIds: [...record.createdIds, ...created.map(({ subjectId }) => subjectId)],
  };
}
