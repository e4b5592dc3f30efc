import { eq, inArray } from "drizzle-orm";
import type { Tx } from "@augenhoehe/api/db/client";
import { volunteers } from "@augenhoehe/api/db/schema/people";
import { mentorRequests, proposals } from "@augenhoehe/api/db/schema/matching";
import { activities } from "@augenhoehe/api/db/schema/platform";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { makeRound, openRoundAs, pairsOf } from "../support/make-round.ts";
import { makeMatchingScene, type MatchingScene } from "../support/matching-scene.ts";
import { errorOf, expectOk, refusalOf } from "../support/replies.ts";
import { languageCircle } from "../support/round-people.ts";
import { createTestApp, type TestWorld } from "../support/test-app.ts";

let world: TestWorld;
let scene: MatchingScene;
beforeAll(async () => {
  world = await createTestApp({ rateLimits: false });
  scene = await makeMatchingScene(world);
});
afterAll(() => world.close());

const inNetwork = <T>(work: (tx: Tx) => Promise<T>): Promise<T> => world.inTenant(scene.network.id, work);

const proposalsOf = (requestIds: readonly string[]) =>
  inNetwork((tx) =>
    tx
      .select()
      .from(proposals)
      .where(inArray(proposals.requestId, [...requestIds])),
  );
const statusOf = async (requestId: string) => {
  const [row] = await inNetwork((tx) => tx.select().from(mentorRequests).where(eq(mentorRequests.id, requestId)));
  return row?.status;
};
const actionsAbout = async (id: string) => {
  const rows = await inNetwork((tx) => tx.select().from(activities).where(eq(activities.subjectId, id)));
  return rows.map(({ action, facts }) => ({ action, facts }));
};

describe("sending a plan", () => {
  it("asks each volunteer first: proposals with the score that was seen, one mail each, no name in it", async () => {
    const circle = languageCircle(scene, "ti");
    const [one, two] = [await circle.mentor(), await circle.mentor()];
    const [rania, salma] = [await circle.asker(), await circle.asker({ chosenName: "Salma" })];
    const round = await makeRound(scene.coordinator.client, circle);
    const plan = await round.plan();
    await world.mailbox.deliver();
    const mailsToMentee = world.mailbox.to("rania@example.org").length;
    const report = await round.send();
    expect(report).toMatchObject({ alreadySent: [], stale: [], left: 0 });
    expect(report.sent.map(({ requestId, mentorId }) => [requestId, mentorId]).toSorted()).toEqual(
      Object.entries(pairsOf(plan)).toSorted(),
    );
    const rows = await proposalsOf([rania.requestId, salma.requestId]);
    expect(rows).toHaveLength(2);
    for (const row of rows) {
      const pair = plan.pairs.find(({ requestId }) => requestId === row.requestId);
      expect(row).toMatchObject({
        state: "awaiting_volunteer",
        volunteerId: pair?.mentorId,
        providerId: scene.network.intake.id,
        createdBy: scene.coordinator.account.id,
        volunteerAnsweredAt: null,
      });
      expect([row.score.total, row.score.weightsVersion]).toEqual([pair?.score.total, plan.weightsVersion]);
      expect(await statusOf(row.requestId)).toBe("in_proposal");
      expect((await actionsAbout(row.id)).map(({ action }) => action)).toEqual(["proposal_made"]);
    }
    await world.mailbox.deliver();
    for (const { email } of [one, two]) {
      const [mail, ...more] = world.mailbox.to(email ?? "");
      expect(more).toEqual([]);
      expect(mail?.text).not.toMatch(/Rania|Salma/);
    }
    expect(world.mailbox.to("rania@example.org")).toHaveLength(mailsToMentee);
    expect(await actionsAbout(round.id)).toContainEqual({
      action: "round_sent",
      facts: { draftId: round.draftId, sent: 2, stale: 0 },
    });
    const after = await round.plan();
    expect(after.sendable).toBe(0);
    expect(after.pairs.map(({ standing }) => standing.state)).toEqual(["sent", "sent"]);
    const detail = expectOk(await scene.coordinator.client.call("readRound", { params: { id: round.id } }));
    expect(detail.sent).toBe(2);
  });

  it("sends nothing twice: two presses at once, and one more later", async () => {
    const circle = languageCircle(scene, "so");
    const [mentor, asker] = [await circle.mentor({ capacity: 3 }), await circle.asker()];
    const round = await makeRound(scene.coordinator.client, circle);
    const both = await Promise.all([round.send(), openRoundAs(scene.colleague.client, round.params).send()]);
    const later = await round.send();
    expect(both.map(({ sent }) => sent.length).toSorted()).toEqual([0, 1]);
    expect(both.map(({ alreadySent }) => alreadySent.length).toSorted()).toEqual([0, 1]);
    expect(later).toMatchObject({
      sent: [],
      stale: [],
      alreadySent: [{ requestId: asker.requestId, mentorId: mentor.id }],
    });
    expect(await proposalsOf([asker.requestId])).toHaveLength(1);
    await world.mailbox.deliver();
    expect(world.mailbox.to(mentor.email ?? "")).toHaveLength(1);
  });

  it("sends the chosen ones only, and the others another time", async () => {
    const circle = languageCircle(scene, "ps");
    await circle.mentor({ capacity: 2 });
    const [one, two] = [await circle.asker(), await circle.asker()];
    const round = await makeRound(scene.coordinator.client, circle);
    expect((await round.send([one.requestId])).sent.map(({ requestId }) => requestId)).toEqual([one.requestId]);
    expect(await statusOf(two.requestId)).toBe("open");
    expect((await round.plan()).sendable).toBe(1);
    const rest = await round.send();
    expect(rest.sent.map(({ requestId }) => requestId)).toEqual([two.requestId]);
    expect(rest.alreadySent.map(({ requestId }) => requestId)).toEqual([one.requestId]);
  });

  it("lists what went stale since, each with its reason, and the rest goes out", async () => {
    const circle = languageCircle(scene, "am");
    const people = { reachKm: null };
    const couples = [];
    for (let index = 0; index < 7; index++)
      couples.push({ mentor: await circle.mentor(), asker: await circle.asker(people) });
    const round = await makeRound(scene.coordinator.client, circle);
    for (const { mentor, asker } of couples) {
      const pinned = (await round.plan()).pairs.find(({ requestId }) => requestId === asker.requestId);
      if (pinned?.mentorId !== mentor.id || !pinned.pinned) {
        await round.edit({ kind: "pin", requestId: asker.requestId, mentorId: mentor.id });
      }
    }
    const [withdrawn, paused, gone, taken, declined, unsigned, fine] = couples;
    if (!withdrawn || !paused || !gone || !taken || !declined || !unsigned || !fine) throw new Error("Too few couples");
    expectOk(await withdrawn.asker.client.call("withdrawMyRequest"));
    const change = (id: string, values: Partial<typeof volunteers.$inferInsert>) =>
      inNetwork((tx) => tx.update(volunteers).set(values).where(eq(volunteers.id, id)));
    await change(paused.mentor.id, { status: "paused" });
    await change(gone.mentor.id, { status: "left" });
    await change(unsigned.mentor.id, { agreementVersion: null });
    await scene.propose(taken.asker, await circle.mentor());
    const proposalId = await scene.propose(declined.asker, declined.mentor);
    const no = { params: { id: proposalId }, body: { answer: "no" as const } };
    expectOk(await declined.mentor.client.call("answerProposalAsVolunteer", no));

    const seen = await round.plan();
    const standings = new Map(seen.pairs.map(({ requestId, standing }) => [requestId, standing]));
    expect(standings.get(withdrawn.asker.requestId)).toEqual({
      state: "gone",
      requestStatus: "closed",
      mentorLeft: false,
    });
    expect(standings.get(gone.asker.requestId)).toEqual({ state: "gone", requestStatus: "open", mentorLeft: true });
    expect(standings.get(taken.asker.requestId)).toEqual({
      state: "gone",
      requestStatus: "in_proposal",
      mentorLeft: false,
    });
    expect(seen.pairs.slice(0, 3).map(({ marks }) => marks[0])).toEqual(["gone", "gone", "gone"]);

    const { sent, stale } = await round.send();
    expect(sent.map(({ requestId }) => requestId)).toEqual([fine.asker.requestId]);
    const reasons = Object.fromEntries(stale.map(({ requestId, reason, facts }) => [requestId, [reason, facts]]));
    expect(reasons).toEqual({
      [withdrawn.asker.requestId]: ["request_closed", {}],
      [paused.asker.requestId]: ["mentor_excluded", { exclusion: "paused" }],
      [gone.asker.requestId]: ["mentor_not_eligible", { missing: "left" }],
      [taken.asker.requestId]: ["proposal_open_already", {}],
      [declined.asker.requestId]: ["pair_declined_before", { exclusion: "declined_pair" }],
      [unsigned.asker.requestId]: ["mentor_not_eligible", { missing: "agreement" }],
    });
    expect(await proposalsOf([withdrawn.asker.requestId, paused.asker.requestId, gone.asker.requestId])).toEqual([]);
    expect(await statusOf(paused.asker.requestId)).toBe("open");
  });

  it("is refused on a plan that somebody has changed meanwhile, and for people who are not in it", async () => {
    const circle = languageCircle(scene, "ckb");
    const [mentor, asker] = [await circle.mentor(), await circle.asker()];
    const waits = await circle.asker();
    const { client } = scene.coordinator;
    const round = await makeRound(client, circle);
    const { unserved } = await round.plan();
    await round.edit({ kind: "pin", requestId: asker.requestId, mentorId: mentor.id });
    const stale = await client.call("sendRound", { params: round.params, body: { revision: 1, requestIds: "all" } });
    expect([stale.status, errorOf(stale)]).toEqual([
      409,
      { code: "refused", refusal: "round_draft_changed", facts: { revision: 2 } },
    ]);
    expect(unserved).toHaveLength(1);
    const body = { revision: 2, requestIds: [waits.requestId] };
    expect(refusalOf(await client.call("sendRound", { params: round.params, body }))).toBe("not_found");
    expect(await proposalsOf([asker.requestId, waits.requestId])).toEqual([]);
  });
});

describe("many hands at once", () => {
  it("two rounds want the same mentors: every place is given once, whoever presses first", async () => {
    const circle = languageCircle(scene, "ur");
    const mentors = [await circle.mentor(), await circle.mentor({ capacity: 2 }), await circle.mentor()];
    const askers = [];
    for (let index = 0; index < 8; index++) askers.push((await circle.asker({ reachKm: null })).requestId);
    const [half, other] = [askers.slice(0, 4), askers.slice(4)];
    const rounds = [];
    for (const leftOut of [half, other]) {
      const round = await makeRound(scene.coordinator.client, circle);
      for (const id of leftOut) await round.edit({ kind: "leave_out", side: "request", id });
      rounds.push(round);
    }
    const reports = await Promise.all(
      rounds.map((round, index) =>
        openRoundAs(index === 0 ? scene.coordinator.client : scene.colleague.client, round.params).send(),
      ),
    );
    expect(reports.flatMap(({ sent }) => sent)).toHaveLength(4);
    for (const { reason } of reports.flatMap(({ stale }) => stale)) expect(reason).toBe("mentor_at_capacity");
    const open = await proposalsOf(askers);
    const taken = mentors.map(({ id }) => open.filter(({ volunteerId }) => volunteerId === id).length);
    expect(taken).toEqual([1, 2, 1]);
  });

  it("a single proposal and a round at the same moment: one of them gets the place", async () => {
    const circle = languageCircle(scene, "fa");
    const [mentor, asker, second] = [await circle.mentor(), await circle.asker(), await circle.asker()];
    const round = await makeRound(scene.coordinator.client, circle);
    await round.edit({ kind: "pin", requestId: asker.requestId, mentorId: mentor.id });
    const propose = { params: { id: second.requestId }, body: { volunteerId: mentor.id } };
    const [report, reply] = await Promise.all([round.send(), scene.colleague.client.call("propose", propose)]);
    const outcomes = [report.sent.length, reply.status === 200 ? 1 : 0];
    expect(outcomes.toSorted()).toEqual([0, 1]);
    expect(await proposalsOf([asker.requestId, second.requestId])).toHaveLength(1);
  });
});

it("what nobody answered in time may be sent once more", async () => {
  const circle = languageCircle(scene, "ln");
  await circle.mentor();
  const { requestId } = await circle.asker();
  const round = await makeRound(scene.coordinator.client, circle);
  expect((await round.send()).sent).toHaveLength(1);
  world.clock.advance({ days: 8 });
  const { client } = await scene.staff("coordinator");
  const again = openRoundAs(client, round.params);
  expect((await again.send()).sent).toHaveLength(1);
  expect((await proposalsOf([requestId])).map(({ state }) => state).toSorted()).toEqual([
    "awaiting_volunteer",
    "expired",
  ]);
});
