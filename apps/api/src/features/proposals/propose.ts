import { Refusal, decideRequest, requireProposable } from "@augenhoehe/domain";
import { exclusionsOf, scorePairing } from "@augenhoehe/domain/matching";
import { dropExpiredCertificates } from "../../certificate/drop-expired.ts";
import { lockMentor } from "../../db/repositories/mentor-cards.ts";
import type { AppDeps } from "../../http/app-deps.ts";
import type { StaffActor } from "../../http/policy.ts";
import { loadMatchScene, mentorIn } from "../../matching/match-scene.ts";
import { lockOwnRequest } from "../../matching/own-request.ts";
import { putForward } from "../../matching/put-forward.ts";

/** Locks the request, then the volunteer: with both rows held nobody else can take the place or the request. */
export function propose(deps: AppDeps, actor: StaffActor, requestId: string, volunteerId: string) {
  return deps.db.withTenant(actor.networkId, async (tx) => {
    const own = await lockOwnRequest(deps, tx, actor, requestId);
    const volunteer = await lockMentor(tx, volunteerId);
    if (volunteer?.providerId !== actor.providerId || volunteer.status === "left") throw new Refusal("not_found");

    const state = decideRequest(own.request, { type: "propose" }, deps.clock());
    await dropExpiredCertificates(deps, tx, [volunteer.id]);
    const scene = await loadMatchScene(deps, tx, own);
    const { request, knowledge, network } = scene;
    const { context } = scene.packer;
    const mentor = mentorIn(scene, volunteerId);
    if (mentor === undefined) throw new Refusal("not_found");
    requireProposable(exclusionsOf(mentor, request, knowledge.history, context));

    const score = scorePairing(mentor, request, context);
    const pair = { request: own.request, state, volunteer, score };
    return { id: await putForward(deps, tx, pair, { actor, timeZone: network.timeZone }) };
  });
}
