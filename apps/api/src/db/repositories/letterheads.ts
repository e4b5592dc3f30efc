import { eq, inArray } from "drizzle-orm";
import type { Tx } from "../client.ts";
import { letterheads, logos } from "../schema/certificates.ts";

export type LogoRow = Pick<typeof logos.$inferSelect, "id" | "contentType" | "bytes">;
export type Letterhead = Pick<typeof letterheads.$inferSelect, "logoId" | "signatoryName" | "signatoryRole">;

const NONE: Letterhead = { logoId: null, signatoryName: "", signatoryRole: "" };

/** Empty until somebody has written one. */
export async function readLetterheadOf(tx: Tx, providerId: string): Promise<Letterhead> {
  const { logoId, signatoryName, signatoryRole } = letterheads;
  const [row] = await tx
    .select({ logoId, signatoryName, signatoryRole })
    .from(letterheads)
    .where(eq(letterheads.providerId, providerId));
  return row ?? NONE;
}

export async function saveLetterhead(
  tx: Tx,
  providerId: string,
  values: Letterhead & { readonly updatedAt: Date },
): Promise<void> {
  await tx
    .insert(letterheads)
    .values({ ...values, networkId: tx.networkId, providerId })
    .onConflictDoUpdate({ target: [letterheads.networkId, letterheads.providerId], set: values });
}

/** The same picture is kept once, and never changed. */
export async function keepLogo(tx: Tx, logo: LogoRow & { readonly createdAt: Date }): Promise<void> {
  await tx
    .insert(logos)
    .values({ ...logo, networkId: tx.networkId })
    .onConflictDoNothing();
}

export async function readLogos(tx: Tx, ids: readonly string[]): Promise<LogoRow[]> {
  if (ids.length === 0) return [];
  return tx
    .select({ id: logos.id, contentType: logos.contentType, bytes: logos.bytes })
    .from(logos)
    .where(inArray(logos.id, [...ids]));
}
