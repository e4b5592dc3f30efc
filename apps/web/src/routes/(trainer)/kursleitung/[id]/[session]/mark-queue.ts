import type { MarkValue } from "./mark-value.ts";

/** A mark the server has not confirmed yet. Ids only: no name is ever kept on a phone. */
export interface QueuedMark extends MarkValue {
  readonly key: string;
  readonly course: string;
  readonly session: string;
  readonly volunteer: string;
  /** When it was tapped. */
  readonly at: string;
}
export type NewMark = Omit<QueuedMark, "key">;

/** What of the browser's storage is needed. */
export type Store = Pick<Storage, "length" | "key" | "getItem" | "setItem" | "removeItem">;

export interface MarkQueue {
  /** Throws where the device keeps nothing, e.g. in a private window. */
  add(mark: NewMark): void;
  /** In the order in which they were made, in every tab. */
  list(): QueuedMark[];
  remove(marks: readonly QueuedMark[]): void;
  /** How many another account has left on this device: they wait for that account. */
  countOfOthers(): number;
}

const PREFIX = "attendance";

/**
 * Marks of one account, each under a key of its own, so that two tabs never overwrite each other. They survive a reload
 * and the closing of the tab, and are never seen by another account on a shared phone.
 */
export function createMarkQueue(store: Store, accountId: string): MarkQueue {
  const own = `${PREFIX} ${accountId} `;
  const keys = () => Array.from({ length: store.length }, (_, index) => store.key(index) ?? "");
  return {
    add: ({ course, session, volunteer, at, mark, late, early }) => {
      store.setItem(`${own}${at} ${session} ${volunteer}`, JSON.stringify([course, mark, late, early]));
    },
    list: () =>
      keys()
        .filter((key) => key.startsWith(own))
        .sort()
        .flatMap((key) => readMark(key, store.getItem(key))),
    remove: (marks) => {
      for (const { key } of marks) store.removeItem(key);
    },
    countOfOthers: () => keys().filter((key) => key.startsWith(`${PREFIX} `) && !key.startsWith(own)).length,
  };
}

function readMark(key: string, text: string | null): QueuedMark[] {
  const [, , at, session, volunteer] = key.split(" ");
  const kept: unknown = text === null ? null : parsed(text);
  if (at === undefined || session === undefined || volunteer === undefined || !Array.isArray(kept)) return [];
  const [course, mark, late, early]: unknown[] = kept;
  if (mark !== "present" && mark !== "absent" && mark !== "unmarked") return [];
  if (typeof course !== "string" || typeof late !== "number" || typeof early !== "number") return [];
  return [{ key, course, session, volunteer, at, mark, late, early }];
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
