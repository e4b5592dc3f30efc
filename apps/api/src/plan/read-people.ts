import { createHash } from "node:crypto";
import { Email, Name, type ImportField, type ImportKind } from "@augenhoehe/contract";
import { mayInvolveMinors, slotsToMask, type IsoDate, type Slot } from "@augenhoehe/domain";
import type { MatchMentor, RoundRequest } from "@augenhoehe/domain/matching";
import { z } from "zod";
import { LinesSeen } from "../spreadsheet/lines-seen.ts";
import type { MappedRow } from "../spreadsheet/mapped-rows.ts";
import { readOffer } from "../spreadsheet/read-offer.ts";
import { readPhone } from "../spreadsheet/read-person.ts";
import type { ReadingScene } from "../spreadsheet/reading-scene.ts";
import { readWish } from "../spreadsheet/read-wish.ts";
import { checkDraft, readName } from "../spreadsheet/row-checks.ts";
import type { RowCells } from "../spreadsheet/row-cells.ts";
import type { CellNote } from "./problem.ts";
import { notesOf, type PlanList } from "./read-list.ts";

/** A person of the plan with the row they come from. */
export interface Listed<Person> {
  readonly line: number;
  readonly name: string;
  readonly person: Person;
}

export interface ListRead<Person> {
  readonly people: readonly Listed<Person>[];
  readonly notes: readonly CellNote[];
  /** Rows that could not be used. */
  readonly leftOut: number;
}

export interface RequestsRead extends ListRead<RoundRequest> {
  /** How many need an interpreter. */
  readonly interpreting: number;
}

/**
 * Lists say nothing about interview, course, declarations or Führungszeugnis: everybody in the list of volunteers
 * counts as ready, and every tandem they offer as a free place.
 */
export function readVolunteers(list: PlanList, scene: ReadingScene): ListRead<MatchMentor> {
  return readEach("volunteers", list, ["firstName", "lastName", "fullName"], (cells, id): MatchMentor => {
    const { slots, districtName: _, capacity, menteeGender, forWhom, since: __, ...person } = readOffer(cells, scene);
    return {
      ...{ ...person, id, slots: maskOf(slots), capacity: capacity ?? 1 },
      wishes: { menteeGender, menteeAgeBands: [], forWhom },
      ...{ gaps: [], hasValidFuehrungszeugnis: true, clearedForProtected: false },
      ...{ paused: false, openTandems: 0, openProposals: 0 },
    };
  });
}

export function readRequests(
  list: PlanList,
  scene: ReadingScene,
  { interpretersAgreed, arrivalOf }: { interpretersAgreed: boolean; arrivalOf: (day: IsoDate | null) => Date },
): RequestsRead {
  const interpreting = new Set<string>();
  const read = readEach("requests", list, ["chosenName"], (cells, id): RoundRequest => {
    const wish = readWish(cells, scene);
    if (wish.interpreterNeeded) interpreting.add(id);
    const { slots, districtName: _, mentorGender, since, eveningOnly, interpreterNeeded, ...person } = wish;
    return {
      ...{ ...person, id, slots: maskOf(slots) },
      wishes: { mentorGender, mentorAgeBands: [], eveningOnly },
      interpreterAgreed: interpreterNeeded && interpretersAgreed,
      ...{ involvesMinors: mayInvolveMinors(person), inReceptionCentre: false, protected: false },
      ...{ waitingSince: arrivalOf(since).getTime(), declined: [], former: [] },
    };
  });
  return { ...read, interpreting: read.people.filter(({ person }) => interpreting.has(person.id)).length };
}

const maskOf = (slots: readonly Slot[] | null): number | null => (slots === null ? null : slotsToMask(slots));

function readEach<Person>(
  kind: ImportKind,
  list: PlanList,
  nameFields: readonly ImportField[],
  read: (cells: RowCells, id: string) => Person,
): ListRead<Person> {
  const seen = new LinesSeen(kind);
  const notes: CellNote[] = [];
  const people: Listed<Person>[] = [];
  for (const { line, row, told } of list.rows) {
    const name = readFullName(row, nameFields);
    const person = read(row, idOf(kind, told));
    checkDraft(row, z.object({ name: Name }), { name }, { name: nameFields });
    const before = row.hasErrors ? null : seen.note({ line, hash: told, identity: { name, ...contactsOf(row) } });
    if (before !== null) row.remark([], "same_as_line", { line: before });
    if (!row.hasErrors && before === null) people.push({ line, name, person });
    notes.push(...notesOf(list, line, row));
  }
  return { people, notes, leftOut: list.rows.length - people.length };
}

/** First and last name, or the one column there is. */
function readFullName(row: RowCells, fields: readonly ImportField[]): string {
  const [first, last, full] = fields.map((field) => ({ field, text: row.text(field) }));
  const both = [first, last].filter((part) => part !== undefined && part.text !== "");
  const parts = both.length > 0 ? both : [full].filter((part) => part !== undefined && part.text !== "");
  if (parts.length === 0) return readName(row, fields, "");
  return parts.flatMap((part) => (part === undefined ? [] : [readName(row, [part.field], part.text)])).join(" ");
}

/** Contacts are looked at for one thing only: whether two rows are the same person. */
function contactsOf(row: MappedRow["row"]) {
  const otherContact = row.text("otherContact");
  return {
    email: Email.safeParse(row.text("email")).data ?? null,
    phone: readPhone(row.text("phone"))?.stored ?? null,
    otherContact: otherContact === "" ? null : otherContact,
  };
}

/** The same for the same row wherever it stands, so that the order of rows decides nothing. */
const idOf = (kind: ImportKind, told: string): string =>
  createHash("sha256").update(`${kind}\n${told}`).digest("hex").slice(0, 24);
