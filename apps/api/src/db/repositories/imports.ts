import { and, desc, eq, inArray, lt, ne, sql } from "drizzle-orm";
import type { ImportKind } from "@augenhoehe/contract";
import type { Tx } from "../client.ts";
import { importedRows, imports } from "../schema/people.ts";

export type ImportRecord = typeof imports.$inferSelect;

const own = (providerId: string, id: string) => and(eq(imports.id, id), eq(imports.providerId, providerId));

export async function insertImport(tx: Tx, row: Omit<typeof imports.$inferInsert, "networkId">): Promise<ImportRecord> {
  const [inserted] = await tx
    .insert(imports)
    .values({ ...row, networkId: tx.networkId })
    .returning();
  if (inserted === undefined) throw new Error("The import was not stored");
  return inserted;
}

export async function findImport(tx: Tx, providerId: string, id: string): Promise<ImportRecord | undefined> {
  const [row] = await tx.select().from(imports).where(own(providerId, id));
  return row;
}

/** The same, and nobody else applies, changes or undoes it until the transaction ends. */
export async function lockImport(tx: Tx, providerId: string, id: string): Promise<ImportRecord | undefined> {
  const [row] = await tx.select().from(imports).where(own(providerId, id)).for("update");
  return row;
}

/** Two lists of one provider are taken over one after the other, so that the second sees what the first created. */
export async function lockListsOf(tx: Tx, providerId: string): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`${tx.networkId}:${providerId}:lists`}, 0))`);
}

export async function updateImport(tx: Tx, id: string, values: Partial<typeof imports.$inferInsert>): Promise<void> {
  await tx.update(imports).set(values).where(eq(imports.id, id));
}

export async function deleteImport(tx: Tx, id: string): Promise<void> {
  await tx.delete(imports).where(eq(imports.id, id));
}

export const listImportsOf = (tx: Tx, providerId: string) =>
  tx
    .select({
      id: imports.id,
      kind: imports.kind,
      fileName: imports.fileName,
      createdAt: imports.createdAt,
      appliedAt: imports.appliedAt,
      undoneAt: imports.undoneAt,
      created: sql<number>`cardinality(${imports.createdIds})`,
    })
    .from(imports)
    .where(eq(imports.providerId, providerId))
    .orderBy(desc(imports.createdAt), desc(imports.id))
    .limit(100);

/** Previews nobody took over go, and the cells of the others: what was created stays, and can be taken back. */
export async function forgetCells(tx: Tx, before: Date): Promise<void> {
  const isOld = lt(imports.createdAt, before);
  await tx.delete(imports).where(and(isOld, sql`cardinality(${imports.createdIds}) = 0`));
  await tx
    .update(imports)
    .set({ cellsSealed: "" })
    .where(and(isOld, ne(imports.cellsSealed, "")));
}

export async function listImportedRows(
  tx: Tx,
  providerId: string,
  kind: ImportKind,
  hashes: readonly string[],
): Promise<{ rowHash: string; subjectId: string }[]> {
  if (hashes.length === 0) return [];
  return tx
    .select({ rowHash: importedRows.rowHash, subjectId: importedRows.subjectId })
    .from(importedRows)
    .where(
      and(
        eq(importedRows.providerId, providerId),
        eq(importedRows.kind, kind),
        inArray(importedRows.rowHash, [...hashes]),
      ),
    );
}

/** Rows are stored in pieces: the parameters of one statement are counted in 16 bits. */
const ROWS_AT_ONCE = 1000;

function* piecesOf<Row>(rows: readonly Row[]): Generator<Row[]> {
  for (let start = 0; start < rows.length; start += ROWS_AT_ONCE) yield rows.slice(start, start + ROWS_AT_ONCE);
}

/** Somebody who was taken over before and is not to be found any more gives their line to the new person. */
export async function insertImportedRows(
  tx: Tx,
  rows: readonly Omit<typeof importedRows.$inferInsert, "networkId">[],
): Promise<void> {
  for (const piece of piecesOf(rows)) {
    await tx
      .insert(importedRows)
      .values(piece.map((row) => ({ ...row, networkId: tx.networkId })))
      .onConflictDoUpdate({
        target: [importedRows.networkId, importedRows.providerId, importedRows.kind, importedRows.rowHash],
        set: { subjectId: sql`excluded.subject_id`, importId: sql`excluded.import_id` },
      });
  }
}

export async function deleteImportedRows(tx: Tx, subjectIds: readonly string[]): Promise<void> {
  if (subjectIds.length === 0) return;
  await tx.delete(importedRows).where(inArray(importedRows.subjectId, [...subjectIds]));
}
