import { foldText } from "@augenhoehe/domain";
import type { Tx } from "../../db/client.ts";
import { listImportedRows } from "../../db/repositories/imports.ts";
import { listTakenAddresses, listVolunteersToRecognise } from "../../db/repositories/known-people.ts";
import { nameWithContact } from "../../spreadsheet/lines-seen.ts";
import type { Vault } from "../../vault.ts";
import { NEW, type CandidateRow, type Recogniser } from "./recognise.ts";

/** By the same row of an earlier list, by the address, by name and phone, and by the name alone where no contact is told. */
export async function recogniseVolunteers(
  vault: Vault,
  tx: Tx,
  providerId: string,
  rows: readonly CandidateRow[],
): Promise<Recogniser> {
  const hashes = rows.map(({ hash }) => hash);
  const emails = rows.flatMap(({ read }) => (read.identity.email === null ? [] : [read.identity.email]));
  const people = await listVolunteersToRecognise(tx, providerId);
  const ids = new Set(people.map(({ id }) => id));
  const byHash = new Map(
    (await listImportedRows(tx, providerId, "volunteers", hashes)).map((row) => [row.rowHash, row.subjectId]),
  );
  const byEmail = new Map((await listTakenAddresses(tx, emails)).map((taken) => [taken.email, taken.volunteerId]));
  const wanted = new Set(rows.map(({ read }) => foldText(read.identity.name)));
  const byName = new Map<string, string>();
  for (const { id, firstName, lastName, phoneSealed } of people) {
    const name = foldText(`${firstName} ${lastName}`);
    if (!wanted.has(name)) continue;
    byName.set(name, id);
    const place = { table: "volunteers", column: "phone_sealed", rowId: id };
    if (phoneSealed !== null) byName.set(nameWithContact(name, vault.open(phoneSealed, place)), id);
  }
  return ({ hash, read: { identity } }) => {
    const { name, email, phone } = identity;
    const sameRow = byHash.get(hash);
    if (sameRow !== undefined && ids.has(sameRow)) return { kind: "known", subjectId: sameRow };
    if (email !== null && byEmail.has(email)) {
      const subjectId = byEmail.get(email) ?? null;
      return subjectId !== null && ids.has(subjectId) ? { kind: "known", subjectId } : { kind: "taken" };
    }
    const sameContact = phone === null ? undefined : byName.get(nameWithContact(name, phone));
    if (sameContact !== undefined) return { kind: "known", subjectId: sameContact };
    const sameName = email === null && phone === null ? byName.get(foldText(name)) : undefined;
    if (sameName === undefined) return NEW;
    return { kind: "known", subjectId: sameName, hint: "same_name_without_contact" };
  };
}
