import type { EndpointOutput, endpoints, FunderProof, Measure } from "@augenhoehe/contract";
import { measureFigures, unitsOf, visitFigures, type MeasureFigures } from "@augenhoehe/domain";
import type { Tx } from "../../db/client.ts";
import {
  listHeldSessions,
  listVisits,
  type HeldSessionRow,
  type ProofScope,
} from "../../db/repositories/proof-rows.ts";
import { readProvider } from "../../db/repositories/public-network.ts";
import type { AppDeps } from "../../http/app-deps.ts";
import type { StaffActor } from "../../http/policy.ts";
import { recordProof } from "./proof-file.ts";
import { proofScope, type ProofFilter } from "./proof-scope.ts";

export const readFunderProof = (deps: AppDeps, actor: StaffActor, filter: ProofFilter): Promise<FunderProof> =>
  deps.db.withTenant(actor.networkId, async (tx) => funderProof(tx, actor, await proofScope(deps, tx, actor, filter)));

export const printFunderProof = (deps: AppDeps, actor: StaffActor, filter: ProofFilter) =>
  deps.db.withTenant(actor.networkId, async (tx): Promise<EndpointOutput<typeof endpoints.printFunderProof>> => {
    const scope = await proofScope(deps, tx, actor, filter);
    const proof = await funderProof(tx, actor, scope);
    await recordProof(deps, tx, actor, { proof: "measures", format: "print", rows: proof.sums.sessions });
    return { ...proof, printedBy: actor.displayName, printedAt: scope.now.toISOString() };
  });

/** Numbers only: no names, and nothing that tells people apart, so there is no group small enough to hide. */
export async function funderProof(tx: Tx, actor: StaffActor, scope: ProofScope): Promise<FunderProof> {
  const rows = await listHeldSessions(tx, scope);
  const visits = await listVisits(tx, scope);
  const sessions = rows.map((row) => ({
    sessionId: row.sessionId,
    courseId: row.courseId,
    startsAt: new Date(row.startsAtMs),
    endsAt: new Date(row.endsAtMs),
  }));
  const rowOf = new Map(rows.map((row) => [row.sessionId, row]));
  const measures = measureFigures(sessions, visits).map((figures) => measure(figures, rowOf));
  return {
    providerName: (await readProvider(tx, actor.providerId)).name,
    measures,
    sums: {
      measures: measures.length,
      sessions: sessions.length,
      minutes: measures.reduce((sum, { minutes }) => sum + minutes, 0),
      ...visitFigures(visits),
    },
  };
}

function measure(figures: MeasureFigures, rowOf: ReadonlyMap<string, HeldSessionRow>): Measure {
  const dates = figures.dates.map(({ sessionId, ...numbers }) => ({ ...numbers, row: required(rowOf, sessionId) }));
  const [first] = dates;
  if (first === undefined) throw new Error("A measure without dates");
  return {
    courseId: figures.courseId,
    title: first.row.courseTitle,
    trainers: first.row.trainers,
    places: [...new Set(dates.map(({ row }) => row.place))],
    dates: dates.map(({ row, ...numbers }) => ({
      sessionId: row.sessionId,
      startsAt: new Date(row.startsAtMs).toISOString(),
      endsAt: new Date(row.endsAtMs).toISOString(),
      moduleTitle: row.moduleTitle,
      place: row.place,
      ...numbers,
    })),
    minutes: figures.minutes,
    unitMinutes: first.row.unitMinutes,
    units: unitsOf(figures.minutes, first.row.unitMinutes),
    participants: figures.participants,
    participantMinutes: figures.participantMinutes,
  };
}

function required(rowOf: ReadonlyMap<string, HeldSessionRow>, sessionId: string): HeldSessionRow {
  const row = rowOf.get(sessionId);
  if (row === undefined) throw new Error("A date of a measure that was not read");
  return row;
}
