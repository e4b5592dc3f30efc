import type { CellRemark, ImportKind } from "@augenhoehe/contract";
import { foldText } from "@augenhoehe/domain";
import type { ReadRow } from "./read-person.ts";

/** A row before it is decided whether it brings somebody new. */
export interface CandidateRow<Draft = unknown> {
  readonly line: number;
  /** The same for the same cells under the same fields. */
  readonly hash: string;
  readonly read: ReadRow<Draft>;
}

/** Whether the row is somebody who is here already; `taken` is an address that belongs to somebody else's account. */
export type Verdict =
  | { readonly kind: "new" }
  | { readonly kind: "known"; readonly subjectId: string | null; readonly hint?: CellRemark["code"] }
  | { readonly kind: "taken" };

export const NEW: Verdict = { kind: "new" };

export type Recogniser = (row: CandidateRow) => Verdict;

/** What tells two people of one name apart. */
export const nameWithContact = (name: string, contact: string): string => `${foldText(name)}|${contact}`;

/** Lines of the same file that bring the same person: the first counts, the others are told so. */
export class LinesSeen {
  readonly #lineByKey = new Map<string, number>();
  readonly #kind: ImportKind;

  constructor(kind: ImportKind) {
    this.#kind = kind;
  }

  /** The line that brought this person before, or null; from then on this line has. */
  note({ line, hash, read: { identity } }: CandidateRow): number | null {
    const { name, email, phone, otherContact } = identity;
    const keys = [hash];
    if (email !== null) keys.push(this.#kind === "volunteers" ? email : nameWithContact(name, email));
    for (const contact of [phone, otherContact]) if (contact !== null) keys.push(nameWithContact(name, contact));
    const before = keys.map((key) => this.#lineByKey.get(key)).find((found) => found !== undefined);
    for (const key of keys) if (!this.#lineByKey.has(key)) this.#lineByKey.set(key, before ?? line);
    return before ?? null;
  }
}
