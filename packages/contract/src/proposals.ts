import { z } from "zod";
import { PROPOSAL_STATES, TANDEM_ENDING_REASONS, TANDEM_STATUSES } from "@augenhoehe/domain";
import { endpoint } from "./endpoint.ts";
import { FirstMeeting } from "./newcomer.ts";
import { ProposalRow, ScoreView } from "./requests.ts";
import {
  Created,
  Done,
  Id,
  IdParams,
  Instant,
  LocalDateTime,
  PageQuery,
  ReleasedChannel,
  line,
  page,
} from "./shared.ts";

export const ProposalDetail = ProposalRow.extend({
  score: ScoreView,
  volunteerAnsweredAt: Instant.nullable(),
  menteeAnsweredAt: Instant.nullable(),
  endedReason: z.string().nullable(),
  tandemId: Id.nullable(),
});
export type ProposalDetail = z.infer<typeof ProposalDetail>;

export const TandemRow = z.strictObject({
  id: Id,
  requestId: Id,
  volunteerId: Id,
  mentorName: z.string(),
  menteeName: z.string(),
  status: z.enum(TANDEM_STATUSES),
  startedAt: Instant,
  firstMeetingAt: Instant.nullable(),
});

export const TandemDetail = TandemRow.extend({
  firstMeeting: FirstMeeting.nullable(),
  endedAt: Instant.nullable(),
  endingReason: z.enum(TANDEM_ENDING_REASONS).nullable(),
  /** What each side released to the other; nothing once the tandem ended. */
  mentorChannels: z.array(ReleasedChannel),
  menteeChannels: z.array(ReleasedChannel),
});

export const proposalsEndpoints = {
  listProposals: endpoint({
    method: "GET",
    path: "/api/proposals",
    who: ["coordinator"],
    summary: "Proposals of the own provider",
    query: z.strictObject({ ...PageQuery, state: z.enum([...PROPOSAL_STATES, "open"]).optional() }),
    response: page(ProposalRow),
  }),
  readProposal: endpoint({
    method: "GET",
    path: "/api/proposals/:id",
    who: ["coordinator"],
    summary: "A proposal with the score its coordinator saw",
    params: IdParams,
    response: ProposalDetail,
  }),
  withdrawProposal: endpoint({
    method: "POST",
    path: "/api/proposals/:id/withdraw",
    who: ["coordinator"],
    summary: "Take a proposal back before both answered; neither side is told why",
    params: IdParams,
    body: z.strictObject({ reason: line(300) }),
    response: Done,
  }),
  declineProposal: endpoint({
    method: "POST",
    path: "/api/proposals/:id/decline",
    who: ["coordinator"],
    summary: "Decide against a pair although both said yes, with a reason for the log",
    params: IdParams,
    body: z.strictObject({ reason: line(300) }),
    response: Done,
  }),
  confirmProposal: endpoint({
    method: "POST",
    path: "/api/proposals/:id/confirm",
    who: ["coordinator"],
    summary: "Confirm a pair who both said yes, with an accompanied first meeting in a public place",
    params: IdParams,
    body: z.strictObject({
      startsAt: LocalDateTime,
      place: line(160),
      publicPlace: z.literal(true, "required"),
      accompaniedBy: line(80),
    }),
    response: Created,
  }),
  listTandems: endpoint({
    method: "GET",
    path: "/api/tandems",
    who: ["coordinator"],
    summary: "Tandems of the own provider",
    query: z.strictObject({ ...PageQuery, status: z.enum(TANDEM_STATUSES).optional() }),
    response: page(TandemRow),
  }),
  readTandem: endpoint({
    method: "GET",
    path: "/api/tandems/:id",
    who: ["coordinator"],
    summary: "A tandem",
    params: IdParams,
    response: TandemDetail,
  }),
  recordFirstMeeting: endpoint({
    method: "POST",
    path: "/api/tandems/:id/first-meeting-held",
    who: ["coordinator"],
    summary: "The first meeting took place: the tandem is active",
    params: IdParams,
    response: Done,
  }),
  pauseTandem: endpoint({
    method: "POST",
    path: "/api/tandems/:id/pause",
    who: ["coordinator"],
    summary: "Pause a tandem",
    params: IdParams,
    response: Done,
  }),
  resumeTandem: endpoint({
    method: "POST",
    path: "/api/tandems/:id/resume",
    who: ["coordinator"],
    summary: "Resume a tandem",
    params: IdParams,
    response: Done,
  }),
  endTandem: endpoint({
    method: "POST",
    path: "/api/tandems/:id/end",
    who: ["coordinator"],
    summary: "End a tandem; from the next request on neither side sees the other",
    params: IdParams,
    body: z.strictObject({ reason: z.enum(TANDEM_ENDING_REASONS), backInQueue: z.boolean() }),
    response: Done,
  }),
};
