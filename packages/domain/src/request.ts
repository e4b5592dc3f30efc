import type { ProposalState } from "./proposal.ts";
import { Refusal } from "./refusals.ts";

/** The life of a request: see the glossary in the README. */
export const REQUEST_STATUSES = ["submitted", "clarified", "open", "in_proposal", "in_tandem", "closed"] as const;
export type RequestStatus = (typeof REQUEST_STATUSES)[number];

/** Why a request was closed, by code; nobody has to justify it. */
export const CLOSING_REASONS = [
  "withdrawn",
  "tandem_ended",
  "found_elsewhere",
  "moved",
  "no_contact",
  "not_wished_any_more",
  "not_our_service",
  "other",
] as const;
export type ClosingReason = (typeof CLOSING_REASONS)[number];

export interface RequestState {
  readonly status: RequestStatus;
  /** Back in the queue after a proposal or tandem that failed: served first. */
  readonly priority: boolean;
  /** First opened to suggestions. */
  readonly openedAt: Date | null;
  readonly closedAt: Date | null;
  readonly closedReason: ClosingReason | null;
}

export type RequestCommand =
  /** Answers are changed, or the request is handed to another provider. */
  | { readonly type: "change" }
  /** Settle what matters with the person; may be repeated, e.g. when somebody must be protected. */
  | { readonly type: "clarify" }
  | { readonly type: "open" }
  | { readonly type: "propose" }
  | { readonly type: "proposal_ended"; readonly outcome: ProposalState }
  | { readonly type: "tandem_confirmed" }
  /** The mentee may come back into the queue, then with priority. */
  | { readonly type: "tandem_ended"; readonly backInQueue: boolean }
  /** By the mentee; an open proposal is withdrawn in the same transaction. */
  | { readonly type: "withdraw" }
  /** By staff. */
  | { readonly type: "close"; readonly reason: ClosingReason }
  | { readonly type: "reopen" };

/** A new request, as it comes in. */
export const SUBMITTED_REQUEST: RequestState = {
  status: "submitted",
  priority: false,
  openedAt: null,
  closedAt: null,
  closedReason: null,
};

/** The next state of a request, or a refusal that tells where it stands. */
export function decideRequest(state: RequestState, command: RequestCommand, now: Date): RequestState {
  switch (command.type) {
    case "change":
      refuseIn(state, "in_proposal", "in_tandem", "closed");
      return state;
    case "clarify":
      refuseIn(state, "closed");
      return state.status === "submitted" ? { ...state, status: "clarified" } : state;
    case "open":
      refuseIn(state, "submitted", "open", "in_proposal", "in_tandem", "closed");
      return { ...state, status: "open", openedAt: state.openedAt ?? now };
    case "propose":
      if (state.status === "in_proposal") throw new Refusal("proposal_open_already");
      refuseIn(state, "in_tandem", "closed");
      if (state.status !== "open") throw new Refusal("request_not_open");
      return { ...state, status: "in_proposal" };
    case "proposal_ended":
      refuseUnless(state, "in_proposal");
      return { ...state, status: "open", priority: state.priority || FAILED_OUTCOMES.has(command.outcome) };
    case "tandem_confirmed":
      refuseUnless(state, "in_proposal");
      return { ...state, status: "in_tandem", priority: false };
    case "tandem_ended":
      refuseUnless(state, "in_tandem");
      return command.backInQueue ? { ...state, status: "open", priority: true } : closed(state, "tandem_ended", now);
    case "withdraw":
      refuseIn(state, "in_tandem", "closed");
      return closed(state, "withdrawn", now);
    case "close":
      refuseIn(state, "in_proposal", "in_tandem", "closed");
      return closed(state, command.reason, now);
    case "reopen":
      if (state.status !== "closed") throw new Refusal("request_not_closed");
      return {
        ...state,
        status: state.openedAt === null ? "submitted" : "open",
        closedAt: null,
        closedReason: null,
      };
  }
}

/** Ends that are nobody's choice on the mentee's side, so that waiting again would be unfair. */
const FAILED_OUTCOMES: ReadonlySet<ProposalState> = new Set([
  "declined_by_volunteer",
  "declined_by_coordinator",
  "expired",
]);

const closed = (state: RequestState, closedReason: ClosingReason, now: Date): RequestState => ({
  ...state,
  status: "closed",
  closedAt: now,
  closedReason,
});

const REFUSAL_BY_STATUS = {
  submitted: "request_not_clarified",
  clarified: "request_not_open",
  open: "request_already_open",
  in_proposal: "request_in_proposal",
  in_tandem: "request_in_tandem",
  closed: "request_closed",
} as const satisfies Record<RequestStatus, string>;

function refuseIn({ status }: RequestState, ...statuses: RequestStatus[]): void {
  if (statuses.includes(status)) throw new Refusal(REFUSAL_BY_STATUS[status]);
}

function refuseUnless({ status }: RequestState, only: RequestStatus): void {
  if (status !== only) throw new Refusal(REFUSAL_BY_STATUS[status]);
}
