import { randomUUID } from "node:crypto";
import type { EndpointInput, endpoints } from "@augenhoehe/contract";
import { INTRODUCED_TANDEM, Refusal, decideProposal, decideRequest, requireConfirmable } from "@augenhoehe/domain";
import { exclusionsOf } from "@augenhoehe/domain/matching";
import { dropExpiredCertificates } from "../../certificate/drop-expired.ts";
import { lockMentor } from "../../db/repositories/mentor-cards.ts";
import { saveProposal } from "../../db/repositories/proposals.ts";
import { saveRequestState } from "../../db/repositories/staff-requests.ts";
import { insertTandem } from "../../db/repositories/tandems.ts";
import { readTimeZone } from "../../db/repositories/time-zone.ts";
import type { AppDeps } from "../../http/app-deps.ts";
import type { StaffActor } from "../../http/policy.ts";
import { instantOf } from "../../local-time.ts";
import { sealFirstMeeting } from "../../matching/first-meeting.ts";
import { loadMatchScene, mentorIn } from "../../matching/match-scene.ts";
import { lockOwnProposal } from "./own-proposal.ts";
import { mailConfirmationToVolunteer, mailNewsToMentee } from "../../matching/proposal-mails.ts";

type Body = EndpointInput<typeof endpoints.confirmProposal>["body"];

/** Two yeses and a first meeting make a tandem. What may not lapse is looked at once more, with the places locked. */
export function confirmProposal(deps: AppDeps, actor: StaffActor, id: string, body: Body) {
  return deps.db.withTenant(actor.networkId, async (tx) => {
    const { proposal, own } = await lockOwnProposal(deps, tx, actor, id);
    const volunteer = await lockMentor(tx, proposal.volunteerId);
    if (volunteer === undefined) throw new Refusal("not_found");

    const now = deps.clock();
    const timeZone = await readTimeZone(tx);
    const startsAt = instantOf(body.startsAt, timeZone);
    const confirmed = decideProposal(
      proposal,
      { type: "confirm", meeting: { startsAt, isPublicPlace: body.publicPlace } },
      now,
    );
    await dropExpiredCertificates(deps, tx, [volunteer.id]);
    const scene = await loadMatchScene(deps, tx, own);
    const mentor = mentorIn(scene, volunteer.id);
    if (mentor === undefined) throw new Refusal("mentor_not_eligible", { missing: "left" });
    const withoutThis = { ...mentor, openProposals: mentor.openProposals - 1 };
    requireConfirmable(exclusionsOf(withoutThis, scene.request, scene.knowledge.history, scene.packer.context));

    const tandemId = randomUUID();
    await saveProposal(tx, id, confirmed);
    await saveRequestState(tx, own.request.id, decideRequest(own.request, { type: "tandem_confirmed" }, now));
    await insertTandem(tx, {
      ...INTRODUCED_TANDEM,
      id: tandemId,
      providerId: proposal.providerId,
      proposalId: id,
      requestId: own.request.id,
      menteeId: own.mentee.id,
      volunteerId: volunteer.id,
      contactAccountId: actor.accountId,
      firstMeetingAt: startsAt,
      firstMeetingSealed: sealFirstMeeting(deps.vault, tandemId, body),
      startedAt: now,
    });
    const { place, accompaniedBy } = body;
    await mailConfirmationToVolunteer(deps, tx, volunteer, own.mentee, { startsAt, timeZone, place, accompaniedBy });
    await mailNewsToMentee(deps, tx, proposal);
    await deps.recordActivity(tx, { actor, action: "tandem_confirmed", subjectKind: "tandem", subjectId: tandemId });
    return { id: tandemId };
  });
}
