import { randomUUID } from "node:crypto";
import type { Tx } from "./db/client.ts";
import { insertActivities } from "./db/repositories/activities.ts";
import type { Actor } from "./http/policy.ts";
import type { Vault } from "./vault.ts";

export interface ActivityEntry {
  /** `system` where a clock or an import did it. */
  readonly actor: Actor | { readonly kind: "system" };
  /** Past tense, e.g. `certificate_revoked`. */
  readonly action: string;
  readonly subjectKind: string;
  readonly subjectId: string | null;
  /** Codes, counts and ids; no names, no contact data, no free text. */
  readonly facts?: Readonly<Record<string, string | number | boolean | null>>;
  /** Free text a person gave; stored sealed. */
  readonly reason?: string | null;
  /** Whose staff may read it; the actor's provider unless told. */
  readonly providerId?: string | null;
}

/** Writes to the activity log inside the transaction that makes the change. */
export type RecordActivity = (tx: Tx, entry: ActivityEntry) => Promise<void>;

/** The same for many entries in one statement. */
export type RecordActivities = (tx: Tx, entries: readonly ActivityEntry[]) => Promise<void>;

export const recordActivitiesWith =
  (clock: () => Date, vault: Vault): RecordActivities =>
  async (tx, entries) => {
    const at = clock();
    const rows = entries.map(({ actor, reason, facts, providerId, ...entry }) => {
      const id = randomUUID();
      const place = { table: "activities", column: "reason_sealed", rowId: id };
      return {
        ...entry,
        id,
        at,
        providerId: providerId ?? (actor.kind === "account" ? actor.providerId : null),
        actorKind: actor.kind,
        actorAccountId: actor.kind === "account" ? actor.accountId : null,
        facts: facts ?? {},
        reasonSealed: reason === null || reason === undefined ? null : vault.seal(reason, place),
      };
    });
    await insertActivities(tx, rows);
  };
