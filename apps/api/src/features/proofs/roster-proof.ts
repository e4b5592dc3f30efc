import {
  PAGE_SIZE,
  type EndpointOutput,
  type endpoints,
  type ProofSums,
  type RosterProofRow,
} from "@augenhoehe/contract";
import { visitFigures } from "@augenhoehe/domain";
import type { Tx } from "../../db/client.ts";
import {
  listHeldSessions,
  listRosterRows,
  listVisits,
  type ProofScope,
  type RosterRow,
} from "../../db/repositories/proof-rows.ts";
import { readProvider } from "../../db/repositories/public-network.ts";
import type { AppDeps } from "../../http/app-deps.ts";
import type { StaffActor } from "../../http/policy.ts";
import { displayName } from "../../training/roster.ts";
import { MOST_PROOF_ROWS, recordProof, requireProofSize } from "./proof-file.ts";
import { proofScope, type ProofFilter } from "./proof-scope.ts";

export const readRosterProof = (
  deps: AppDeps,
  actor: StaffActor,
  { page, ...filter }: ProofFilter & { page: number },
) =>
  deps.db.withTenant(actor.networkId, async (tx): Promise<EndpointOutput<typeof endpoints.readRosterProof>> => {
    const scope = await proofScope(deps, tx, actor, filter);
    const slice = { offset: (page - 1) * PAGE_SIZE, limit: PAGE_SIZE };
    const { rows, total } = await listRosterRows(tx, scope, slice);
    return { items: rows.map(rosterRow), total, page, pageSize: PAGE_SIZE, sums: await rosterSums(tx, scope) };
  });

/** The whole of it, for paper: who printed it and when stands there too. */
export const printRosterProof = (deps: AppDeps, actor: StaffActor, filter: ProofFilter) =>
  deps.db.withTenant(actor.networkId, async (tx): Promise<EndpointOutput<typeof endpoints.printRosterProof>> => {
    const scope = await proofScope(deps, tx, actor, filter);
    const rows = await wholeRoster(tx, scope);
    await recordProof(deps, tx, actor, { proof: "roster", format: "print", rows: rows.length });
    return {
      printedBy: actor.displayName,
      printedAt: scope.now.toISOString(),
      providerName: (await readProvider(tx, actor.providerId)).name,
      rows: rows.map(rosterRow),
      sums: await rosterSums(tx, scope),
    };
  });

export async function wholeRoster(tx: Tx, scope: ProofScope): Promise<RosterRow[]> {
  const { rows, total } = await listRosterRows(tx, scope, { offset: 0, limit: MOST_PROOF_ROWS + 1 });
  requireProofSize(total);
  return rows;
}

async function rosterSums(tx: Tx, scope: ProofScope): Promise<ProofSums> {
  const sessions = await listHeldSessions(tx, scope);
  return { sessions: sessions.length, ...visitFigures(await listVisits(tx, scope)) };
}

const rosterRow = ({ firstName, lastName, startsAtMs, endsAtMs, ...row }: RosterRow): RosterProofRow => ({
  sessionId: row.sessionId,
  volunteerId: row.volunteerId,
  name: displayName({ firstName, lastName }),
  providerName: row.providerName,
  courseTitle: row.courseTitle,
  moduleTitle: row.moduleTitle,
  place: row.place,
  startsAt: new Date(startsAtMs).toISOString(),
  endsAt: new Date(endsAtMs).toISOString(),
  mark: row.mark,
  minutes: row.minutes,
  guest: row.guest,
});
