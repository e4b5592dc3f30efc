import { randomUUID } from "node:crypto";
import { eq, sql } from "drizzle-orm";
import pg from "pg";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import type { Tx } from "@augenhoehe/api/db/client";
import { readMentorNews, readMentors } from "@augenhoehe/api/db/repositories/match-mentors";
import { mentorChanges } from "@augenhoehe/api/db/schema/mentor-changes";
import { proposals } from "@augenhoehe/api/db/schema/matching";
import { declarationTexts, districts, volunteers } from "@augenhoehe/api/db/schema/people";
import { networks } from "@augenhoehe/api/db/schema/platform";
import { createMentorPools, type MentorPools } from "@augenhoehe/api/matching/mentor-pools";
import { makeMatchingScene, type MatchingScene } from "../support/matching-scene.ts";
import { createTestApp, type TestWorld } from "../support/test-app.ts";

let world: TestWorld;
let scene: MatchingScene;
let late: pg.Client;

beforeAll(async () => {
  world = await createTestApp();
  scene = await makeMatchingScene(world);
  late = new pg.Client({ connectionString: world.ownerUrl });
  await late.connect();
});
afterAll(async () => {
  await late.end();
  await world.close();
});
afterEach(async () => {
  await late.query("rollback");
});

const providerId = () => scene.network.intake.id;
const inNetwork = <T>(work: (tx: Tx) => Promise<T>): Promise<T> => world.inTenant(scene.network.id, work);

/** What the mentors are to somebody who remembers something, and what the network says. */
async function asRemembered(pools: MentorPools, tx: Tx) {
  const { mentors, network } = await pools.open(tx, providerId());
  const present = mentors.mentors.filter((mentor) => mentor !== undefined);
  return {
    mentors: present.toSorted((a, b) => (a.id < b.id ? -1 : 1)),
    weights: network.weights,
    places: network.places.toSorted((a, b) => (a.key < b.key ? -1 : 1)),
    shares: mentors.interestShares(),
  };
}

/** The same to somebody who has just started. */
const asRead = (tx: Tx) => asRemembered(createMentorPools(), tx);

const capacityOf = async (pools: MentorPools, tx: Tx, id: string) =>
  (await pools.open(tx, providerId())).mentors.get(id)?.capacity;
const setCapacity = (tx: Tx, id: string, capacity: number) =>
  tx.update(volunteers).set({ capacity }).where(eq(volunteers.id, id));

async function expectUpToDate(...processes: MentorPools[]): Promise<void> {
  const truth = await inNetwork(asRead);
  for (const pools of processes) expect(await inNetwork((tx) => asRemembered(pools, tx))).toEqual(truth);
}

/** A transaction of somebody else that stays open until the test ends it. */
async function beginLate(): Promise<void> {
  await late.query("begin");
  await late.query("select set_config('app.network_id', $1, true)", [scene.network.id]);
}

describe("a process that remembers mentors", () => {
  it("learns of everything that happens to them, whoever writes it", async () => {
    const [one, other] = [createMentorPools(), createMentorPools()];
    const mentor = await scene.mentor({ capacity: 2 });
    await expectUpToDate(one, other);

    const asker = await scene.openRequest();
    const proposalId = await scene.propose(asker, mentor);
    await expectUpToDate(one);
    await inNetwork((tx) => setCapacity(tx, mentor.id, 4));
    await expectUpToDate(one, other);
    await inNetwork((tx) => tx.delete(proposals).where(eq(proposals.id, proposalId)));
    await expectUpToDate(other);
    await scene.tandem(await scene.openRequest(), mentor);
    await expectUpToDate(one, other);

    const gone = await scene.mentor();
    await expectUpToDate(one);
    await inNetwork((tx) => tx.delete(volunteers).where(eq(volunteers.id, gone.id)));
    await expectUpToDate(one, other);
    const elsewhere = { providerId: scene.network.otherProvider.id };
    await inNetwork((tx) => tx.update(volunteers).set(elsewhere).where(eq(volunteers.id, mentor.id)));
    await expectUpToDate(one, other);
  });

  it("learns of new texts, weights and districts, which concern everybody", async () => {
    const pools = createMentorPools();
    await scene.mentor();
    await expectUpToDate(pools);
    await inNetwork((tx) =>
      tx.insert(declarationTexts).values({
        networkId: scene.network.id,
        kind: "secrecy",
        version: 7,
        titles: { de: "Verschwiegenheit" },
        paragraphs: { de: ["Neu."] },
        publishedAt: world.clock.now,
      }),
    );
    await expectUpToDate(pools);
    const weights = { language: 25, district: 25, availability: 25, interests: 25 };
    await inNetwork((tx) => tx.update(networks).set({ weights, weightsVersion: 2 }));
    await expectUpToDate(pools);
    await inNetwork((tx) => tx.update(districts).set({ lat: 51.5 }).where(eq(districts.key, "eicken")));
    await expectUpToDate(pools);
    const { places } = await inNetwork((tx) => asRemembered(pools, tx));
    expect(places.find(({ key }) => key === "eicken")?.lat).toBe(51.5);
  });

  it("learns of a change that was begun long before and committed late", async () => {
    const pools = createMentorPools();
    const [first, second] = [await scene.mentor(), await scene.mentor()];
    await beginLate();
    await late.query("update volunteers set capacity = 7 where id = $1", [first.id]);
    await expectUpToDate(pools);
    await inNetwork((tx) => setCapacity(tx, second.id, 8));
    await expectUpToDate(pools);
    expect(await inNetwork((tx) => capacityOf(pools, tx, first.id))).toBe(1);
    await late.query("commit");
    expect(await inNetwork((tx) => capacityOf(pools, tx, first.id))).toBe(7);
    await expectUpToDate(pools);
  });

  it("never learns of what was taken back", async () => {
    const pools = createMentorPools();
    const mentor = await scene.mentor();
    await expectUpToDate(pools);
    await beginLate();
    await late.query("update volunteers set capacity = 7 where id = $1", [mentor.id]);
    await late.query("rollback");
    await expectUpToDate(pools);
    expect(await inNetwork((tx) => capacityOf(pools, tx, mentor.id))).toBe(1);
  });

  it("shows a transaction its own changes, and nobody else before they are certain", async () => {
    const pools = createMentorPools();
    const mentor = await scene.mentor();
    await expectUpToDate(pools);
    const undone = inNetwork(async (tx) => {
      await setCapacity(tx, mentor.id, 9);
      expect(await capacityOf(pools, tx, mentor.id)).toBe(9);
      expect(await inNetwork((other) => capacityOf(pools, other, mentor.id))).toBe(1);
      await setCapacity(tx, mentor.id, 10);
      expect(await capacityOf(pools, tx, mentor.id)).toBe(10);
      throw new Error("changed my mind");
    });
    await expect(undone).rejects.toThrow("changed my mind");
    await expectUpToDate(pools);
    expect(await inNetwork((tx) => capacityOf(pools, tx, mentor.id))).toBe(1);
  });

  it("learns of a transaction that had locked a row and looked before it wrote", async () => {
    const pools = createMentorPools();
    const mentor = await scene.mentor();
    await inNetwork(async (tx) => {
      await tx.select().from(volunteers).where(eq(volunteers.id, mentor.id)).for("update");
      await inNetwork((other) => setCapacity(other, randomUUID(), 1));
      expect(await capacityOf(pools, tx, mentor.id)).toBe(1);
      await expectUpToDate(pools);
      await setCapacity(tx, mentor.id, 5);
      expect(await capacityOf(pools, tx, mentor.id)).toBe(5);
    });
    expect(await inNetwork((tx) => capacityOf(pools, tx, mentor.id))).toBe(5);
    await expectUpToDate(pools);
  });

  it("stays right while many write and look at once", async () => {
    const processes = [createMentorPools(), createMentorPools(), createMentorPools()];
    const mentors = [await scene.mentor(), await scene.mentor(), await scene.mentor(), await scene.mentor()];
    for (let round = 0; round < 15; round++) {
      await Promise.all(
        processes.flatMap((pools, index) => [
          inNetwork((tx) => setCapacity(tx, mentors[(round + index) % 4]?.id ?? "", round + index)),
          inNetwork(async (tx) => {
            await setCapacity(tx, mentors[3 - index]?.id ?? "", 99);
            await pools.open(tx, providerId());
            throw new Error("taken back");
          }).catch(() => undefined),
          inNetwork((tx) => pools.open(tx, providerId())),
        ]),
      );
      await expectUpToDate(...processes);
    }
  });
});

describe("the notes of what has changed", () => {
  const seen = () => inNetwork((tx) => readMentors(tx, providerId()));
  const newsSince = (snapshot: string) => inNetwork((tx) => readMentorNews(tx, providerId(), snapshot));

  it("name nobody when nothing has happened", async () => {
    await scene.mentor();
    const { changedIds, everythingChanged, mentors } = await newsSince((await seen()).snapshot);
    expect({ changedIds, everythingChanged, mentors }).toEqual({
      changedIds: [],
      everythingChanged: false,
      mentors: [],
    });
  });

  it("are found by an index that row-level security does not keep from being used", async () => {
    const { snapshot } = await seen();
    const plan = await inNetwork(async (tx) => {
      await tx.execute(sql`set local enable_seqscan = off`);
      return tx.execute<{ "QUERY PLAN": string }>(
        sql`explain select volunteer_id from mentor_changes
          where network_id = ${tx.networkId} and transaction >= pg_snapshot_xmin(${snapshot}::pg_snapshot)`,
      );
    });
    const text = plan.rows.map((row) => row["QUERY PLAN"]).join("\n");
    expect(text).toMatch(/Index Cond: .*transaction >=/);
  });

  it("become one after a day; who has looked since misses nothing, who has not reads everybody anew", async () => {
    const before = await seen();
    const mentor = await scene.mentor();
    await beginLate();
    await late.query("update mentor_changes set changed_at = now() - interval '2 days'");
    const { rows } = await late.query<{ entries: number }>("select count(*)::int as entries from mentor_changes");
    await late.query(
      "select setval(pg_get_serial_sequence('mentor_changes', 'id'), 1000 * (last_value / 1000 + 1) - 1) from mentor_changes_id_seq",
    );
    await late.query("commit");
    const recent = await seen();

    await inNetwork((tx) => setCapacity(tx, mentor.id, 6));

    const left = await inNetwork((tx) => tx.select({ pruned: mentorChanges.pruned }).from(mentorChanges));
    expect(rows[0]?.entries).toBeGreaterThan(2);
    expect(left.map(({ pruned }) => pruned).toSorted()).toEqual([false, true]);
    expect((await newsSince(before.snapshot)).everythingChanged).toBe(true);
    expect(await newsSince(recent.snapshot)).toMatchObject({ everythingChanged: false, changedIds: [mentor.id] });
  });

  it("of another database that this one was restored from mean nothing", async () => {
    const { snapshot } = await seen();
    const mentor = await scene.mentor();
    await beginLate();
    await late.query(
      "insert into mentor_changes (network_id, volunteer_id, transaction, pruned) values ($1, $2, '999999999999', false), ($1, null, '999999999999', true)",
      [scene.network.id, randomUUID()],
    );
    await late.query("commit");
    expect(await newsSince(snapshot)).toMatchObject({ everythingChanged: false, changedIds: [mentor.id] });
  });

  it("of one network are none of another's business", async () => {
    await scene.mentor();
    const foreign = await world.inTenant(scene.foreignNetwork.id, (tx) => tx.select().from(mentorChanges));
    expect(foreign.filter(({ networkId }) => networkId !== scene.foreignNetwork.id)).toEqual([]);
  });
});
