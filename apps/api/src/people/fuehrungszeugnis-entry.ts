import { FuehrungszeugnisEntry } from "@augenhoehe/contract";
import {
  FUEHRUNGSZEUGNIS_VALID_MONTHS,
  fuehrungszeugnisDeleteOn,
  isFuehrungszeugnisValid,
  type ForWhom,
} from "@augenhoehe/domain";
import type { Tx } from "../db/client.ts";
import { readToday } from "../db/repositories/time-zone.ts";
import { findFuehrungszeugnis } from "../db/repositories/volunteers-for-staff.ts";
import type { AppDeps } from "../http/app-deps.ts";
import type { Vault } from "../vault.ts";

const INVOLVING_MINORS: readonly ForWhom[] = ["with_child", "family"];

interface Holder {
  readonly id: string;
  readonly wishes: { readonly forWhom: readonly ForWhom[] };
  readonly leftAt: Date | null;
}

/** Asked for only where the task calls for it: somebody ready for children or families (an empty wish means any). */
export const needsFuehrungszeugnis = (holder: Holder): boolean =>
  holder.wishes.forWhom.length === 0 || holder.wishes.forWhom.some((whom) => INVOLVING_MINORS.includes(whom));

const sealedEntryPlace = (volunteerId: string) => ({
  table: "fuehrungszeugnis_entries",
  column: "entry_sealed",
  rowId: volunteerId,
});

export const sealFuehrungszeugnis = (vault: Vault, volunteerId: string, entry: FuehrungszeugnisEntry): string =>
  vault.seal(JSON.stringify(entry), sealedEntryPlace(volunteerId));

export const openFuehrungszeugnis = (vault: Vault, volunteerId: string, sealed: string): FuehrungszeugnisEntry =>
  FuehrungszeugnisEntry.parse(JSON.parse(vault.open(sealed, sealedEntryPlace(volunteerId))));

/** The three facts that may be kept, whether they count today, and the day they must be gone. */
export async function readFuehrungszeugnis(deps: AppDeps, tx: Tx, holder: Holder) {
  const needed = needsFuehrungszeugnis(holder);
  const row = await findFuehrungszeugnis(tx, holder.id);
  if (row === undefined) return { needed, entry: null };
  const facts = openFuehrungszeugnis(deps.vault, holder.id, row.entrySealed);
  const valid = isFuehrungszeugnisValid(facts, await readToday(tx, deps.clock()), FUEHRUNGSZEUGNIS_VALID_MONTHS);
  const deleteOn = fuehrungszeugnisDeleteOn({
    inspectedOn: facts.inspectedOn,
    activityFollows: true,
    activityEndedOn: holder.leftAt === null ? null : holder.leftAt.toISOString().slice(0, 10),
  });
  return { needed, entry: { ...facts, valid, deleteOn } };
}
