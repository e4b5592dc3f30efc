import type { EndpointOutput, endpoints } from "@augenhoehe/contract";
import {
  VISIBLE_OF_MENTEE,
  isProposalOverdue,
  maskToSlots,
  proposalView,
  visibilityStage,
  type SpokenLanguage,
} from "@augenhoehe/domain";
import type { MyProposalRow } from "../../db/repositories/own-volunteer.ts";

type MyProposal = EndpointOutput<typeof endpoints.readMyHome>["proposals"][number];

/** The anonymised cards a volunteer is asked about or said yes to; a question that ran out is gone. */
export const myProposals = (rows: readonly MyProposalRow[], mine: readonly SpokenLanguage[], now: Date): MyProposal[] =>
  rows
    .filter(({ proposal }) => !isProposalOverdue(proposal, now))
    .map((row) => ({
      id: row.proposal.id,
      state: proposalView(row.proposal, "volunteer") === "question" ? "waiting_for_you" : "you_said_yes",
      answerBy: row.proposal.answerBy.toISOString(),
      mentee: menteeCard(row, mine),
    }));

function menteeCard({ proposal, request }: MyProposalRow, mine: readonly SpokenLanguage[]): MyProposal["mentee"] {
  const { languages, slots, ...rest } = request;
  const card = {
    ...rest,
    languages: languages.map(({ code, level }) => ({ code, level })),
    slots: slots === null ? null : maskToSlots(slots),
    commonLanguages: languages.map(({ code }) => code).filter((code) => mine.some((own) => own.code === code)),
  };
  const stage = visibilityStage("volunteer", { isEligible: true, proposal: proposal.state, tandem: null });
  const allowed: readonly string[] = VISIBLE_OF_MENTEE[stage];
  const forbidden = Object.keys(card).filter((key) => !allowed.includes(key));
  if (forbidden.length > 0) throw new Error(`A volunteer must not see ${forbidden.join(", ")} at stage ${stage}`);
  return card;
}
