import { randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import { mentorRequests, tandems } from "@augenhoehe/api/db/schema/matching";
import { mentees } from "@augenhoehe/api/db/schema/people";
import { activities } from "@augenhoehe/api/db/schema/platform";
import { VISIBLE_OF_MENTEE, VISIBLE_OF_VOLUNTEER } from "@augenhoehe/domain";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { FIRST_MEETING, makeMatchingScene, type MatchingScene } from "../support/matching-scene.ts";
import { expectOk, refusalOf } from "../support/replies.ts";
import { createTestApp, type TestWorld } from "../support/test-app.ts";

let world: TestWorld;
let scene: MatchingScene;
beforeAll(async () => {
  world = await createTestApp({ rateLimits: false });
  scene = await makeMatchingScene(world);
});
afterAll(() => world.close());

const rowOf = (id: string) =>
  world.inTenant(scene.network.id, async (tx) => {
    const [row] = await tx
      .select({ tandem: tandems, request: mentorRequests })
      .from(tandems)
      .innerJoin(mentorRequests, eq(mentorRequests.id, tandems.requestId))
      .where(eq(tandems.id, id));
    if (row === undefined) throw new Error("No such tandem");
    return row;
  });

describe("a tandem", () => {
  it("is read by its coordinator with the first meeting and the channels each side released", async () => {
    const [asker, mentor] = [await scene.openRequest(), await scene.mentor()];
    const id = await scene.tandem(asker, mentor);
    const tandem = expectOk(await scene.coordinator.client.call("readTandem", { params: { id } }));
    expect(tandem).toMatchObject({
      id,
      requestId: asker.requestId,
      volunteerId: mentor.id,
      menteeName: "Rania",
      mentorName: `${mentor.firstName} ${mentor.lastName}`,
      status: "introduced",
      firstMeeting: {
        startsAt: "2026-11-20T15:00:00.000Z",
        place: FIRST_MEETING.place,
        accompaniedBy: FIRST_MEETING.accompaniedBy,
      },
      mentorChannels: [{ kind: "email", value: mentor.email }],
      menteeChannels: [{ kind: "phone", value: "+49 1512 3456789" }],
    });
    const { tandem: stored } = await rowOf(id);
    expect(JSON.stringify(stored)).not.toContain("Lindner");
    const list = expectOk(await scene.coordinator.client.call("listTandems", { query: { status: "introduced" } }));
    expect(list.items.map((item) => item.id)).toContain(id);
    expect(expectOk(await scene.coordinator.client.call("listTandems", { query: { status: "ended" } })).total).toBe(0);
  });

  it("becomes active after the first meeting, pauses, goes on; who presses second learns it", async () => {
    const id = await scene.tandem(await scene.openRequest(), await scene.mentor());
    const params = { id };
    const { client } = scene.coordinator;
    expect(refusalOf(await client.call("pauseTandem", { params }))).toBe("tandem_not_active");
    expectOk(await client.call("recordFirstMeeting", { params }));
    expect(refusalOf(await scene.colleague.client.call("recordFirstMeeting", { params }))).toBe(
      "tandem_already_active",
    );
    expect(refusalOf(await client.call("resumeTandem", { params }))).toBe("tandem_not_paused");
    expectOk(await client.call("pauseTandem", { params }));
    expect(refusalOf(await scene.colleague.client.call("pauseTandem", { params }))).toBe("already_paused");
    expectOk(await client.call("resumeTandem", { params }));
    expect((await rowOf(id)).tandem.status).toBe("active");
    const log = await world.inTenant(scene.network.id, (tx) =>
      tx.select().from(activities).where(eq(activities.subjectId, id)),
    );
    expect(log.map(({ action }) => action).sort()).toEqual([
      "tandem_confirmed",
      "tandem_first_meeting_held",
      "tandem_paused",
      "tandem_resumed",
    ]);
  });

  it("ends once, without anybody justifying it: the request is closed, or back in the queue with priority", async () => {
    const closing = await scene.tandem(await scene.openRequest(), await scene.mentor());
    const returning = await scene.tandem(await scene.openRequest(), await scene.mentor());
    const end = (id: string, backInQueue: boolean) =>
      scene.coordinator.client.call("endTandem", { params: { id }, body: { reason: "moved", backInQueue } });
    expectOk(await end(closing, false));
    expectOk(await end(returning, true));
    expect((await rowOf(closing)).request).toMatchObject({ status: "closed", closedReason: "tandem_ended" });
    expect((await rowOf(returning)).request).toMatchObject({ status: "open", priority: true });
    expect((await rowOf(closing)).tandem).toMatchObject({ endingReason: "moved", endedAt: world.clock.now });
    expect(refusalOf(await end(closing, false))).toBe("tandem_ended");
    const [ended] = await world.inTenant(scene.network.id, (tx) =>
      tx.select().from(activities).where(eq(activities.subjectId, closing)).orderBy(activities.action),
    );
    expect(JSON.stringify(ended?.facts)).not.toContain("moved");
  });

  it("frees the mentor's place when it ends", async () => {
    const mentor = await scene.mentor({ capacity: 1 });
    const id = await scene.tandem(await scene.openRequest(), mentor);
    const next = await scene.openRequest();
    const propose = () =>
      scene.coordinator.client.call("propose", { params: { id: next.requestId }, body: { volunteerId: mentor.id } });
    expect(refusalOf(await propose())).toBe("mentor_at_capacity");
    const end = { params: { id }, body: { reason: "goal_reached" as const, backInQueue: false } };
    expectOk(await scene.coordinator.client.call("endTandem", end));
    expectOk(await propose());
  });

  it("is nobody else's: not another provider's, not another network's, not a counsellor's", async () => {
    const id = await scene.tandem(await scene.openRequest(), await scene.mentor());
    const params = { id };
    const body = { reason: "other" as const, backInQueue: false };
    const unknown = await scene.otherProvider.client.call("readTandem", { params: { id: randomUUID() } });
    for (const { client } of [scene.otherProvider, scene.otherNetwork]) {
      for (const reply of [
        await client.call("readTandem", { params }),
        await client.call("recordFirstMeeting", { params }),
        await client.call("pauseTandem", { params }),
        await client.call("resumeTandem", { params }),
        await client.call("endTandem", { params, body }),
      ]) {
        expect([reply.status, reply.body]).toEqual([404, unknown.body]);
      }
      expect(expectOk(await client.call("listTandems", { query: {} })).total).toBe(0);
    }
    const counsellor = await scene.staff("counsellor");
    expect(refusalOf(await counsellor.client.call("readTandem", { params }))).toBe("not_permitted");
    expect((await rowOf(id)).tandem.status).toBe("introduced");
  });
});

/** Everything somebody can read of the other person, by key, at each stage of the chain. */
describe("who sees what, stage by stage", () => {
  it("a volunteer sees a card without a name, then name and released channels, then nothing", async () => {
    const [asker, mentor] = [await scene.openRequest({ releaseEmail: true }), await scene.mentor()];
    const home = async () => expectOk(await mentor.client.call("readMyHome"));
    expect((await home()).proposals).toEqual([]);

    const id = await scene.propose(asker, mentor);
    const [proposal] = (await home()).proposals;
    expect(Object.keys(proposal?.mentee ?? {}).sort()).toEqual([...VISIBLE_OF_MENTEE.proposed].sort());
    expect(JSON.stringify(await home())).not.toMatch(/Rania|1512|rania@/);
    const yes = { params: { id }, body: { answer: "yes" as const } };
    expectOk(await mentor.client.call("answerProposalAsVolunteer", yes));
    expectOk(await asker.client.call("answerMyProposal", yes));
    const [waiting] = (await home()).proposals;
    expect(waiting?.state).toBe("you_said_yes");
    expect(Object.keys(waiting?.mentee ?? {}).sort()).toEqual([...VISIBLE_OF_MENTEE.both_said_yes].sort());
    expect(JSON.stringify(await home())).not.toMatch(/Rania|1512|rania@/);

    const confirmed = await scene.coordinator.client.call("confirmProposal", { params: { id }, body: FIRST_MEETING });
    const tandemId = expectOk(confirmed).id;
    const [tandem] = (await home()).tandems;
    expect(tandem?.mentee?.chosenName).toBe("Rania");
    expect(tandem?.mentee?.channels).toEqual([
      { kind: "phone", value: "+49 1512 3456789" },
      { kind: "email", value: "rania@example.org" },
    ]);
    const allowed = VISIBLE_OF_MENTEE.tandem.filter((field) => field !== "firstMeeting");
    for (const key of Object.keys(tandem?.mentee ?? {})) expect(allowed).toContain(key);
    expect(tandem?.firstMeeting?.place).toBe(FIRST_MEETING.place);

    const end = { params: { id: tandemId }, body: { reason: "no_time" as const, backInQueue: false } };
    expectOk(await scene.coordinator.client.call("endTandem", end));
    const after = JSON.stringify(await home());
    expect(after).not.toMatch(/Rania|1512|rania@|Stadtbibliothek/);
  });

  it("a mentee learns of nobody before the volunteer's yes, sees a card without a name, then name and channels, then nothing", async () => {
    const asker = await scene.openRequest();
    const mentor = await scene.mentor({ firstName: "Hannelore", lastName: "Geheim", releaseEmail: true });
    const mine = async () => expectOk(await asker.client.call("readMyRequest"));
    const id = await scene.propose(asker, mentor);
    expect((await mine()).proposal).toBeNull();
    expect(JSON.stringify(await mine())).not.toMatch(/Hannelore|Geheim/);

    const yes = { params: { id }, body: { answer: "yes" as const } };
    expectOk(await mentor.client.call("answerProposalAsVolunteer", yes));
    const { proposal } = await mine();
    expect(Object.keys(proposal?.volunteer ?? {}).sort()).toEqual([...VISIBLE_OF_VOLUNTEER.proposed].sort());
    expect(JSON.stringify(await mine())).not.toMatch(/Hannelore|Geheim|freiwillig\.example/);
    expectOk(await asker.client.call("answerMyProposal", yes));
    expect(await mine()).toMatchObject({ saidYes: true, tandem: null });
    expect(JSON.stringify(await mine())).not.toMatch(/Hannelore|Geheim|freiwillig\.example/);

    const confirmed = await scene.coordinator.client.call("confirmProposal", { params: { id }, body: FIRST_MEETING });
    const tandemId = expectOk(confirmed).id;
    const { tandem } = await mine();
    expect(tandem?.mentorName).toContain("Hannelore");
    expect(tandem?.channels).toEqual([{ kind: "email", value: mentor.email }]);
    expect(tandem?.firstMeeting?.accompaniedBy).toBe(FIRST_MEETING.accompaniedBy);

    const end = { params: { id: tandemId }, body: { reason: "no_time" as const, backInQueue: true } };
    expectOk(await scene.coordinator.client.call("endTandem", end));
    expect(JSON.stringify(await mine())).not.toMatch(/Hannelore|Geheim|freiwillig\.example|Stadtbibliothek/);
  });

  it("a channel that is not released any more is gone at the next reading", async () => {
    const [asker, mentor] = [await scene.openRequest(), await scene.mentor()];
    const id = await scene.tandem(asker, mentor);
    const { tandem } = await rowOf(id);
    await world.inTenant(scene.network.id, (tx) =>
      tx.update(mentees).set({ releasePhone: false }).where(eq(mentees.id, tandem.menteeId)),
    );
    const home = expectOk(await mentor.client.call("readMyHome"));
    expect(home.tandems[0]?.mentee?.channels).toEqual([]);
    expect(expectOk(await scene.coordinator.client.call("readTandem", { params: { id } })).menteeChannels).toEqual([]);
  });
});
