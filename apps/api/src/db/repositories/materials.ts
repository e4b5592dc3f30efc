import { and, asc, eq, sql } from "drizzle-orm";
import type { Tx } from "../client.ts";
import { materialFiles, moduleMaterials } from "../schema/course-room.ts";

export type MaterialRow = typeof moduleMaterials.$inferSelect;
type FileFacts = Pick<MaterialRow, "fileName" | "contentType" | "sizeBytes" | "uploadedBy" | "uploadedAt">;

/** In the order in which they were put there. */
export const listCourseMaterials = (tx: Tx, courseId: string): Promise<MaterialRow[]> =>
  tx
    .select()
    .from(moduleMaterials)
    .where(eq(moduleMaterials.courseId, courseId))
    .orderBy(asc(moduleMaterials.uploadedAt), asc(moduleMaterials.fileName), asc(moduleMaterials.id));

export async function countCourseMaterials(tx: Tx, courseId: string): Promise<number> {
  const [row] = await tx
    .select({ count: sql<number>`count(*)`.mapWith(Number) })
    .from(moduleMaterials)
    .where(eq(moduleMaterials.courseId, courseId));
  return row?.count ?? 0;
}

export async function findMaterial(tx: Tx, id: string): Promise<MaterialRow | undefined> {
  const [row] = await tx.select().from(moduleMaterials).where(eq(moduleMaterials.id, id));
  return row;
}

export async function insertMaterial(
  tx: Tx,
  row: FileFacts & Pick<MaterialRow, "id" | "courseId" | "moduleKey">,
  bytes: Buffer,
): Promise<void> {
  const { networkId } = tx;
  await tx.insert(moduleMaterials).values({ ...row, networkId });
  await tx.insert(materialFiles).values({ networkId, materialId: row.id, bytes });
}

/** False when somebody has deleted it meanwhile. */
export async function replaceMaterialFile(tx: Tx, id: string, facts: FileFacts, bytes: Buffer): Promise<boolean> {
  const changed = await tx
    .update(moduleMaterials)
    .set(facts)
    .where(eq(moduleMaterials.id, id))
    .returning({ id: moduleMaterials.id });
  await tx.update(materialFiles).set({ bytes }).where(eq(materialFiles.materialId, id));
  return changed.length > 0;
}

/** The bytes go with it. */
export async function deleteMaterialRow(tx: Tx, id: string): Promise<void> {
  await tx.delete(moduleMaterials).where(eq(moduleMaterials.id, id));
}

export async function readMaterialBytes(tx: Tx, id: string): Promise<Buffer | undefined> {
  const [row] = await tx
    .select({ bytes: materialFiles.bytes })
    .from(materialFiles)
    .where(and(eq(materialFiles.networkId, tx.networkId), eq(materialFiles.materialId, id)));
  return row?.bytes;
}
