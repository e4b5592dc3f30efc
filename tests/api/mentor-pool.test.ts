import pg from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { makeMatchingScene, type MatchingScene } from "../support/matching-scene.ts";
import { signInAs } from "../support/make-network.ts";
import { expectOk } from "../support/replies.ts";
import { startSecondProcess } from "../support/second-process.ts";
import { createTestApp, type TestWorld } from "../support/test-app.ts";

let world: TestWorld;
let scene: MatchingScene;
/** Another process on the same database. */
let elsewhere: pg.Client;

beforeAll(async () => {
  world = await createTestApp();
  scene = await makeMatchingScene(world);
  elsewhere = new pg.Client({ connectionString: world.ownerUrl });
  await elsewhere.connect();
});
afterAll(async () => {
  await elsewhere.end();
  await world.close();
});

/** The owner is bound by row-level security too, unless it is a superuser. */
async function writeElsewhere(statement: string, values: unknown[]): Promise<void> {
  await elsewhere.query("select set_config('app.network_id', $1, false)", [scene.network.id]);
  const { rowCount } = await elsewhere.query(statement, values);
  expect(rowCount).toBe(1);
}

describe("the mentors that one process remembers", () => {
  it("are never older than what another process has written", async () => {
    const mentor = await scene.mentor({ capacity: 1 });
    const { requestId } = await scene.openRequest();
    const suggested = async () => {
      const { suggestions } = expectOk(
        await scene.coordinator.client.call("readSuggestions", { params: { id: requestId }, query: { limit: 50 } }),
      );
      return suggestions.find(({ volunteerId }) => volunteerId === mentor.id);
    };
    expect(await suggested()).toBeDefined();
    expect(await suggested()).toBeDefined();

    await writeElsewhere("update volunteers set status = 'paused' where id = $1", [mentor.id]);
    expect(await suggested()).toBeUndefined();
    await writeElsewhere("update volunteers set status = 'in_training', capacity = 3 where id = $1", [mentor.id]);
    expect((await suggested())?.capacity).toBe(3);

    const other = await scene.openRequest();
    await scene.propose(other, mentor);
    expect((await suggested())?.openProposals).toBe(1);
    await writeElsewhere(
      "update proposals set state = 'withdrawn', ended_at = now() where volunteer_id = $1 and state = 'awaiting_volunteer'",
      [mentor.id],
    );
    expect((await suggested())?.openProposals).toBe(0);
  });

  it("forget a change that was rolled back", async () => {
    const mentor = await scene.mentor();
    const { requestId } = await scene.openRequest();
    const capacity = async () =>
      expectOk(
        await scene.coordinator.client.call("readPairing", { params: { id: requestId, volunteerId: mentor.id } }),
      ).mentor.capacity;
    const before = await capacity();
    await elsewhere.query("begin");
    await writeElsewhere("update volunteers set capacity = capacity + 1 where id = $1", [mentor.id]);
    expect(await capacity()).toBe(before);
    await elsewhere.query("rollback");
    expect(await capacity()).toBe(before);
  });

  it("are the same in two processes on one database, whichever of them people use", async () => {
    const second = await startSecondProcess(world);
    try {
      const clients = [scene.coordinator.client, await signInAs(second, scene.coordinator.account)];
      const mentor = await scene.mentor({ capacity: 2 });
      const asker = await scene.openRequest();
      const suggested = async (requestId: string) =>
        Promise.all(
          clients.map(async (client) => {
            const call = { params: { id: requestId }, query: { limit: 50 } };
            const { suggestions, possible } = expectOk(await client.call("readSuggestions", call));
            const found = suggestions.find(({ volunteerId }) => volunteerId === mentor.id);
            return { possible, openProposals: found?.openProposals, openTandems: found?.openTandems };
          }),
        );
      const expectBoth = async (expected: { openProposals?: number; openTandems?: number }) => {
        const other = await scene.openRequest();
        const [one, two] = await suggested(other.requestId);
        expect(one).toMatchObject(expected);
        expect(two).toEqual(one);
      };
      await expectBoth({ openProposals: 0, openTandems: 0 });
      for (const [index, client] of clients.entries()) {
        const other = clients[1 - index] ?? client;
        const { requestId } = index === 0 ? asker : await scene.openRequest();
        const proposal = await client.call("propose", { params: { id: requestId }, body: { volunteerId: mentor.id } });
        await expectBoth(index === 0 ? { openProposals: 1 } : {});
        const withdrawn = { params: { id: expectOk(proposal).id }, body: { reason: "Doch noch nicht." } };
        expectOk(await other.call("withdrawProposal", withdrawn));
        await expectBoth({ openProposals: 0 });
      }
    } finally {
      await second.close();
    }
  });
});
