import { randomUUID } from "node:crypto";
import { Refusal, decideRequest, newProposal, requireProposable } from "@augenhoehe/domain";
import { exclusionsOf, scorePairing } from "@augenhoehe/domain/matching";
import { lockMentor } from "../../db/repositories/mentor-cards.ts";
import { insertProposal } from "../../db/repositories/proposals.ts";
import { saveRequestState } from "../../db/repositories/staff-requests.ts";
import type { AppDeps } from "../../http/app-deps.ts";
import type { StaffActor } from "../../http/policy.ts";
import { expiryOf } from "../../matching/expire-proposal.ts";
import { loadMatchScene } from "../../matching/match-scene.ts";
import { lockOwnRequest } from "../../matching/own-request.ts";
import { mailQuestionToVolunteer } from "./proposal-mails.ts";

/** Locks the request, then the volunteer: with both rows held nobody else can take the place or the request. */
export function propose(deps: AppDeps, actor: StaffActor, requestId: string, volunteerId: string) {
  return deps.db.withTenant(actor.networkId, async (tx) => {
    const own = await lockOwnRequest(deps, tx, actor, requestId);
    const volunteer = await lockMentor(tx, volunteerId);
    if (volunteer?.providerId !== actor.providerId || volunteer.status === "left") throw new Refusal("not_found");

    const now = deps.clock();
    const state = decideRequest(own.request, { type: "propose" }, now);
    const { request, mentors, history, context, network } = await loadMatchScene(deps, tx, own);
    const mentor = mentors.find(({ id }) => id === volunteerId);
    if (mentor === undefined) throw new Refusal("not_found");
    requireProposable(exclusionsOf(mentor, request, history, context));

    const id = randomUUID();
    const proposal = newProposal(now);
    await insertProposal(tx, {
      ...proposal,
      id,
      providerId: actor.providerId,
      requestId,
      menteeId: own.mentee.id,
      volunteerId,
      score: scorePairing(mentor, request, context),
      createdBy: actor.accountId,
      createdAt: now,
      endedReasonSealed: null,
    });
    await saveRequestState(tx, requestId, state);
    await deps.jobs.enqueue(tx, "expire_proposal", { networkId: tx.networkId, proposalId: id }, expiryOf(proposal));
    await mailQuestionToVolunteer(deps, tx, volunteer, { answerBy: proposal.answerBy, timeZone: network.timeZone });
    await deps.recordActivity(tx, { actor, action: "proposal_made", subjectKind: "proposal", subjectId: id });
    return { id };
  });
}
