import { foldText, type SpokenLanguage } from "@augenhoehe/domain";
import type { Tx } from "../../db/client.ts";
import { listImportedRows } from "../../db/repositories/imports.ts";
import { listHandedOver, listRequestsToRecognise } from "../../db/repositories/known-people.ts";
import { hiddenMenteeIds } from "../../db/repositories/protected-mentees.ts";
import type { StaffActor } from "../../http/policy.ts";
import { nameWithContact } from "../../spreadsheet/lines-seen.ts";
import type { Vault } from "../../vault.ts";
import type { RequestDraft } from "./read-request-row.ts";
import { NEW, type CandidateRow, type Recogniser } from "./recognise.ts";

type StoredPerson = Awaited<ReturnType<typeof listRequestsToRecognise>>[number];

/**
 * By the same row of an earlier list, by name and contact, and without a contact by name, district and languages.
 * People who are hidden from this coordinator are not recognised: the answer would tell that they are here.
 */
export async function recogniseRequests(
  vault: Vault,
  tx: Tx,
  actor: StaffActor,
  rows: readonly CandidateRow<RequestDraft>[],
): Promise<Recogniser> {
  const { providerId } = actor;
  const people = await listRequestsToRecognise(tx, providerId, await hiddenMenteeIds(tx, vault, actor));
  const ids = new Set(people.map(({ id }) => id));
  const imported = await listImportedRows(
    tx,
    providerId,
    "requests",
    rows.map(({ hash }) => hash),
  );
  const byHash = new Map(imported.map((row) => [row.rowHash, row.subjectId]));
  const handedOver = new Set(await listHandedOver(tx, providerId, [...byHash.values()]));
  const wanted = new Set(rows.map(({ read }) => foldText(read.identity.name)));
  const byKey = new Map<string, string>();
  for (const person of people.filter(({ chosenName }) => wanted.has(foldText(chosenName)))) {
    for (const key of keysOf(person, vault)) if (!byKey.has(key)) byKey.set(key, person.id);
  }
  return ({ hash, read: { identity, understood } }) => {
    const sameRow = byHash.get(hash);
    if (sameRow !== undefined && handedOver.has(sameRow)) return { kind: "known", subjectId: null };
    if (sameRow !== undefined && ids.has(sameRow)) return { kind: "known", subjectId: sameRow };
    const { name, phone, email, otherContact } = identity;
    const contacts = [phone, email, otherContact].filter((contact) => contact !== null);
    const same = contacts.map((contact) => byKey.get(nameWithContact(name, contact))).find((id) => id !== undefined);
    if (same !== undefined) return { kind: "known", subjectId: same };
    const key = withoutContact(name, understood.districtName, understood.languages);
    const sameName = contacts.length === 0 ? byKey.get(key) : undefined;
    if (sameName === undefined) return NEW;
    return { kind: "known", subjectId: sameName, hint: "same_name_without_contact" };
  };
}

function keysOf(person: StoredPerson, vault: Vault): string[] {
  const open = (column: string, sealed: string | null) =>
    sealed === null ? [] : [vault.open(sealed, { table: "mentees", column, rowId: person.menteeId })];
  const contacts = [
    ...open("phone_sealed", person.phoneSealed),
    ...open("email_sealed", person.emailSealed),
    ...open("other_contact_sealed", person.otherContactSealed),
  ];
  if (contacts.length > 0) return contacts.map((contact) => nameWithContact(person.chosenName, contact));
  return [withoutContact(person.chosenName, person.districtName, person.languages)];
}

const withoutContact = (name: string, district: string | null, languages: readonly SpokenLanguage[]): string =>
  nameWithContact(name, [district ?? "", ...languages.map(({ code }) => code).toSorted()].join("|"));
