import type { EndpointOutput, endpoints, ImportField } from "@augenhoehe/contract";
import { isNeverRead } from "@augenhoehe/domain";
import { deleteImport, updateImport, type ImportRecord } from "../../db/repositories/imports.ts";
import type { AppDeps } from "../../http/app-deps.ts";
import { InputError } from "../../http/input-error.ts";
import type { StaffActor } from "../../http/policy.ts";
import { openCells } from "./import-cells.ts";
import { FIRST_PAGE, fieldsOf, importView } from "./import-view.ts";
import { interpretImport } from "./interpret-import.ts";
import { requireLockedImport, requireNothingCreated } from "./require-import.ts";

type Mapping = (ImportField | null)[];

/** A field once at most, of this kind of list, and never on a column that holds what is not stored. */
export function remapImport(
  deps: AppDeps,
  actor: StaffActor,
  id: string,
  mapping: Mapping,
): Promise<EndpointOutput<typeof endpoints.remapImport>> {
  return deps.db.withTenant(actor.networkId, async (tx) => {
    const record = await requireLockedImport(tx, actor, id);
    requireNothingCreated(record);
    requireGoodMapping(record, mapping, openCells(deps.vault, record)?.columns ?? []);
    await updateImport(tx, id, { mapping });
    const remapped = { ...record, mapping };
    return importView(remapped, await interpretImport(deps, tx, actor, remapped), FIRST_PAGE);
  });
}

function requireGoodMapping({ kind }: ImportRecord, mapping: Mapping, columns: readonly string[]): void {
  const allowed = fieldsOf(kind);
  const issues = mapping.flatMap((field, column) => {
    const header = columns[column];
    const path = `mapping.${column}`;
    if (field === null) return [];
    if (header === undefined || !allowed.includes(field)) return [{ path, code: "invalid_choice" }];
    if (isNeverRead(header)) return [{ path, code: "never_read" }];
    return mapping.indexOf(field) < column ? [{ path, code: "duplicate" }] : [];
  });
  if (issues.length > 0) throw new InputError(issues);
}

export function discardImport(deps: AppDeps, actor: StaffActor, id: string) {
  return deps.db.withTenant(actor.networkId, async (tx) => {
    requireNothingCreated(await requireLockedImport(tx, actor, id));
    await deleteImport(tx, id);
    return { done: true as const };
  });
}
