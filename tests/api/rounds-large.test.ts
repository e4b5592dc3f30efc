import { randomUUID } from "node:crypto";
import { and, eq } from "drizzle-orm";
import { createRoundEngine, type RoundEngine } from "@augenhoehe/api/matching-rounds/round-engine";
import { proposals } from "@augenhoehe/api/db/schema/matching";
import { volunteers } from "@augenhoehe/api/db/schema/people";
import { mails } from "@augenhoehe/api/db/schema/platform";
import { roundSolvings } from "@augenhoehe/api/db/schema/rounds";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { makeAccount, signInAs, type TestAccount } from "../support/make-network.ts";
import { EVERYBODY, makeRound, openRoundAs, pairsOf, USUAL, type TestRound } from "../support/make-round.ts";
import { startSecondProcess } from "../support/second-process.ts";
import { generatePool, insertPool } from "../support/population.ts";
import { errorOf, expectOk, refusalOf } from "../support/replies.ts";
import { createTestApp, type TestWorld } from "../support/test-app.ts";
import type { TestClient } from "../support/test-client.ts";

const ENOUGH = { timeout: 60_000, interval: 50 };

let world: TestWorld;
let networkId: string;
let coordinator: TestAccount;
/** One works plans out at once, two ask their thread for everything, as for the largest rounds. */
let small: TestClient;
let large: TestClient;
let otherLarge: TestClient;
const processes: TestWorld[] = [];

async function openProcess(smallPairs: number): Promise<TestClient> {
  const process = await startSecondProcess(world, createRoundEngine({ smallPairs }));
  processes.push(process);
  return signInAs(process, coordinator);
}

beforeAll(async () => {
  world = await createTestApp({ rateLimits: false });
  const pool = generatePool({ volunteers: 260, requests: 220, seed: 11, now: world.clock.now });
  networkId = randomUUID();
  const { providerId } = await world.inTenant(networkId, (tx) =>
    insertPool(tx, pool, world.deps.vault, world.clock.now),
  );
  coordinator = await makeAccount(world, {
    network: { id: networkId },
    provider: { id: providerId },
    roles: ["coordinator"],
  });
  small = await openProcess(Infinity);
  [large, otherLarge] = [await openProcess(0), await openProcess(0)];
});
afterAll(async () => {
  for (const process of processes) await process.close();
  await world.close();
});

/** One whose plan is never done: it goes on until it is told to stop. */
async function openSlowProcess() {
  const { promise: stopped, resolve } = Promise.withResolvers<true>();
  const engine: RoundEngine = {
    ...createRoundEngine({ smallPairs: 0 }),
    ask: (_round, _question, _task, watch) =>
      new Promise((_, reject) =>
        watch?.signal?.addEventListener("abort", () => {
          resolve(true);
          reject(new Error("told to stop"));
        }),
      ),
  };
  const process = await startSecondProcess(world, engine);
  processes.push(process);
  return { client: await signInAs(process, coordinator), stopped };
}

const statusIn = async (client: TestClient, { params }: Pick<TestRound, "params">) =>
  expectOk(await client.call("readRoundPlan", { params, query: {} })).status;
const untilReady = (client: TestClient, round: Pick<TestRound, "params">) =>
  expect.poll(() => statusIn(client, round), ENOUGH).toBe("ready");
const solvingOf = ({ draftId }: TestRound) =>
  world.inTenant(networkId, async (tx) => {
    const [row] = await tx.select().from(roundSolvings).where(eq(roundSolvings.draftId, draftId));
    return row;
  });
const aRound = () => makeRound(small, { filter: { languages: ["ar", "uk"] } });

describe("a plan worked out in a thread", () => {
  it("answers at once that it is being worked on, for every process to see, and then is the plan of any other process", async () => {
    const round = await aRound();
    const expected = await round.plan();
    const first = expectOk(await large.call("readRoundPlan", { params: round.params, query: {} }));
    expect(first).toEqual({ status: "working", revision: 1, progress: 0 });
    await untilReady(large, round);
    expect(await openRoundAs(large, round.params).plan()).toEqual(expected);
    expect((await solvingOf(round))?.planSealed?.startsWith("v1.")).toBe(true);
    expect(await openRoundAs(otherLarge, round.params).plan()).toEqual(expected);
  });

  it("explains, advises, edits and refuses as one worked out at once", async () => {
    const round = await aRound();
    const { pairs, unserved } = await round.plan();
    const [pair] = pairs;
    if (pair === undefined) throw new Error("Nobody was paired");
    const inThread = { params: { ...round.params, requestId: pair.requestId } };
    expect(refusalOf(await otherLarge.call("readRoundPair", inThread))).toBe("round_plan_not_ready");
    await untilReady(otherLarge, round);
    expect(expectOk(await otherLarge.call("readRoundPair", inThread))).toEqual(
      expectOk(await small.call("readRoundPair", inThread)),
    );
    for (const { requestId } of unserved.slice(0, 1)) {
      const params = { ...round.params, requestId };
      expect(expectOk(await otherLarge.call("readRoundUnserved", { params }))).toEqual(
        expectOk(await small.call("readRoundUnserved", { params })),
      );
    }
    const recruit = { params: round.params };
    expect(expectOk(await otherLarge.call("readRoundRecruitment", recruit))).toEqual(
      expectOk(await small.call("readRoundRecruitment", recruit)),
    );
    const unpin = { revision: 1, edit: { kind: "unpin" as const, requestId: pair.requestId } };
    const refused = await otherLarge.call("editRoundDraft", { params: round.params, body: unpin });
    expect(errorOf(refused)).toEqual(
      errorOf(await small.call("editRoundDraft", { params: round.params, body: unpin })),
    );
    const pin = { revision: 1, edit: { ...unpin.edit, kind: "pin" as const, mentorId: pair.mentorId } };
    expectOk(await otherLarge.call("editRoundDraft", { params: round.params, body: pin }));
    await untilReady(otherLarge, round);
    const pinned = await openRoundAs(otherLarge, round.params).plan();
    expect(pinned).toEqual(await round.plan());
    expect(pinned.figures.pinned).toBe(1);
    expectOk(await otherLarge.call("undoRoundStep", { params: round.params, body: { revision: 2 } }));
    expect(pairsOf(await round.plan())).toEqual(Object.fromEntries(pairs.map((one) => [one.requestId, one.mentorId])));
  });

  it("is stopped from another process, stays stopped for all, and is begun again when somebody asks", async () => {
    const round = await aRound();
    const slow = await openSlowProcess();
    expect(await statusIn(slow.client, round)).toBe("working");
    expect(await statusIn(otherLarge, round)).toBe("working");
    expectOk(await otherLarge.call("cancelRoundPlan", { params: round.params }));
    for (const client of [slow.client, otherLarge]) expect(await statusIn(client, round)).toBe("cancelled");
    expect(await slow.stopped).toBe(true);
    const send = { params: round.params, body: { revision: 1, requestIds: "all" as const } };
    expect(refusalOf(await large.call("sendRound", send))).toBe("round_plan_not_ready");
    expectOk(await otherLarge.call("startRoundPlan", { params: round.params }));
    await untilReady(large, round);
    expectOk(await large.call("cancelRoundPlan", { params: round.params }));
    expect(await statusIn(large, round)).toBe("ready");
  });

  it("a change while it is being worked on is what counts: the older solving brings nothing any more", async () => {
    const round = await aRound();
    const [pair] = (await round.plan()).pairs;
    if (pair === undefined) throw new Error("Nobody was paired");
    expect(await statusIn(large, round)).toBe("working");
    await round.edit({ kind: "leave_out", side: "request", id: pair.requestId });
    await untilReady(otherLarge, round);
    await untilReady(large, round);
    expect((await solvingOf(round))?.revision).toBe(2);
    expect(await openRoundAs(large, round.params).plan()).toEqual(await round.plan());
  });

  it("a solving whose process died is taken over once it has fallen silent", async () => {
    const round = await aRound();
    const died = { draftId: round.draftId, revision: 1, runId: randomUUID(), heardAt: world.clock.now };
    expect(await statusIn(large, round)).toBe("working");
    await untilReady(large, round);
    await world.inTenant(networkId, (tx) =>
      tx
        .update(roundSolvings)
        .set({ ...died, status: "working", progress: 0.4, planSealed: null })
        .where(eq(roundSolvings.draftId, round.draftId)),
    );
    const seen = expectOk(await otherLarge.call("readRoundPlan", { params: round.params, query: {} }));
    expect(seen.status === "working" && seen.progress).toBeCloseTo(0.4);
    world.clock.advance({ minutes: 1 });
    await untilReady(otherLarge, round);
    expect((await solvingOf(round))?.runId).not.toBe(died.runId);
  });

  it("one that fails says so, and can be begun again", async () => {
    const round = await aRound();
    const engine = createRoundEngine({ smallPairs: 0 });
    const broken = { ...engine, ask: () => Promise.reject(new Error("out of memory")) };
    const process = await startSecondProcess(world, broken);
    const client = await signInAs(process, coordinator);
    expect(await statusIn(client, round)).toBe("working");
    await expect.poll(() => statusIn(client, round), ENOUGH).toBe("failed");
    expect(await statusIn(large, round)).toBe("failed");
    expectOk(await large.call("startRoundPlan", { params: round.params }));
    await untilReady(large, round);
    await process.close();
  });

  it("a program that stops does not wait for it", async () => {
    const round = await aRound();
    const process = await startSecondProcess(world, createRoundEngine({ smallPairs: 0 }));
    const client = await signInAs(process, coordinator);
    expect(await statusIn(client, round)).toBe("working");
    await process.close();
    world.clock.advance({ minutes: 1 });
    await untilReady(large, round);
  });
});

it("two hundred pairs are sent at once: one proposal and one mail each, no mentor beyond their places", async () => {
  const round = await makeRound(small, { settings: { ...USUAL, minimumPoints: 0 } });
  const plan = await round.plan();
  expect(plan.total).toBeGreaterThan(200);
  const second = await round.plan(2);
  expect(plan.pairs.length + second.pairs.length).toBe(plan.total);
  expect(new Set([...plan.pairs, ...second.pairs].map(({ requestId }) => requestId)).size).toBe(plan.total);
  const { sent, stale, left } = await round.send();
  expect([sent.length, stale, left]).toEqual([plan.total, [], 0]);
  const rows = await world.inTenant(networkId, async (tx) => ({
    proposals: await tx.select().from(proposals).where(eq(proposals.state, "awaiting_volunteer")),
    mails: await tx
      .select()
      .from(mails)
      .where(and(eq(mails.template, "proposal_question"), eq(mails.status, "queued"))),
    volunteers: await tx
      .select({ id: volunteers.id, capacity: volunteers.capacity, email: volunteers.email })
      .from(volunteers),
  }));
  expect(rows.proposals).toHaveLength(plan.total);
  const reachable = new Set(rows.volunteers.filter(({ email }) => email !== null).map(({ id }) => id));
  expect(rows.mails).toHaveLength(rows.proposals.filter(({ volunteerId }) => reachable.has(volunteerId)).length);
  for (const { id, capacity } of rows.volunteers) {
    expect(rows.proposals.filter(({ volunteerId }) => volunteerId === id).length).toBeLessThanOrEqual(capacity);
  }
});

it("more people than anybody decides about by hand are refused, with how many there may be", async () => {
  const generated = generatePool({ volunteers: 2, requests: 2_001, seed: 3, now: world.clock.now });
  const pool = { ...generated, definition: { ...generated.definition, slug: "gross" } };
  const id = randomUUID();
  const { providerId } = await world.inTenant(id, (tx) => insertPool(tx, pool, world.deps.vault, world.clock.now));
  const account = await makeAccount(world, { network: { id }, provider: { id: providerId }, roles: ["coordinator"] });
  const client = await signInAs(world, account);
  const body = { name: "Alle", filter: EVERYBODY, settings: USUAL };
  expect(errorOf(await client.call("createRound", { body }))).toEqual({
    code: "refused",
    refusal: "round_too_large",
    facts: { requests: 2_001, mentors: 2, mostRequests: 2_000, mostMentors: 5_000 },
  });
  expect(expectOk(await client.call("readRoundPool")).requests).toBe(2_001);
});
