import { Refusal } from "@augenhoehe/domain";
import type { Tx } from "../../db/client.ts";
import { findOwnVolunteer, lockOwnVolunteer } from "../../db/repositories/own-volunteer.ts";
import type { VolunteerActor } from "../../http/policy.ts";

export type OwnRow = NonNullable<Awaited<ReturnType<typeof findOwnVolunteer>>>;

export async function requireMe(tx: Tx, actor: VolunteerActor): Promise<OwnRow> {
  const row = await findOwnVolunteer(tx, actor.volunteerId);
  if (row === undefined) throw new Refusal("not_found");
  return row;
}

/** The same, locked until the transaction ends. */
export async function requireLockedMe(tx: Tx, actor: VolunteerActor): Promise<OwnRow> {
  const row = await lockOwnVolunteer(tx, actor.volunteerId);
  if (row === undefined) throw new Refusal("not_found");
  return row;
}
