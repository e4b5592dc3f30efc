import { eq } from "drizzle-orm";
import type { RoundEdit } from "@augenhoehe/contract";
import { activities } from "@augenhoehe/api/db/schema/platform";
import { roundDrafts } from "@augenhoehe/api/db/schema/rounds";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { USUAL, makeRound, openRoundAs, pairsOf } from "../support/make-round.ts";
import { makeMatchingScene, type MatchingScene } from "../support/matching-scene.ts";
import { errorOf, expectOk, refusalOf } from "../support/replies.ts";
import { languageCircle, twoAndTwo } from "../support/round-people.ts";
import { createTestApp, type TestWorld } from "../support/test-app.ts";

let world: TestWorld;
let scene: MatchingScene;
beforeAll(async () => {
  world = await createTestApp({ rateLimits: false });
  scene = await makeMatchingScene(world);
});
afterAll(() => world.close());

type Couples = Awaited<ReturnType<typeof twoAndTwo>>;

const refusedEdit = async ({ round }: Pick<Couples, "round">, edit: RoundEdit, revision?: number) => {
  const body = { revision: revision ?? (await round.plan()).revision, edit };
  return scene.coordinator.client.call("editRoundDraft", { params: round.params, body });
};
const undo = async ({ round }: Pick<Couples, "round">) => {
  const { revision } = await round.plan();
  return expectOk(await scene.coordinator.client.call("undoRoundStep", { params: round.params, body: { revision } }));
};

describe("deciding by hand", () => {
  it("two who are pinned stay together, the rest is planned again, and the plan says what changed", async () => {
    const { round, near, far, rania, salma } = await twoAndTwo(scene, "ti");
    expect(pairsOf(await round.plan())).toEqual({ [rania]: near.id, [salma]: far.id });
    expect(await round.edit({ kind: "pin", requestId: salma, mentorId: near.id })).toBe(2);
    const plan = await round.plan();
    expect(pairsOf(plan)).toEqual({ [rania]: far.id, [salma]: near.id });
    expect(plan.proved).toBe(true);
    expect(plan.pairs.map(({ pinned, marks }) => [pinned, marks[0]])).toEqual([
      [true, "pinned"],
      [false, "not_first_choice"],
    ]);
    expect(plan.lastStep).toMatchObject({
      kind: "pin",
      at: world.clock.now.toISOString(),
      by: scene.coordinator.account.displayName,
      chosenNames: ["Salma"],
      mentorNames: [`${near.firstName} Nah`],
    });
    expect(plan.lastChange).toMatchObject({
      counts: { moved: 2, newlyServed: 0, noLongerServed: 0, kept: 0 },
      served: 0,
    });
    expect(plan.lastChange?.moved.find(({ requestId }) => requestId === salma)).toMatchObject({
      chosenName: "Salma",
      before: { mentorId: far.id },
      after: { mentorId: near.id, name: `${near.firstName} Nah` },
    });
    expect(plan.lastChange?.points).toBeLessThanOrEqual(0);
  });

  it("a swap pins both; a ban keeps two apart with its reason; somebody left out is in no pair", async () => {
    const couples = await twoAndTwo(scene, "so");
    const { round, near, far, rania, salma } = couples;
    await round.edit({
      kind: "swap",
      pairs: [
        { requestId: rania, mentorId: near.id },
        { requestId: salma, mentorId: far.id },
      ],
    });
    expect(pairsOf(await round.plan())).toEqual({ [rania]: far.id, [salma]: near.id });
    expect((await round.plan()).figures.pinned).toBe(2);
    await undo(couples);
    await round.edit({ kind: "ban", requestId: rania, mentorId: near.id, reason: "know_each_other" });
    const banned = await round.plan();
    expect(pairsOf(banned)).toEqual({ [rania]: far.id, [salma]: near.id });
    expect(banned.decisions.bans).toMatchObject([
      { requestId: rania, chosenName: "Rania", mentorId: near.id, reason: "know_each_other" },
    ]);
    await round.edit({ kind: "leave_out", side: "mentor", id: far.id });
    const without = await round.plan();
    expect(without.decisions.mentorsLeftOut).toMatchObject([{ mentorId: far.id }]);
    expect(pairsOf(without)).toEqual({ [salma]: near.id });
    expect(without.unserved).toMatchObject([{ requestId: rania, because: "ruled_out" }]);
    await round.edit({ kind: "leave_out", side: "request", id: rania });
    const smaller = await round.plan();
    expect(smaller.decisions.requestsLeftOut).toMatchObject([{ requestId: rania, chosenName: "Rania" }]);
    expect([smaller.figures.requests, smaller.unserved]).toEqual([1, []]);
  });

  it("who is prioritised is served before the others", async () => {
    const circle = languageCircle(scene, "ps");
    await circle.mentor();
    const [one, two] = [await circle.asker(), await circle.asker()];
    const round = await makeRound(scene.coordinator.client, circle);
    const [waits] = (await round.plan()).unserved;
    const served = waits?.requestId === one.requestId ? two : one;
    await round.edit({ kind: "prioritise", requestId: waits?.requestId ?? "" });
    const plan = await round.plan();
    expect(Object.keys(pairsOf(plan))).toEqual([waits?.requestId]);
    expect(plan.lastChange).toMatchObject({
      newlyServed: [{ requestId: waits?.requestId }],
      noLongerServed: [{ requestId: served.requestId }],
      priorityServed: 1,
    });
  });

  it("says no to what the rules forbid, each time with its reason, and changes nothing", async () => {
    const couples = await twoAndTwo(scene, "am");
    const { circle, round, near, far, rania, salma } = couples;
    const stranger = await scene.mentor({ languages: [{ code: "pl", level: "native" }] });
    const later = await circle.asker();
    const another = await makeRound(scene.coordinator.client, circle);
    await another.edit({ kind: "ban", requestId: rania, mentorId: near.id, reason: "other" });
    expect(refusalOf(await refusedEdit({ round: another }, { kind: "pin", requestId: rania, mentorId: near.id }))).toBe(
      "round_pair_banned",
    );
    await round.edit({ kind: "pin", requestId: rania, mentorId: near.id });
    const refusals: [RoundEdit, string][] = [
      [{ kind: "pin", requestId: rania, mentorId: near.id }, "round_edit_changes_nothing"],
      [{ kind: "pin", requestId: salma, mentorId: near.id }, "round_mentor_full"],
      [{ kind: "ban", requestId: rania, mentorId: near.id, reason: "other" }, "round_pair_pinned"],
      [{ kind: "leave_out", side: "request", id: rania }, "round_pair_pinned"],
      [{ kind: "unpin", requestId: salma }, "round_edit_changes_nothing"],
      [{ kind: "unban", requestId: salma, mentorId: far.id }, "round_edit_changes_nothing"],
      [{ kind: "pin", requestId: salma, mentorId: stranger.id }, "not_found"],
      [{ kind: "pin", requestId: later.requestId, mentorId: far.id }, "not_found"],
    ];
    const replies = [];
    for (const [edit] of refusals) replies.push(refusalOf(await refusedEdit(couples, edit)));
    expect(replies).toEqual(refusals.map(([, refusal]) => refusal));
    const excluded = await scene.openRequest({
      languages: [{ code: "am", level: "native" }],
      wishes: { mentorGender: "male", mentorAgeBands: [], eveningOnly: false },
    });
    const wider = await makeRound(scene.coordinator.client, circle);
    const edit = { kind: "pin" as const, requestId: excluded.requestId, mentorId: near.id };
    expect(errorOf(await refusedEdit({ round: wider }, edit))).toEqual({
      code: "refused",
      refusal: "round_pair_excluded",
      facts: { exclusion: "mentor_gender_wish" },
    });
    expect((await round.plan()).revision).toBe(2);
  });
});

describe("undo", () => {
  it("takes back change after change, settings too, until nothing is left", async () => {
    const couples = await twoAndTwo(scene, "ln");
    const { round, near, far, rania, salma } = couples;
    const first = await round.plan();
    await round.edit({ kind: "pin", requestId: salma, mentorId: near.id });
    const pinned = await round.plan();
    const settings = { ...USUAL, minimumPoints: 100 };
    const body = { revision: pinned.revision, settings };
    expectOk(await scene.coordinator.client.call("changeRoundSettings", { params: round.params, body }));
    expect(pairsOf(await round.plan())).toEqual({ [salma]: near.id });
    expect((await round.plan()).lastStep?.kind).toBe("settings");
    await undo(couples);
    const back = await round.plan();
    expect(back.pairs).toEqual(pinned.pairs);
    expect(back.lastChange?.newlyServed).toMatchObject([{ requestId: rania, by: { mentorId: far.id } }]);
    await undo(couples);
    const start = await round.plan();
    expect([start.pairs, start.steps, start.lastStep, start.revision]).toEqual([first.pairs, 0, null, 5]);
    const nothing = await scene.coordinator.client.call("undoRoundStep", {
      params: round.params,
      body: { revision: 5 },
    });
    expect(refusalOf(nothing)).toBe("round_nothing_to_undo");
    const rows = await world.inTenant(scene.network.id, (tx) =>
      tx.select().from(activities).where(eq(activities.subjectId, round.id)),
    );
    expect(rows.map(({ action, facts }) => [action, facts["kind"] ?? null]).toSorted()).toEqual([
      ["round_created", null],
      ["round_edited", "pin"],
      ["round_settings_changed", null],
      ["round_step_undone", "pin"],
      ["round_step_undone", "settings"],
    ]);
    expect(JSON.stringify(rows)).not.toMatch(/Rania|Salma|Nah|Fern/);
  });
});

describe("two coordinators and one draft", () => {
  it("who was slower is told so, with the revision that is there now, and nothing of theirs is mixed in", async () => {
    const { round, near, far, rania, salma } = await twoAndTwo(scene, "ur");
    const colleague = openRoundAs(scene.colleague.client, round.params);
    await colleague.edit({ kind: "pin", requestId: salma, mentorId: near.id });
    const stale = await refusedEdit({ round }, { kind: "ban", requestId: rania, mentorId: far.id, reason: "other" }, 1);
    expect([stale.status, errorOf(stale)]).toEqual([
      409,
      { code: "refused", refusal: "round_draft_changed", facts: { revision: 2 } },
    ]);
    const plan = await round.plan();
    expect([plan.revision, plan.decisions.bans, plan.lastStep?.by]).toEqual([
      2,
      [],
      scene.colleague.account.displayName,
    ]);
  });

  it("of twenty edits on the same revision at the same moment one is taken", async () => {
    const { round, near, far, rania, salma } = await twoAndTwo(scene, "ha");
    const edits = [rania, salma].flatMap((requestId) => [near, far].map(({ id }) => ({ requestId, mentorId: id })));
    const replies = await Promise.all(
      Array.from({ length: 20 }, (_, index) => {
        const { client } = index % 2 === 0 ? scene.coordinator : scene.colleague;
        const pair = edits[index % edits.length] ?? { requestId: rania, mentorId: near.id };
        const body = { revision: 1, edit: { kind: "ban" as const, ...pair, reason: "other" as const } };
        return client.call("editRoundDraft", { params: round.params, body });
      }),
    );
    expect(replies.filter(({ status }) => status === 200)).toHaveLength(1);
    expect(replies.filter(({ status }) => status === 409)).toHaveLength(19);
    const plan = await round.plan();
    expect([plan.revision, plan.steps, plan.decisions.bans.length]).toEqual([2, 1, 1]);
  });
});

describe("several drafts", () => {
  it("are copied with everything decided in them, changed apart, compared, renamed and deleted", async () => {
    const { round, near, far, rania, salma } = await twoAndTwo(scene, "yo");
    const { client } = scene.coordinator;
    await round.edit({ kind: "pin", requestId: rania, mentorId: near.id });
    const copy = { params: { id: round.id }, body: { name: "Andersherum", copyOf: round.draftId } };
    const { id: otherId } = expectOk(await client.call("createRoundDraft", copy));
    const other = openRoundAs(client, { id: round.id, draftId: otherId });
    expect((await other.plan()).figures.pinned).toBe(1);
    await other.edit({ kind: "pin", requestId: rania, mentorId: far.id });
    expect(pairsOf(await round.plan())).toEqual({ [rania]: near.id, [salma]: far.id });
    const params = { ...round.params, otherId };
    const { before, after, comparison } = expectOk(await client.call("compareRoundDrafts", { params }));
    expect([before.name, after.name]).toEqual(["Herbstrunde", "Andersherum"]);
    expect(comparison.counts).toEqual({ moved: 2, newlyServed: 0, noLongerServed: 0, kept: 0 });
    expect(comparison.points).toBe(after.figures.points - before.figures.points);
    expectOk(await client.call("renameRoundDraft", { params: other.params, body: { name: "Zweiter" } }));
    const { drafts } = expectOk(await client.call("readRound", { params: { id: round.id } }));
    expect(drafts.map(({ name, figures }) => [name, figures?.served]).toSorted()).toEqual([
      ["Herbstrunde", 2],
      ["Zweiter", 2],
    ]);
    expectOk(await client.call("deleteRoundDraft", { params: other.params }));
    expect(refusalOf(await client.call("readRoundPlan", { params: other.params, query: {} }))).toBe("not_found");
    expect(refusalOf(await client.call("deleteRoundDraft", { params: round.params }))).toBe("round_last_draft");
  });

  it("belong to their round: a draft of another one is not there; twelve are enough", async () => {
    const [one, two] = [await twoAndTwo(scene, "ig"), await twoAndTwo(scene, "ff")];
    const { client } = scene.coordinator;
    const mixed = { id: one.round.id, draftId: two.round.draftId };
    expect(refusalOf(await client.call("readRoundPlan", { params: mixed, query: {} }))).toBe("not_found");
    const foreignCopy = { params: { id: one.round.id }, body: { name: "Kopie", copyOf: two.round.draftId } };
    expect(refusalOf(await client.call("createRoundDraft", foreignCopy))).toBe("not_found");
    const copy = { params: { id: one.round.id }, body: { name: "Kopie", copyOf: one.round.draftId } };
    for (let index = 1; index < 12; index++) expectOk(await client.call("createRoundDraft", copy));
    expect(refusalOf(await client.call("createRoundDraft", copy))).toBe("round_too_many_drafts");
    const rows = await world.inTenant(scene.network.id, (tx) =>
      tx.select().from(roundDrafts).where(eq(roundDrafts.roundId, one.round.id)),
    );
    expect(rows).toHaveLength(12);
    expect(JSON.stringify(rows)).not.toContain(one.rania);
  });
});
