import { and, eq } from "drizzle-orm";
import type { Vault } from "../../vault.ts";
import type { Tx } from "../client.ts";
import { mentees } from "../schema/people.ts";

/** Whether somebody must be protected from being found, and who alone works with them. */
export interface Protection {
  readonly isProtected: boolean;
  /** The coordinator who set the flag; null lets every coordinator of the provider in, and no counsellor. */
  readonly inChargeId: string | null;
}

/** What of the person asking decides whether they see somebody who is protected. */
export interface ProtectionViewer {
  readonly accountId: string;
  readonly providerId: string | null;
  readonly roles: readonly string[];
}

const placeOf = (menteeId: string) => ({ table: "mentees", column: "protection_sealed", rowId: menteeId });

/** Every answer is sealed at the same length: a stolen table must not tell by its lengths who is protected. */
const SEALED_LENGTH = "yes:00000000-0000-0000-0000-000000000000".length;

export function sealProtection(vault: Vault, menteeId: string, { isProtected, inChargeId }: Protection): string {
  const answer = isProtected ? "yes" : "no";
  const told = isProtected && inChargeId !== null ? `${answer}:${inChargeId}` : answer;
  return vault.seal(told.padEnd(SEALED_LENGTH), placeOf(menteeId));
}

export function openProtection(vault: Vault, mentee: { id: string; protectionSealed: string }): Protection {
  const [answer, inChargeId] = vault.open(mentee.protectionSealed, placeOf(mentee.id)).trimEnd().split(":");
  return { isProtected: answer === "yes", inChargeId: inChargeId ?? null };
}

/** A protected person is seen by the coordinator in charge alone; for everybody else they do not exist. */
export function seesMentee({ isProtected, inChargeId }: Protection, viewer: ProtectionViewer): boolean {
  if (!isProtected) return true;
  return inChargeId === null ? viewer.roles.includes("coordinator") : inChargeId === viewer.accountId;
}

/** People of the own provider who must be in no list, search, count or export of this viewer. */
export async function hiddenMenteeIds(tx: Tx, vault: Vault, viewer: ProtectionViewer): Promise<string[]> {
  if (viewer.providerId === null) return [];
  const people = await listProtections(tx, vault, viewer.providerId);
  return people.filter(({ protection }) => !seesMentee(protection, viewer)).map(({ id }) => id);
}

/** Everybody of a provider who is under protection, whoever asks: they leave the house in no file. */
export async function listProtectedMenteeIds(tx: Tx, vault: Vault, providerId: string): Promise<string[]> {
  const people = await listProtections(tx, vault, providerId);
  return people.filter(({ protection }) => protection.isProtected).map(({ id }) => id);
}

async function listProtections(tx: Tx, vault: Vault, providerId: string) {
  const rows = await tx
    .select({ id: mentees.id, protectionSealed: mentees.protectionSealed })
    .from(mentees)
    .where(and(eq(mentees.networkId, tx.networkId), eq(mentees.providerId, providerId)));
  return rows.map((mentee) => ({ id: mentee.id, protection: openProtection(vault, mentee) }));
}
