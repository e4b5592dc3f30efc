import { Refusal } from "@augenhoehe/domain";
import type { Tx } from "../../db/client.ts";
import { findVolunteer, lockVolunteer } from "../../db/repositories/volunteers-for-staff.ts";

/** A volunteer of the actor's own provider; any other id answers `not_found`. */
export async function requireVolunteer(tx: Tx, actor: { providerId: string }, id: string) {
  const row = await findVolunteer(tx, actor.providerId, id);
  if (row === undefined) throw new Refusal("not_found");
  return row;
}

/** The same, locked until the transaction ends. */
export async function requireLockedVolunteer(tx: Tx, actor: { providerId: string }, id: string) {
  const row = await lockVolunteer(tx, actor.providerId, id);
  if (row === undefined) throw new Refusal("not_found");
  return row;
}
