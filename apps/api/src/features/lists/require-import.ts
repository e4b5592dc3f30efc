import { Refusal } from "@augenhoehe/domain";
import type { Tx } from "../../db/client.ts";
import { findImport, lockImport, type ImportRecord } from "../../db/repositories/imports.ts";

/** An import of the actor's own provider; any other id answers `not_found`. */
export async function requireImport(tx: Tx, actor: { providerId: string }, id: string): Promise<ImportRecord> {
  const record = await findImport(tx, actor.providerId, id);
  if (record === undefined) throw new Refusal("not_found");
  return record;
}

/** The same, locked until the transaction ends. */
export async function requireLockedImport(tx: Tx, actor: { providerId: string }, id: string): Promise<ImportRecord> {
  const record = await lockImport(tx, actor.providerId, id);
  if (record === undefined) throw new Refusal("not_found");
  return record;
}

/** While people stand in the network because of it, its mapping stays and it cannot be thrown away. */
export function requireNothingCreated({ createdIds }: ImportRecord): void {
  if (createdIds.length > 0) throw new Refusal("import_applied_already");
}
