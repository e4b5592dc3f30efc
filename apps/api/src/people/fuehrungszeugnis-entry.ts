import {
  fuehrungszeugnisDeleteOn,
  isFuehrungszeugnisValid,
  type ForWhom,
  type FuehrungszeugnisEntry,
} from "@augenhoehe/domain";
import type { Tx } from "../db/client.ts";
import { findFuehrungszeugnis } from "../db/repositories/volunteers-for-staff.ts";
import type { AppDeps } from "../http/app-deps.ts";
import { readToday } from "../db/repositories/time-zone.ts";

/** Inspected again after five years at the latest, as most Träger agree with their youth office (§ 72a SGB VIII). */
const FUEHRUNGSZEUGNIS_MONTHS = 60;

const INVOLVING_MINORS: readonly ForWhom[] = ["with_child", "family"];

interface Holder {
  readonly id: string;
  readonly wishes: { readonly forWhom: readonly ForWhom[] };
  readonly leftAt: Date | null;
}

/** Asked for only where the task calls for it: somebody ready for children or families (an empty wish means any). */
export const needsFuehrungszeugnis = (holder: Holder): boolean =>
  holder.wishes.forWhom.length === 0 || holder.wishes.forWhom.some((whom) => INVOLVING_MINORS.includes(whom));

export const sealedEntryPlace = (volunteerId: string) => ({
  table: "fuehrungszeugnis_entries",
  column: "entry_sealed",
  rowId: volunteerId,
});

/** The three facts that may be kept, whether they count today, and the day they must be gone. */
export async function readFuehrungszeugnis(deps: AppDeps, tx: Tx, holder: Holder) {
  const needed = needsFuehrungszeugnis(holder);
  const row = await findFuehrungszeugnis(tx, holder.id);
  if (row === undefined) return { needed, entry: null };
  const facts: FuehrungszeugnisEntry = JSON.parse(deps.vault.open(row.entrySealed, sealedEntryPlace(holder.id)));
  const valid = isFuehrungszeugnisValid(facts, await readToday(tx, deps.clock()), FUEHRUNGSZEUGNIS_MONTHS);
  const deleteOn = fuehrungszeugnisDeleteOn({
    inspectedOn: facts.inspectedOn,
    activityFollows: true,
    activityEndedOn: holder.leftAt === null ? null : holder.leftAt.toISOString().slice(0, 10),
  });
  return { needed, entry: { ...facts, valid, deleteOn } };
}
