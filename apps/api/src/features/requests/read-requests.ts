import {
  PAGE_SIZE,
  type EndpointOutput,
  type RequestDetail,
  type RequestRow,
  type endpoints,
} from "@augenhoehe/contract";
import type { z } from "zod";
import { findConsent } from "../../db/repositories/consents.ts";
import { hiddenMenteeIds } from "../../db/repositories/protected-mentees.ts";
import { listOtherProviders } from "../../db/repositories/providers.ts";
import { listProposalsOfRequest } from "../../db/repositories/proposals.ts";
import { listRequestsOfProvider, type StaffRequest } from "../../db/repositories/staff-requests.ts";
import { findOpenTandemIdOfRequest } from "../../db/repositories/tandems.ts";
import type { AppDeps } from "../../http/app-deps.ts";
import type { StaffActor } from "../../http/policy.ts";
import { requireOwnRequest } from "../../matching/own-request.ts";
import { proposalRow } from "../../matching/proposal-row.ts";
import { answersOf } from "../../people/request-answers.ts";

type ListQuery = z.output<typeof endpoints.listRequests.query>;
type List = EndpointOutput<typeof endpoints.listRequests>;

const DAY_MS = 86_400_000;
const waitingDays = (since: Date, now: Date): number =>
  Math.max(0, Math.floor((now.getTime() - since.getTime()) / DAY_MS));

export function listRequests(deps: AppDeps, actor: StaffActor, { page, sort, ...filter }: ListQuery): Promise<List> {
  return deps.db.withTenant(actor.networkId, async (tx) => {
    const scope = { providerId: actor.providerId, hiddenMenteeIds: await hiddenMenteeIds(tx, deps.vault, actor) };
    const slice = { order: sort, offset: (page - 1) * PAGE_SIZE, limit: PAGE_SIZE };
    const { rows, total } = await listRequestsOfProvider(tx, scope, filter, slice);
    const now = deps.clock();
    return { items: rows.map((row) => requestRow(row, now)), total, page, pageSize: PAGE_SIZE };
  });
}

const requestRow = ({ request, mentee, districtName }: StaffRequest, now: Date): RequestRow => ({
  id: request.id,
  chosenName: mentee.chosenName,
  status: request.status,
  kind: request.kind,
  languages: request.languages,
  districtName,
  topics: request.topics,
  priority: request.priority,
  submittedAt: request.submittedAt.toISOString(),
  waitingDays: waitingDays(request.submittedAt, now),
});

export function readRequest(deps: AppDeps, actor: StaffActor, id: string): Promise<RequestDetail> {
  return deps.db.withTenant(actor.networkId, async (tx) => {
    const { request, mentee, districtName, protection } = await requireOwnRequest(tx, deps.vault, actor, id);
    const now = deps.clock();
    return {
      id,
      status: request.status,
      answers: answersOf(mentee, request, deps.vault),
      clarification: {
        kind: request.kind,
        interpreterAgreed: request.interpreterAgreed,
        involvesMinors: request.involvesMinors,
        inReceptionCentre: request.inReceptionCentre,
        protected: protection.isProtected,
        priority: request.priority,
      },
      districtName,
      submittedAt: request.submittedAt.toISOString(),
      waitingDays: waitingDays(request.submittedAt, now),
      via: request.via,
      consent: await findConsent(tx, mentee.id),
      closedReason: request.closedReason,
      proposals: (await listProposalsOfRequest(tx, id)).map((proposal) => proposalRow(proposal, now)),
      tandemId: await findOpenTandemIdOfRequest(tx, id),
      otherProviders: await listOtherProviders(tx, actor.providerId),
    };
  });
}
