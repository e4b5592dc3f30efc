import { and, eq, inArray } from "drizzle-orm";
import { OPEN_PROPOSAL_STATES } from "@augenhoehe/domain";
import { mentorRequests, proposals, tandems } from "@augenhoehe/api/db/schema/matching";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { FIRST_MEETING, makeMatchingScene, type MatchingScene, type SceneMentor } from "../support/matching-scene.ts";
import type { Asker } from "../support/newcomer.ts";
import { refusalOf, untilAnswered } from "../support/replies.ts";
import { createTestApp, type TestWorld } from "../support/test-app.ts";

const CAPACITY = 5;
const COORDINATORS_AT_ONCE = 200;
const ROUNDS = 5;

let world: TestWorld;
let scene: MatchingScene;
beforeAll(async () => {
  world = await createTestApp({ rateLimits: false });
  scene = await makeMatchingScene(world);
});
afterAll(() => world.close());

/** Requests as they lie open, copied from one that came in the usual way: 200 people asking would take minutes. */
async function openRequests(count: number): Promise<string[]> {
  const asker = await scene.openRequest();
  return world.inTenant(scene.network.id, async (tx) => {
    const [template] = await tx.select().from(mentorRequests).where(eq(mentorRequests.id, asker.requestId));
    if (template === undefined) throw new Error("No request to copy");
    const { id: _, ...rest } = template;
    const rows = await tx
      .insert(mentorRequests)
      .values(Array.from({ length: count - 1 }, () => rest))
      .returning({ id: mentorRequests.id });
    return [asker.requestId, ...rows.map(({ id }) => id)];
  });
}

const openWorkOf = (mentor: SceneMentor) =>
  world.inTenant(scene.network.id, async (tx) => ({
    proposals: (
      await tx
        .select()
        .from(proposals)
        .where(and(eq(proposals.volunteerId, mentor.id), inArray(proposals.state, [...OPEN_PROPOSAL_STATES])))
    ).length,
    tandems: (await tx.select().from(tandems).where(eq(tandems.volunteerId, mentor.id))).length,
  }));

describe("a mentor's places hold when everybody presses at once", () => {
  it.each(Array.from({ length: ROUNDS }, (_, round) => round + 1))(
    `of ${COORDINATORS_AT_ONCE} proposals at the same moment exactly ${CAPACITY} are made, round %i`,
    async () => {
      const mentor = await scene.mentor({ capacity: CAPACITY });
      const requestIds = await openRequests(COORDINATORS_AT_ONCE);
      const replies = await Promise.all(
        requestIds.map((id, index) => {
          const { client } = index % 2 === 0 ? scene.coordinator : scene.colleague;
          return untilAnswered(() => client.call("propose", { params: { id }, body: { volunteerId: mentor.id } }));
        }),
      );
      expect(replies.filter(({ status }) => status === 200)).toHaveLength(CAPACITY);
      const refusals = replies.filter(({ status }) => status !== 200).map(refusalOf);
      expect(new Set(refusals)).toEqual(new Set(["mentor_at_capacity"]));
      expect(await openWorkOf(mentor)).toEqual({ proposals: CAPACITY, tandems: 0 });
    },
  );

  it("two coordinators who propose for the same request at once make one proposal", async () => {
    const [first, second] = [await scene.mentor(), await scene.mentor()];
    const asker = await scene.openRequest();
    const propose = (staff: MatchingScene["coordinator"], mentor: SceneMentor) =>
      staff.client.call("propose", { params: { id: asker.requestId }, body: { volunteerId: mentor.id } });
    const replies = await Promise.all([propose(scene.coordinator, first), propose(scene.colleague, second)]);
    expect(replies.map(({ status }) => status).sort()).toEqual([200, 409]);
    expect(replies.filter(({ status }) => status === 409).map(refusalOf)).toEqual(["proposal_open_already"]);
  });

  it("five pairs confirmed by many at once become five tandems, each once", async () => {
    const mentor = await scene.mentor({ capacity: CAPACITY });
    const askers: Asker[] = [];
    for (let count = 0; count < CAPACITY; count++) askers.push(await scene.openRequest());
    const ids = await Promise.all(askers.map((asker) => scene.bothSaidYes(asker, mentor)));
    const replies = await Promise.all(
      Array.from({ length: 40 }, (_, index) => ids[index % ids.length] ?? "").map((id, index) => {
        const { client } = index % 2 === 0 ? scene.coordinator : scene.colleague;
        return untilAnswered(() => client.call("confirmProposal", { params: { id }, body: FIRST_MEETING }));
      }),
    );
    expect(replies.filter(({ status }) => status === 200)).toHaveLength(CAPACITY);
    expect(new Set(replies.filter(({ status }) => status !== 200).map(refusalOf))).toEqual(
      new Set(["already_confirmed"]),
    );
    expect(await openWorkOf(mentor)).toEqual({ proposals: 0, tandems: CAPACITY });
  });

  it("a coordinator who proposes while the volunteer's no comes in never ends with more than there is room for", async () => {
    const mentor = await scene.mentor({ capacity: 1 });
    const [asker, next] = [await scene.openRequest(), await scene.openRequest()];
    const id = await scene.propose(asker, mentor);
    const [answered, proposed] = await Promise.all([
      mentor.client.call("answerProposalAsVolunteer", { params: { id }, body: { answer: "no" } }),
      scene.colleague.client.call("propose", { params: { id: next.requestId }, body: { volunteerId: mentor.id } }),
    ]);
    expect(answered.status).toBe(200);
    expect([200, 409]).toContain(proposed.status);
    expect((await openWorkOf(mentor)).proposals).toBe(proposed.status === 200 ? 1 : 0);
  });
});
