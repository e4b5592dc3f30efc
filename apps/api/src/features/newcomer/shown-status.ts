import { isProposalOverdue, proposalView, type Proposal, type RequestStatus } from "@augenhoehe/domain";

/** What the newest proposal of a request means to the mentee now. */
export function questionOf(proposal: Proposal | null, now: Date): "none" | "question" | "said_yes" {
  if (proposal === null || isProposalOverdue(proposal, now)) return "none";
  const view = proposalView(proposal, "mentee");
  return view === "question" || view === "said_yes" ? view : "none";
}

/** While only the volunteer is asked, a request looks as if it were still waiting: nothing tells of the question. */
export const shownStatus = (status: RequestStatus, question: ReturnType<typeof questionOf>): RequestStatus =>
  status === "in_proposal" && question === "none" ? "open" : status;
