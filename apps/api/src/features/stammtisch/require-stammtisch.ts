import type { endpoints, ParsedInput } from "@augenhoehe/contract";
import { Refusal } from "@augenhoehe/domain";
import type { Tx } from "../../db/client.ts";
import { lockStammtisch, type StammtischRow } from "../../db/repositories/stammtische.ts";
import { readTimeZone } from "../../db/repositories/time-zone.ts";
import { InputError } from "../../http/input-error.ts";
import type { StaffActor } from "../../http/policy.ts";
import { instantOf } from "../../local-time.ts";

type StammtischInput = ParsedInput<typeof endpoints.createStammtisch>["body"];

/** A date of the actor's own provider, locked; any other id answers `not_found`. */
export async function requireStammtisch(tx: Tx, actor: StaffActor, id: string): Promise<StammtischRow> {
  const row = await lockStammtisch(tx, actor.providerId, id);
  if (row === undefined) throw new Refusal("not_found");
  return row;
}

/** What was typed as columns; nobody can be invited to the past. */
export async function stammtischColumns(
  tx: Tx,
  { startsAt: typed, minutes, place, topics }: StammtischInput,
  now: Date,
) {
  const startsAt = instantOf(typed, await readTimeZone(tx));
  if (startsAt <= now) throw new InputError([{ path: "startsAt", code: "date_in_past" }]);
  return { startsAt, endsAt: new Date(startsAt.getTime() + minutes * 60_000), place, topics };
}
