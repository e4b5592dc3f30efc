import { and, desc, eq, inArray } from "drizzle-orm";
import type { Tx } from "../client.ts";
import { declarationTexts, signedDeclarations, volunteers } from "../schema/people.ts";

export type DeclarationTextRow = typeof declarationTexts.$inferSelect;

/** The newest secrecy declaration and agreement, in this order. */
export async function listCurrentTexts(tx: Tx): Promise<DeclarationTextRow[]> {
  const rows = await tx
    .select()
    .from(declarationTexts)
    .where(inArray(declarationTexts.kind, ["secrecy", "agreement"]))
    .orderBy(desc(declarationTexts.version));
  const newest = (kind: DeclarationTextRow["kind"]) => rows.find((row) => row.kind === kind);
  return [newest("secrecy"), newest("agreement")].filter((row) => row !== undefined);
}

export const listSigned = (tx: Tx, volunteerId: string) =>
  tx
    .select()
    .from(signedDeclarations)
    .where(eq(signedDeclarations.volunteerId, volunteerId))
    .orderBy(desc(signedDeclarations.version));

/** False when this version was signed before; the volunteer's own row remembers the newest version. */
export async function signDeclaration(
  tx: Tx,
  row: Pick<typeof signedDeclarations.$inferInsert, "volunteerId" | "kind" | "version" | "signedAt">,
): Promise<boolean> {
  const inserted = await tx
    .insert(signedDeclarations)
    .values({ ...row, networkId: tx.networkId, onPaper: false })
    .onConflictDoNothing()
    .returning({ id: signedDeclarations.id });
  if (inserted.length === 0) return false;
  await tx
    .update(volunteers)
    .set(row.kind === "secrecy" ? { secrecyVersion: row.version } : { agreementVersion: row.version })
    .where(and(eq(volunteers.networkId, tx.networkId), eq(volunteers.id, row.volunteerId)));
  return true;
}
