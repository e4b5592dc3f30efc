import type { PairingView } from "@augenhoehe/contract";
import { Refusal, maskToSlots } from "@augenhoehe/domain";
import { scorePairing, whyNotInPool, type MatchMentor } from "@augenhoehe/domain/matching";
import { fullName, listMentorCards, type MentorCard } from "../../db/repositories/mentor-cards.ts";
import type { AppDeps } from "../../http/app-deps.ts";
import type { StaffActor } from "../../http/policy.ts";
import { loadMatchScene, mentorIn } from "../../matching/match-scene.ts";
import { requireOwnRequest, type OwnRequest } from "../../matching/own-request.ts";
import { codedView, scoreView } from "../../matching/score-view.ts";

export function readPairing(deps: AppDeps, actor: StaffActor, id: string, volunteerId: string): Promise<PairingView> {
  return deps.db.withTenant(actor.networkId, async (tx) => {
    const own = await requireOwnRequest(tx, deps.vault, actor, id);
    const card = (await listMentorCards(tx, [volunteerId])).get(volunteerId);
    const scene = await loadMatchScene(deps, tx, own);
    const { packer, request, knowledge } = scene;
    const mentor = mentorIn(scene, volunteerId);
    if (mentor === undefined || card === undefined) throw new Refusal("not_found");
    const answer = whyNotInPool(packer.pool, packer.pack(request, knowledge), mentor);
    return {
      requestId: id,
      request: requestSide(own),
      mentor: mentorSide(mentor, card),
      score: scoreView(answer.excluded ? scorePairing(mentor, request, packer.context) : answer.score),
      exclusions: answer.excluded ? answer.exclusions.map(codedView) : [],
      cautions: answer.excluded ? [] : answer.cautions.map(codedView),
      rank: answer.excluded ? null : answer.rank,
    };
  });
}

const slotsOf = (mask: number | null) => (mask === null ? null : maskToSlots(mask));

const requestSide = ({ request, mentee, districtName }: OwnRequest): PairingView["request"] => ({
  chosenName: mentee.chosenName,
  languages: request.languages,
  slots: slotsOf(request.slots),
  topics: request.topics,
  interests: request.interests,
  gender: mentee.gender,
  ageBand: mentee.ageBand,
  forWhom: request.forWhom,
  wishes: request.wishes,
  reachKm: request.reachKm,
  districtName,
  interpreterAgreed: request.interpreterAgreed,
});

const mentorSide = (mentor: MatchMentor, card: MentorCard): PairingView["mentor"] => ({
  volunteerId: mentor.id,
  name: fullName(card),
  languages: [...mentor.languages],
  slots: slotsOf(mentor.slots),
  topics: [...mentor.topics],
  interests: [...mentor.interests],
  gender: mentor.gender,
  ageBand: mentor.ageBand,
  wishes: {
    menteeGender: mentor.wishes.menteeGender,
    menteeAgeBands: [...mentor.wishes.menteeAgeBands],
    forWhom: [...mentor.wishes.forWhom],
  },
  reachKm: mentor.reachKm,
  districtName: card.districtName,
  openTandems: mentor.openTandems,
  openProposals: mentor.openProposals,
  capacity: mentor.capacity,
});
