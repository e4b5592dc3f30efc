import { randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import { activities } from "@augenhoehe/api/db/schema/platform";
import { mentorRequests, proposals, tandems } from "@augenhoehe/api/db/schema/matching";
import { volunteers } from "@augenhoehe/api/db/schema/people";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { FIRST_MEETING, makeMatchingScene, type MatchingScene } from "../support/matching-scene.ts";
import { signInNewcomer } from "../support/make-network.ts";
import { expectOk, fieldCodesOf, refusalOf } from "../support/replies.ts";
import { createTestApp, type TestWorld } from "../support/test-app.ts";

let world: TestWorld;
let scene: MatchingScene;
beforeAll(async () => {
  world = await createTestApp({ rateLimits: false });
  scene = await makeMatchingScene(world);
});
afterAll(() => world.close());

const rowsOf = (proposalId: string) =>
  world.inTenant(scene.network.id, async (tx) => {
    const [proposal] = await tx.select().from(proposals).where(eq(proposals.id, proposalId));
    if (proposal === undefined) throw new Error("No such proposal");
    const [request] = await tx.select().from(mentorRequests).where(eq(mentorRequests.id, proposal.requestId));
    const [tandem] = await tx.select().from(tandems).where(eq(tandems.proposalId, proposalId));
    return { proposal, request, tandem };
  });
const actionsAbout = (subjectId: string) =>
  world.inTenant(scene.network.id, async (tx) =>
    (await tx.select().from(activities).where(eq(activities.subjectId, subjectId))).map(({ action }) => action),
  );
const newsTo = (address: string) => world.mailbox.to(address).filter(({ subject }) => subject === "لديك خبر جديد");
const yes = (id: string) => ({ params: { id }, body: { answer: "yes" as const } });
const no = (id: string) => ({ params: { id }, body: { answer: "no" as const } });

describe("proposing", () => {
  it("asks the volunteer first: the request is bound, the score is kept, the mail says nothing about the person", async () => {
    const [asker, mentor] = [await scene.openRequest(), await scene.mentor()];
    const id = await scene.propose(asker, mentor);

    const { proposal, request } = await rowsOf(id);
    expect(proposal).toMatchObject({ state: "awaiting_volunteer", volunteerId: mentor.id, endedAt: null });
    expect(proposal.createdBy).toBe(scene.coordinator.account.id);
    expect(proposal.score.total).toBeGreaterThan(50);
    expect(proposal.score.weightsVersion).toBe(1);
    expect(proposal.score.parts.map(({ criterion }) => criterion)).toEqual([
      "language",
      "district",
      "availability",
      "interests",
    ]);
    expect(request?.status).toBe("in_proposal");
    await world.mailbox.deliver();
    const [mail, ...more] = world.mailbox.to(mentor.email ?? "");
    expect(more).toEqual([]);
    expect(mail?.subject).toBe("Wir haben eine Frage an Sie");
    expect(mail?.text).toContain("/mein-ehrenamt");
    expect(`${mail?.text ?? ""}${mail?.html ?? ""}`).not.toMatch(/Rania|Eicken|Arabisch|0151|1512/);
    expect(newsTo("rania@example.org")).toEqual([]);
    expect(await actionsAbout(id)).toEqual(["proposal_made"]);
  });

  it("is refused when the request is not open, not clarified, or already in a proposal", async () => {
    const mentor = await scene.mentor({ capacity: 3 });
    const propose = (requestId: string) =>
      scene.coordinator.client.call("propose", { params: { id: requestId }, body: { volunteerId: mentor.id } });
    const fresh = await scene.ask();
    expect(refusalOf(await propose(fresh.requestId))).toBe("request_not_open");
    const bound = await scene.openRequest();
    await scene.propose(bound, mentor);
    const second = await propose(bound.requestId);
    expect([second.status, refusalOf(second)]).toEqual([409, "proposal_open_already"]);
  });

  it("is refused for a mentor who misses a certificate, has no place, or is excluded by a wish", async () => {
    const asker = await scene.openRequest({
      wishes: { mentorGender: "female", mentorAgeBands: [], eveningOnly: false },
    });
    const propose = (volunteerId: string) =>
      scene.coordinator.client.call("propose", { params: { id: asker.requestId }, body: { volunteerId } });
    const untrained = await propose((await scene.mentor({ certificateId: null })).id);
    expect(untrained.body).toEqual({
      code: "refused",
      refusal: "mentor_not_eligible",
      facts: { missing: "certificate" },
    });
    const busy = await scene.mentor();
    await scene.propose(await scene.openRequest(), busy);
    expect((await propose(busy.id)).body).toEqual({
      code: "refused",
      refusal: "mentor_at_capacity",
      facts: { open: 1, capacity: 1 },
    });
    const martin = await propose((await scene.mentor({ gender: "male" })).id);
    expect(martin.body).toMatchObject({ refusal: "mentor_excluded", facts: { exclusion: "mentor_gender_wish" } });
    const paused = await propose((await scene.mentor({ status: "paused" })).id);
    expect(paused.body).toMatchObject({ refusal: "mentor_excluded", facts: { exclusion: "paused" } });
  });

  it("answers alike for an unknown volunteer, one who left, one of another provider and one of another network", async () => {
    const asker = await scene.openRequest();
    const elsewhere = await scene.mentor({ provider: scene.network.otherProvider });
    const foreign = await scene.mentor({ network: scene.foreignNetwork, provider: scene.foreignNetwork.intake });
    const left = await scene.mentor({ status: "left" });
    const replies = await Promise.all(
      [randomUUID(), elsewhere.id, foreign.id, left.id].map((volunteerId) =>
        scene.coordinator.client.call("propose", { params: { id: asker.requestId }, body: { volunteerId } }),
      ),
    );
    for (const reply of replies) {
      expect([reply.status, reply.body]).toEqual([404, { code: "refused", refusal: "not_found" }]);
    }
  });

  it("is done by coordinators of the own provider only", async () => {
    const [asker, mentor] = [await scene.openRequest(), await scene.mentor()];
    const input = { params: { id: asker.requestId }, body: { volunteerId: mentor.id } };
    for (const { client } of [scene.otherProvider, scene.otherNetwork]) {
      expect(refusalOf(await client.call("propose", input))).toBe("not_found");
    }
    for (const role of ["counsellor", "trainer"] as const) {
      expect(refusalOf(await (await scene.staff(role)).client.call("propose", input))).toBe("not_permitted");
    }
    expect(refusalOf(await mentor.client.call("propose", input))).toBe("not_permitted");
    expect((await asker.client.call("propose", input)).status).toBe(401);
    expect((await world.anyone().call("propose", input)).status).toBe(401);
  });
});

describe("answering", () => {
  it("the mentee is asked only after the volunteer's yes, by a mail that names nothing", async () => {
    const [asker, mentor] = [await scene.openRequest({ email: "asked@example.org" }), await scene.mentor()];
    const id = await scene.propose(asker, mentor);
    expect(refusalOf(await asker.client.call("answerMyProposal", yes(id)))).toBe("not_found");
    expect(expectOk(await asker.client.call("readMyRequest")).proposal).toBeNull();

    expectOk(await mentor.client.call("answerProposalAsVolunteer", yes(id)));
    expect((await rowsOf(id)).proposal).toMatchObject({
      state: "awaiting_mentee",
      volunteerAnsweredAt: world.clock.now,
    });
    await world.mailbox.deliver();
    const [mail, ...more] = newsTo("asked@example.org");
    expect(more).toEqual([]);
    expect(mail?.text).not.toContain(mentor.firstName);
    expect(expectOk(await asker.client.call("readMyRequest")).proposal?.id).toBe(id);

    expectOk(await asker.client.call("answerMyProposal", yes(id)));
    expect((await rowsOf(id)).proposal.state).toBe("awaiting_confirmation");
    expect(await actionsAbout(id)).toEqual([
      "proposal_made",
      "proposal_accepted_by_volunteer",
      "proposal_accepted_by_mentee",
    ]);
  });

  it("a volunteer's no ends silently: no mail, the request is open again with priority, the pair never returns", async () => {
    const [asker, mentor] = [await scene.openRequest({ email: "silent@example.org" }), await scene.mentor()];
    const id = await scene.propose(asker, mentor);
    expectOk(await mentor.client.call("answerProposalAsVolunteer", no(id)));

    const { proposal, request } = await rowsOf(id);
    expect(proposal).toMatchObject({ state: "declined_by_volunteer", endedAt: world.clock.now });
    expect(request).toMatchObject({ status: "open", priority: true });
    await world.mailbox.deliver();
    expect(newsTo("silent@example.org")).toEqual([]);
    expect(expectOk(await asker.client.call("readMyRequest"))).toMatchObject({ status: "open", proposal: null });
    expect(refusalOf(await asker.client.call("answerMyProposal", yes(id)))).toBe("not_found");

    const again = await scene.coordinator.client.call("propose", {
      params: { id: asker.requestId },
      body: { volunteerId: mentor.id },
    });
    expect([again.status, refusalOf(again)]).toEqual([422, "pair_declined_before"]);
  });

  it("a mentee's no ends silently for the volunteer too", async () => {
    const [asker, mentor] = [await scene.openRequest(), await scene.mentor({ email: "unaware@freiwillig.example" })];
    const id = await scene.propose(asker, mentor);
    expectOk(await mentor.client.call("answerProposalAsVolunteer", yes(id)));
    expectOk(await asker.client.call("answerMyProposal", no(id)));
    expect((await rowsOf(id)).proposal.state).toBe("declined_by_mentee");
    expect((await rowsOf(id)).request?.status).toBe("open");
    await world.mailbox.deliver();
    expect(world.mailbox.to("unaware@freiwillig.example")).toHaveLength(1);
  });

  it("nobody answers twice, for somebody else, or too late; what is too late ends by itself", async () => {
    const [asker, mentor] = [await scene.openRequest(), await scene.mentor()];
    const id = await scene.propose(asker, mentor);
    const stranger = await scene.mentor();
    const otherAsker = await scene.openRequest();
    expect(refusalOf(await stranger.client.call("answerProposalAsVolunteer", yes(id)))).toBe("not_found");
    expectOk(await mentor.client.call("answerProposalAsVolunteer", yes(id)));
    expect(refusalOf(await mentor.client.call("answerProposalAsVolunteer", yes(id)))).toBe("already_answered");
    expect(refusalOf(await otherAsker.client.call("answerMyProposal", yes(id)))).toBe("not_found");

    const start = world.clock.now;
    world.clock.advance({ days: 8 });
    const { proposal: asked } = await rowsOf(id);
    const nextWeek = await signInNewcomer(world, scene.network, { menteeId: asked.menteeId });
    expect(refusalOf(await nextWeek.call("answerMyProposal", yes(id)))).toBe("proposal_expired");
    const { proposal, request } = await rowsOf(id);
    expect(proposal.state).toBe("expired");
    expect(request).toMatchObject({ status: "open", priority: true });
    expect((await actionsAbout(id)).at(-1)).toBe("proposal_expired");
    world.clock.now = start;
  });

  it("a proposal nobody answered reads as expired and does not stand in the way of the next", async () => {
    const [asker, mentor, next] = [await scene.openRequest(), await scene.mentor(), await scene.mentor()];
    const id = await scene.propose(asker, mentor);
    const start = world.clock.now;
    world.clock.advance({ days: 7, minutes: 1 });
    const coordinator = await scene.staff("coordinator");
    const read = expectOk(await coordinator.client.call("readProposal", { params: { id } }));
    expect(read).toMatchObject({ state: "expired", answerBy: null });
    const made = await coordinator.client.call("propose", {
      params: { id: asker.requestId },
      body: { volunteerId: next.id },
    });
    expect(made.status).toBe(200);
    expect((await rowsOf(id)).proposal.state).toBe("expired");
    world.clock.now = start;
  });
});

describe("taking back and deciding against", () => {
  it("a coordinator withdraws with a reason that stays sealed in the log; the volunteer reads that it is gone", async () => {
    const [asker, mentor] = [await scene.openRequest(), await scene.mentor()];
    const id = await scene.propose(asker, mentor);
    const body = { reason: "Doch lieber jemand aus Rheydt" };
    expect(
      fieldCodesOf(await scene.coordinator.client.call("withdrawProposal", { params: { id }, body: { reason: " " } })),
    ).toEqual({ reason: "required" });
    expectOk(await scene.coordinator.client.call("withdrawProposal", { params: { id }, body }));
    const { proposal, request } = await rowsOf(id);
    expect(proposal.state).toBe("withdrawn");
    expect(proposal.endedReasonSealed).not.toContain("Rheydt");
    expect(request).toMatchObject({ status: "open", priority: false });
    expect(expectOk(await scene.colleague.client.call("readProposal", { params: { id } })).endedReason).toBe(
      body.reason,
    );
    expect(refusalOf(await mentor.client.call("answerProposalAsVolunteer", yes(id)))).toBe("proposal_withdrawn");
    expect(refusalOf(await scene.colleague.client.call("withdrawProposal", { params: { id }, body }))).toBe(
      "proposal_withdrawn",
    );
  });

  it("a coordinator may decline a pair only after two yeses, and then the pair never returns", async () => {
    const [asker, mentor] = [await scene.openRequest(), await scene.mentor({ capacity: 2 })];
    const body = { reason: "Arbeiten in derselben Firma" };
    const early = await scene.propose(asker, mentor);
    expect(refusalOf(await scene.coordinator.client.call("declineProposal", { params: { id: early }, body }))).toBe(
      "not_yet_answered",
    );
    expectOk(await scene.coordinator.client.call("withdrawProposal", { params: { id: early }, body }));
    const id = await scene.bothSaidYes(asker, mentor);
    expectOk(await scene.coordinator.client.call("declineProposal", { params: { id }, body }));
    expect((await rowsOf(id)).request).toMatchObject({ status: "open", priority: true });
    const again = await scene.coordinator.client.call("propose", {
      params: { id: asker.requestId },
      body: { volunteerId: mentor.id },
    });
    expect(refusalOf(again)).toBe("pair_declined_before");
  });
});

describe("confirming", () => {
  it("makes a tandem, seals where they meet, and only now names and released channels go out", async () => {
    const asker = await scene.openRequest({ email: "confirmed@example.org" });
    const mentor = await scene.mentor({ email: "confirmed@freiwillig.example" });
    const id = await scene.bothSaidYes(asker, mentor);
    await world.mailbox.deliver();
    const before = world.mailbox.to("confirmed@freiwillig.example").length;

    const { id: tandemId } = expectOk(
      await scene.coordinator.client.call("confirmProposal", { params: { id }, body: FIRST_MEETING }),
    );
    const { proposal, request, tandem } = await rowsOf(id);
    expect(proposal.state).toBe("confirmed");
    expect(request).toMatchObject({ status: "in_tandem", priority: false });
    expect(tandem).toMatchObject({
      id: tandemId,
      status: "introduced",
      contactAccountId: scene.coordinator.account.id,
    });
    expect(tandem?.firstMeetingAt).toEqual(new Date("2026-11-20T15:00:00Z"));
    expect(tandem?.firstMeetingSealed).not.toContain("Stadtbibliothek");
    expect(await actionsAbout(tandemId)).toEqual(["tandem_confirmed"]);

    await world.mailbox.deliver();
    const toMentor = world.mailbox.to("confirmed@freiwillig.example").slice(before);
    expect(toMentor).toHaveLength(1);
    expect(toMentor[0]?.text).toContain("Sie und Rania sind jetzt ein Tandem");
    expect(toMentor[0]?.text).toContain("+49 1512 3456789");
    expect(toMentor[0]?.text).not.toContain("confirmed@example.org");
    expect(toMentor[0]?.text).toContain("Freitag, 20. November 2026");
    expect(toMentor[0]?.text).toContain("16:00");
    expect(toMentor[0]?.text).toContain("Stadtbibliothek");
    const toMentee = newsTo("confirmed@example.org");
    expect(toMentee).toHaveLength(2);
    expect(toMentee.every(({ text }) => !text.includes(mentor.firstName))).toBe(true);
    expect(toMentee.at(-1)?.text).toContain("/quittung");
  });

  it("is refused before both answered, in the past, and the second to press learns that it is done", async () => {
    const [asker, mentor] = [await scene.openRequest(), await scene.mentor()];
    const id = await scene.propose(asker, mentor);
    const confirm = (client = scene.coordinator.client, body: object = FIRST_MEETING) =>
      client.callUnchecked("confirmProposal", { params: { id }, body });
    expect(refusalOf(await confirm())).toBe("not_yet_answered");
    expectOk(await mentor.client.call("answerProposalAsVolunteer", yes(id)));
    expectOk(await asker.client.call("answerMyProposal", yes(id)));
    expect(refusalOf(await confirm(undefined, { ...FIRST_MEETING, startsAt: "2026-11-01T16:00" }))).toBe(
      "meeting_in_past",
    );
    expect(fieldCodesOf(await confirm(undefined, { ...FIRST_MEETING, publicPlace: false }))).toEqual({
      publicPlace: "required",
    });
    expect(fieldCodesOf(await confirm(undefined, { ...FIRST_MEETING, startsAt: "morgen" }))).toEqual({
      startsAt: "invalid_date",
    });

    const both = await Promise.all([confirm(scene.coordinator.client), confirm(scene.colleague.client)]);
    expect(both.map(({ status }) => status).sort()).toEqual([200, 409]);
    const loser = both.find(({ status }) => status === 409);
    expect(loser === undefined ? "" : refusalOf(loser)).toBe("already_confirmed");
    const made = await world.inTenant(scene.network.id, (tx) =>
      tx.select().from(tandems).where(eq(tandems.proposalId, id)),
    );
    expect(made).toHaveLength(1);
  });

  it("looks once more at what may not lapse: a certificate revoked meanwhile keeps the pair apart", async () => {
    const [asker, mentor] = [await scene.openRequest(), await scene.mentor()];
    const id = await scene.bothSaidYes(asker, mentor);
    await world.inTenant(scene.network.id, (tx) =>
      tx.update(volunteers).set({ certificateId: null }).where(eq(volunteers.id, mentor.id)),
    );
    const refused = await scene.coordinator.client.call("confirmProposal", { params: { id }, body: FIRST_MEETING });
    expect(refused.body).toMatchObject({ refusal: "mentor_not_eligible", facts: { missing: "certificate" } });
    expect((await rowsOf(id)).tandem).toBeUndefined();
  });

  it("is nobody's business outside the own provider", async () => {
    const [asker, mentor] = [await scene.openRequest(), await scene.mentor()];
    const id = await scene.bothSaidYes(asker, mentor);
    for (const { client } of [scene.otherProvider, scene.otherNetwork]) {
      const unknown = await client.call("readProposal", { params: { id: randomUUID() } });
      for (const reply of [
        await client.call("readProposal", { params: { id } }),
        await client.call("confirmProposal", { params: { id }, body: FIRST_MEETING }),
        await client.call("withdrawProposal", { params: { id }, body: { reason: "x" } }),
        await client.call("declineProposal", { params: { id }, body: { reason: "x" } }),
      ]) {
        expect([reply.status, reply.body]).toEqual([404, unknown.body]);
      }
      const list = expectOk(await client.call("listProposals", { query: {} }));
      expect(list.items).toEqual([]);
    }
    for (const client of [mentor.client, (await scene.staff("counsellor")).client]) {
      expect(refusalOf(await client.call("confirmProposal", { params: { id }, body: FIRST_MEETING }))).toBe(
        "not_permitted",
      );
    }
  });
});

describe("the list of proposals", () => {
  it("filters by state, newest first, with the points the coordinator saw", async () => {
    const [asker, mentor] = [await scene.openRequest({ chosenName: "Newest" }), await scene.mentor()];
    const id = await scene.propose(asker, mentor);
    const open = expectOk(await scene.coordinator.client.call("listProposals", { query: { state: "open" } }));
    const points = (await rowsOf(id)).proposal.score.total;
    expect(open.items.find((item) => item.id === id)).toMatchObject({ chosenName: "Newest", points });
    const times = open.items.map(({ createdAt }) => createdAt);
    expect(times).toEqual(times.toSorted().toReversed());
    const confirmed = expectOk(await scene.coordinator.client.call("listProposals", { query: { state: "confirmed" } }));
    expect(confirmed.items.every(({ state }) => state === "confirmed")).toBe(true);
    expect(
      fieldCodesOf(await scene.coordinator.client.callUnchecked("listProposals", { query: { state: "odd" } })),
    ).toEqual({ state: "invalid_choice" });
  });
});
