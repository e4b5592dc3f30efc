import { Refusal, decideRequest, decideTandem, type TandemCommand } from "@augenhoehe/domain";
import { saveRequestState } from "../../db/repositories/staff-requests.ts";
import { findTandemOfPair, lockTandem, saveTandemState } from "../../db/repositories/tandems.ts";
import type { AppDeps } from "../../http/app-deps.ts";
import type { StaffActor } from "../../http/policy.ts";
import { lockOwnRequest } from "../../matching/own-request.ts";

const DONE = { done: true as const };
const ACTIONS = {
  first_meeting_held: "tandem_first_meeting_held",
  pause: "tandem_paused",
  resume: "tandem_resumed",
  end: "tandem_ended",
} as const satisfies Record<TandemCommand["type"], string>;

/** An ended tandem frees the request: closed, or back in the queue with priority when the mentee wishes. */
export function changeTandem(
  deps: AppDeps,
  actor: StaffActor,
  id: string,
  command: TandemCommand,
  backInQueue = false,
) {
  return deps.db.withTenant(actor.networkId, async (tx) => {
    const found = await findTandemOfPair(tx, id);
    if (found === undefined) throw new Refusal("not_found");
    const { request } = await lockOwnRequest(deps, tx, actor, found.tandem.requestId);
    const tandem = await lockTandem(tx, id);
    if (tandem === undefined) throw new Refusal("not_found");
    const now = deps.clock();
    const state = decideTandem(tandem, command, now);
    await saveTandemState(tx, id, state);
    if (command.type === "end") {
      await saveRequestState(tx, request.id, decideRequest(request, { type: "tandem_ended", backInQueue }, now));
    }
    await deps.recordActivity(tx, {
      actor,
      action: ACTIONS[command.type],
      subjectKind: "tandem",
      subjectId: id,
      facts: command.type === "end" ? { backInQueue } : {},
    });
    return DONE;
  });
}
