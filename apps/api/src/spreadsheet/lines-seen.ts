import type { ImportKind } from "@augenhoehe/contract";
import { foldText } from "@augenhoehe/domain";

/** How somebody is found again: contacts are compared and never shown. */
export interface RowIdentity {
  readonly name: string;
  readonly email: string | null;
  readonly phone: string | null;
  readonly otherContact: string | null;
}

/** What tells two people of one name apart. */
export const nameWithContact = (name: string, contact: string): string => `${foldText(name)}|${contact}`;

/** Lines of the same file that bring the same person: the first counts, the others are told so. */
export class LinesSeen {
  readonly #lineByKey = new Map<string, number>();
  readonly #kind: ImportKind;

  constructor(kind: ImportKind) {
    this.#kind = kind;
  }

  /** The line that brought this person before, or null; from then on this line has. `hash` is the same for equal rows. */
  note({ line, hash, identity }: { line: number; hash: string; identity: RowIdentity }): number | null {
    const { name, email, phone, otherContact } = identity;
    const keys = [hash];
    if (email !== null) keys.push(this.#kind === "volunteers" ? email : nameWithContact(name, email));
    for (const contact of [phone, otherContact]) if (contact !== null) keys.push(nameWithContact(name, contact));
    const before = keys.map((key) => this.#lineByKey.get(key)).find((found) => found !== undefined);
    for (const key of keys) if (!this.#lineByKey.has(key)) this.#lineByKey.set(key, before ?? line);
    return before ?? null;
  }
}
