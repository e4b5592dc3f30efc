import { eq } from "drizzle-orm";
import { mentorRequests, proposals } from "@augenhoehe/api/db/schema/matching";
import { activities } from "@augenhoehe/api/db/schema/platform";
import { expireProposal } from "@augenhoehe/api/matching/expire-proposal";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { z } from "zod";
import { makeMatchingScene, type MatchingScene } from "../support/matching-scene.ts";
import { expectOk } from "../support/replies.ts";
import { createTestApp, type TestWorld } from "../support/test-app.ts";

const WEEK_MS = 7 * 86_400_000;
const DueJobs = z.array(z.object({ at: z.date(), data: z.object({ networkId: z.string(), proposalId: z.string() }) }));

let world: TestWorld;
let scene: MatchingScene;
beforeAll(async () => {
  world = await createTestApp({ rateLimits: false });
  scene = await makeMatchingScene(world);
});
afterAll(() => world.close());

const yes = (id: string) => ({ params: { id }, body: { answer: "yes" as const } });
const rowsOf = (id: string) =>
  world.inTenant(scene.network.id, async (tx) => {
    const [row] = await tx
      .select({ proposal: proposals, request: mentorRequests })
      .from(proposals)
      .innerJoin(mentorRequests, eq(mentorRequests.id, proposals.requestId))
      .where(eq(proposals.id, id));
    if (row === undefined) throw new Error("No such proposal");
    return row;
  });
const actionsAbout = (subjectId: string) =>
  world.inTenant(scene.network.id, async (tx) =>
    (await tx.select().from(activities).where(eq(activities.subjectId, subjectId))).map(({ action }) => action),
  );

describe("a question nobody answers", () => {
  const jobsOf = async (proposalId: string) =>
    DueJobs.parse(
      (
        await world.deps.db.pool.query(
          "select start_after as at, data from jobs.job where name = 'expire_proposal' and data->>'proposalId' = $1 order by at",
          [proposalId],
        )
      ).rows,
    );

  it("is let go by a job of its own, a week after each side was asked; too early it does nothing", async () => {
    const [asker, mentor] = [await scene.openRequest(), await scene.mentor()];
    const start = world.clock.now;
    const id = await scene.propose(asker, mentor);
    const [first] = await jobsOf(id);
    expect(first?.at).toEqual(new Date(start.getTime() + WEEK_MS + 1000));
    world.clock.advance({ hours: 1 });
    expectOk(await mentor.client.call("answerProposalAsVolunteer", yes(id)));
    const jobs = await jobsOf(id);
    expect(jobs).toHaveLength(2);
    const [early, due] = jobs;
    if (early === undefined || due === undefined) throw new Error("Two jobs were expected");

    world.clock.now = early.at;
    await expireProposal(world.deps, early.data);
    expect((await rowsOf(id)).proposal.state).toBe("awaiting_mentee");
    world.clock.now = due.at;
    await expireProposal(world.deps, due.data);
    await expireProposal(world.deps, due.data);
    const { proposal, request } = await rowsOf(id);
    expect([proposal.state, request.status]).toEqual(["expired", "open"]);
    expect((await actionsAbout(id)).filter((action) => action === "proposal_expired")).toHaveLength(1);
    world.clock.now = start;
  });

  it("leaves no job behind when the proposal itself was refused", async () => {
    const busy = await scene.mentor();
    await scene.propose(await scene.openRequest(), busy);
    const count = async () =>
      (await world.deps.db.pool.query("select 1 from jobs.job where name = 'expire_proposal'")).rowCount;
    const before = await count();
    const { requestId } = await scene.openRequest();
    await scene.coordinator.client.call("propose", { params: { id: requestId }, body: { volunteerId: busy.id } });
    expect(await count()).toBe(before);
  });
});
