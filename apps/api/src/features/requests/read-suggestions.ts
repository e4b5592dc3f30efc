import type { EndpointOutput, Suggestions, endpoints } from "@augenhoehe/contract";
import { surveyPool, type MatchMentor, type ScoredPairing } from "@augenhoehe/domain/matching";
import { fullName, listMentorCards, searchMentorsByName, type MentorCard } from "../../db/repositories/mentor-cards.ts";
import type { AppDeps } from "../../http/app-deps.ts";
import type { StaffActor } from "../../http/policy.ts";
import { loadMatchScene } from "../../matching/match-scene.ts";
import { requireOwnRequest } from "../../matching/own-request.ts";
import { codedView, scoreView } from "../../matching/score-view.ts";

type Suggestion = Suggestions["suggestions"][number];
type FoundMentors = EndpointOutput<typeof endpoints.searchMentors>;

export function readSuggestions(deps: AppDeps, actor: StaffActor, id: string, limit: number): Promise<Suggestions> {
  return deps.db.withTenant(actor.networkId, async (tx) => {
    const own = await requireOwnRequest(tx, deps.vault, actor, id);
    const { packer, request, knowledge } = await loadMatchScene(deps, tx, own);
    const considered = packer.pool.size;
    const survey = surveyPool(packer, request, knowledge, { limit });
    const mentors = survey.pairings.map(({ mentorId }) => packer.pool.get(mentorId));
    const cards = await listMentorCards(
      tx,
      survey.pairings.map(({ mentorId }) => mentorId),
    );
    return {
      requestId: id,
      considered,
      possible: survey.possible,
      suggestions: survey.pairings.flatMap((pairing, place) => {
        const [mentor, card] = [mentors[place], cards.get(pairing.mentorId)];
        return mentor === undefined || card === undefined ? [] : [suggestion(mentor, card, pairing)];
      }),
      excluded: [...survey.excluded],
      wishCosts: survey.costs.map(({ wish, more }) => ({ wish, moreMentors: more })),
    };
  });
}

const suggestion = (mentor: MatchMentor, card: MentorCard, { score, cautions }: ScoredPairing): Suggestion => ({
  volunteerId: mentor.id,
  name: fullName(card),
  districtName: card.districtName,
  languages: [...mentor.languages],
  openTandems: mentor.openTandems,
  openProposals: mentor.openProposals,
  capacity: mentor.capacity,
  score: scoreView(score),
  cautions: cautions.map(codedView),
});

const FOUND_AT_MOST = 20;

/** Anybody of the own provider can be asked about: "why not …". */
export function searchMentors(deps: AppDeps, actor: StaffActor, id: string, search: string): Promise<FoundMentors> {
  return deps.db.withTenant(actor.networkId, async (tx) => {
    await requireOwnRequest(tx, deps.vault, actor, id);
    const found = search === "" ? [] : await searchMentorsByName(tx, actor.providerId, search, FOUND_AT_MOST);
    return { items: found.map((mentor) => ({ volunteerId: mentor.id, name: fullName(mentor) })) };
  });
}
