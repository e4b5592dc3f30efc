import type { EndpointOutput, endpoints, ParsedInput } from "@augenhoehe/contract";
import { Refusal, requireStammtischAhead } from "@augenhoehe/domain";
import type { Tx } from "../../db/client.ts";
import { readCurrentVersions } from "../../db/repositories/eligibility.ts";
import { countOpenTandems } from "../../db/repositories/own-volunteer.ts";
import {
  listOwnStammtischAnswers,
  lockStammtisch,
  saveStammtischAnswer,
  type StammtischRow,
} from "../../db/repositories/stammtische.ts";
import type { AppDeps } from "../../http/app-deps.ts";
import type { VolunteerActor } from "../../http/policy.ts";
import { isInvited } from "../../people/stammtisch-guests.ts";
import { requireMe } from "./own-row.ts";

type Body = ParsedInput<typeof endpoints.answerStammtisch>["body"];

/** May be changed until the Stammtisch is over; saying the same again changes nothing. */
export function answerStammtisch(
  deps: AppDeps,
  actor: VolunteerActor,
  id: string,
  { answer }: Body,
): Promise<EndpointOutput<typeof endpoints.answerStammtisch>> {
  return deps.db.withTenant(actor.networkId, async (tx) => {
    const now = deps.clock();
    const stammtisch = await requireMyStammtisch(tx, actor, id);
    requireStammtischAhead(stammtisch, now);
    await saveStammtischAnswer(tx, { stammtischId: id, volunteerId: actor.volunteerId, answer, answeredAt: now });
    return { done: true };
  });
}

/** A date of the own provider to which this volunteer is invited or has answered; any other does not exist. */
export async function requireMyStammtisch(tx: Tx, actor: VolunteerActor, id: string): Promise<StammtischRow> {
  const me = await requireMe(tx, actor);
  const stammtisch = await lockStammtisch(tx, me.providerId, id);
  if (stammtisch === undefined) throw new Refusal("not_found");
  const openTandems = await countOpenTandems(tx, me.id);
  if (isInvited({ ...me, openTandems }, await readCurrentVersions(tx))) return stammtisch;
  const answers = await listOwnStammtischAnswers(tx, me.id);
  if (!answers.some(({ stammtischId }) => stammtischId === id)) throw new Refusal("not_found");
  return stammtisch;
}
