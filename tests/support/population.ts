import { SUBMITTED_REQUEST } from "@augenhoehe/domain";
import type { Tx } from "@augenhoehe/api/db/client";
import { schema } from "@augenhoehe/api/db/schema";
import type { DemoMentor } from "@augenhoehe/api/demo/demo-journeys";
import { generateRequests } from "@augenhoehe/api/demo/demo-requests";
import { demoRowsOfPeople, type DemoPlace } from "@augenhoehe/api/demo/demo-rows-of-people";
import { demoRowsOfPairings } from "@augenhoehe/api/demo/demo-rows-of-work";
import type { DemoAsker } from "@augenhoehe/api/demo/demo-tandems";
import { generateVolunteers } from "@augenhoehe/api/demo/demo-volunteers";
import { seededRandom } from "@augenhoehe/api/demo/seeded-random";
import { createNetwork } from "@augenhoehe/api/networks/create-network";
import { moenchengladbach } from "@augenhoehe/api/networks/moenchengladbach";
import type { NetworkDefinition } from "@augenhoehe/api/networks/network-definition";
import type { Vault } from "@augenhoehe/api/vault";

/** Many people with one provider: mentors who may all be proposed, and requests that all wait. */
export interface Pool {
  readonly definition: NetworkDefinition;
  readonly mentors: readonly DemoMentor[];
  readonly requests: readonly DemoAsker[];
}

const DAY_MS = 86_400_000;
const NOBODY_IN = {
  applied: 0,
  interviewed: 0,
  waiting: 0,
  in_course: 0,
  enrolled: 0,
  missed: 0,
  uncertified: 0,
  unsigned: 0,
  paused: 0,
  left: 0,
};

/** The people of the demo, by the same shares, in any number. The same seed gives the same pool. */
export function generatePool({
  volunteers,
  requests,
  seed,
  now = new Date("2026-03-02T09:00:00Z"),
}: {
  readonly volunteers: number;
  readonly requests: number;
  readonly seed: number;
  readonly now?: Date;
}): Pool {
  const random = seededRandom(seed);
  const definition = { ...moenchengladbach, providers: moenchengladbach.providers.slice(0, 1) };
  const daysAgo = (days: number): Date => new Date(now.getTime() - days * DAY_MS);
  const mentors = generateVolunteers(random, definition, { ...NOBODY_IN, eligible: volunteers }).map(
    (volunteer): DemoMentor => {
      const inspectedOn = daysAgo(random.between(20, 200)).toISOString().slice(0, 10);
      const certifiedAt = daysAgo(random.between(10, 700));
      return {
        ...volunteer,
        journey: {
          status: "in_training",
          createdAt: daysAgo(900),
          interviewedOn: daysAgo(880).toISOString().slice(0, 10),
          interviewNote: null,
          secrecySignedAt: daysAgo(800),
          agreementSignedAt: daysAgo(800),
          certificateId: random.uuid(),
          override: null,
          eligibleSince: certifiedAt,
          pausedAt: null,
          leftAt: null,
          fuehrungszeugnis:
            volunteer.wishes.forWhom.length === 0 && random.chance(0.35)
              ? { inspectedOn, certificateDate: inspectedOn }
              : null,
        },
      };
    },
  );
  const askers = generateRequests(random, definition, {
    submitted: 0,
    clarified: 0,
    ready: requests,
    withdrawn: 0,
  }).map((request): DemoAsker => {
    const submittedAt = daysAgo(random.between(1, 200));
    return { ...request, submittedAt, state: { ...SUBMITTED_REQUEST, status: "open", openedAt: submittedAt } };
  });
  return { definition, mentors, requests: askers };
}

/** Rows in one statement: parameters of a statement are counted in 16 bits. */
const ROWS_AT_ONCE = 1000;

export interface InsertedPool {
  readonly networkId: string;
  readonly providerId: string;
  readonly requestIds: readonly string[];
}

/** Puts a pool into the network that the transaction was opened for; 10,000 volunteers take a few seconds. */
export async function insertPool(tx: Tx, pool: Pool, vault: Vault, now: Date): Promise<InsertedPool> {
  const { providerIdByKey, curriculumId } = await createNetwork(tx, pool.definition, { now, demo: false });
  const [providerId] = providerIdByKey.values();
  if (providerId === undefined) throw new Error("A pool needs a provider");
  const place: DemoPlace = {
    vault,
    curriculumId,
    passwordHashByAccountId: new Map(),
    providerId: () => providerId,
    coordinatorId: () => providerId,
  };
  const people = demoRowsOfPeople({ ...pool, accounts: [] }, place);
  const { mentorRequests } = demoRowsOfPairings({ ...pool, proposals: [], tandems: [] }, place);
  const { networkId } = tx;
  const own = <Row extends object>(rows: readonly Row[]) => rows.map((row) => ({ ...row, networkId }));
  for (const rows of chunksOf(own(people.volunteers))) await tx.insert(schema.volunteers).values(rows);
  for (const rows of chunksOf(own(people.fuehrungszeugnisEntries))) {
    await tx.insert(schema.fuehrungszeugnisEntries).values(rows);
  }
  for (const rows of chunksOf(own(people.mentees))) await tx.insert(schema.mentees).values(rows);
  for (const rows of chunksOf(own(mentorRequests))) await tx.insert(schema.mentorRequests).values(rows);
  return { networkId, providerId, requestIds: pool.requests.map(({ id }) => id) };
}

function chunksOf<Row>(rows: readonly Row[]): Row[][] {
  return Array.from({ length: Math.ceil(rows.length / ROWS_AT_ONCE) }, (_, index) =>
    rows.slice(index * ROWS_AT_ONCE, (index + 1) * ROWS_AT_ONCE),
  );
}
