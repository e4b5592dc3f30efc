import { randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import type { Desk } from "@augenhoehe/contract";
import { proposals, tandems } from "@augenhoehe/api/db/schema/matching";
import { volunteers } from "@augenhoehe/api/db/schema/people";
import { activities, mails } from "@augenhoehe/api/db/schema/platform";
import { attendances } from "@augenhoehe/api/db/schema/attendance";
import { courses, courseSessions } from "@augenhoehe/api/db/schema/courses";
import { curriculumModules } from "@augenhoehe/api/db/schema/curricula";
import { DESK_KINDS, type DeskKind } from "@augenhoehe/domain";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { CLARIFIED, makeMatchingScene, type MatchingScene } from "../support/matching-scene.ts";
import { makeAccount, signInAs } from "../support/make-network.ts";
import { expectOk, refusalOf } from "../support/replies.ts";
import { createTestApp, type TestWorld } from "../support/test-app.ts";

let world: TestWorld;
let scene: MatchingScene;
beforeAll(async () => {
  world = await createTestApp({ rateLimits: false });
  scene = await makeMatchingScene(world);
});
afterAll(() => world.close());

const DAY_MS = 86_400_000;
const daysAgo = (days: number) => new Date(world.clock.now.getTime() - days * DAY_MS);
const readDesk = async (): Promise<Desk> => expectOk(await scene.coordinator.client.call("readDesk"));
const itemsOf = (desk: Desk, kind: DeskKind) => desk.items.filter((item) => item.kind === kind);
const idsOf = (desk: Desk, kind: DeskKind) => itemsOf(desk, kind).map(({ id }) => id);

describe("the desk", () => {
  it("is empty and says so when nothing needs anybody", async () => {
    expect(await readDesk()).toEqual({
      items: [],
      counts: {},
      funnel: { waiting: 0, inProposal: 0, introduced: 0, active: 0, eligibleMentors: 0, freePlaces: 0 },
      nextDates: [],
    });
  });

  it("leads from a new request to a confirmed tandem, one kind after the other", async () => {
    const asker = await scene.ask({ chosenName: "Weg" });
    const params = { id: asker.requestId };
    const { client } = scene.coordinator;
    expect(itemsOf(await readDesk(), "new_request")).toEqual([
      {
        kind: "new_request",
        id: asker.requestId,
        name: "Weg",
        since: world.clock.now.toISOString(),
        facts: { requestKind: "tandem", via: "self" },
      },
    ]);
    expectOk(await client.call("clarifyRequest", { params, body: CLARIFIED }));
    expect(idsOf(await readDesk(), "clarified_request")).toEqual([asker.requestId]);
    expectOk(await client.call("openRequest", { params }));
    expect(idsOf(await readDesk(), "waiting_longest")).toEqual([asker.requestId]);

    const mentor = await scene.mentor();
    expect(idsOf(await readDesk(), "became_eligible")).toEqual([mentor.id]);
    const proposalId = await scene.propose(asker, mentor);
    const asked = await readDesk();
    expect(idsOf(asked, "waiting_longest")).toEqual([]);
    expect(idsOf(asked, "became_eligible")).toEqual([]);
    expect(idsOf(asked, "proposal_unanswered")).toEqual([]);
    expect(asked.funnel).toMatchObject({ waiting: 0, inProposal: 1, eligibleMentors: 1, freePlaces: 0 });

    await world.inTenant(scene.network.id, (tx) =>
      tx
        .update(proposals)
        .set({ createdAt: daysAgo(4) })
        .where(eq(proposals.id, proposalId)),
    );
    expect(itemsOf(await readDesk(), "proposal_unanswered")).toMatchObject([
      { id: proposalId, name: `${mentor.firstName} ${mentor.lastName}`, facts: { side: "volunteer", daysLeft: 7 } },
    ]);
    const yes = { params: { id: proposalId }, body: { answer: "yes" as const } };
    expectOk(await mentor.client.call("answerProposalAsVolunteer", yes));
    expectOk(await asker.client.call("answerMyProposal", yes));
    expect(itemsOf(await readDesk(), "ready_to_confirm")).toMatchObject([{ id: proposalId, name: "Weg" }]);

    const meeting = { startsAt: "2026-11-20T16:00", place: "Stadtbibliothek", publicPlace: true as const };
    const confirm = { params: { id: proposalId }, body: { ...meeting, accompaniedBy: "Frau Lindner" } };
    const { id: tandemId } = expectOk(await client.call("confirmProposal", confirm));
    const confirmed = await readDesk();
    expect(idsOf(confirmed, "ready_to_confirm")).toEqual([]);
    expect(confirmed.nextDates).toEqual([
      {
        kind: "first_meeting",
        id: tandemId,
        title: `Weg, ${mentor.firstName} ${mentor.lastName}`,
        startsAt: "2026-11-20T15:00:00.000Z",
        place: "Stadtbibliothek",
      },
    ]);
    expect(confirmed.funnel).toMatchObject({ introduced: 1, active: 0 });
    await world.inTenant(scene.network.id, (tx) =>
      tx
        .update(tandems)
        .set({ firstMeetingAt: daysAgo(1) })
        .where(eq(tandems.id, tandemId)),
    );
    expect(itemsOf(await readDesk(), "first_meeting_past")).toMatchObject([{ id: tandemId, name: "Weg" }]);
    expectOk(await client.call("recordFirstMeeting", { params: { id: tandemId } }));
    const active = await readDesk();
    expect(idsOf(active, "first_meeting_past")).toEqual([]);
    expect(active.funnel).toMatchObject({ introduced: 0, active: 1 });
  });

  it("lists volunteers who are new, miss a signature, or have attended everything and wait for their certificate", async () => {
    const fresh = await scene.mentor({
      status: "applied",
      interviewedOn: null,
      certificateId: null,
      eligibleSince: null,
    });
    const unsigned = await scene.mentor({
      status: "interviewed",
      agreementVersion: null,
      certificateId: null,
      eligibleSince: null,
    });
    const desk = await readDesk();
    expect(idsOf(desk, "new_volunteer")).toEqual([fresh.id]);
    expect(itemsOf(desk, "missing_step")).toMatchObject([{ id: unsigned.id, facts: { missing: "agreement" } }]);
    const done = await attendedEverything();
    expect(idsOf(await readDesk(), "certificate_due")).toEqual([done.id]);
    await world.inTenant(scene.network.id, (tx) =>
      tx.update(volunteers).set({ certificateId: randomUUID() }).where(eq(volunteers.id, done.id)),
    );
    expect(idsOf(await readDesk(), "certificate_due")).toEqual([]);
  });

  it("shows a mail that could not be delivered, with the way to the person", async () => {
    const asker = await scene.openRequest({ chosenName: "Unerreicht", email: "bounces@example.org" });
    const before = (await readDesk()).counts.mail_failed ?? 0;
    await world.inTenant(scene.network.id, (tx) =>
      tx.update(mails).set({ status: "failed" }).where(eq(mails.status, "queued")),
    );
    const desk = await readDesk();
    expect(desk.counts.mail_failed).toBeGreaterThan(before);
    expect(itemsOf(desk, "mail_failed").map(({ facts }) => facts["subjectId"])).toContain(asker.requestId);
  });

  it("shows at most ten of a kind, most urgent first, and counts them all", async () => {
    for (let count = 0; count < 12; count++) await scene.ask();
    const desk = await readDesk();
    expect(itemsOf(desk, "new_request")).toHaveLength(10);
    expect(desk.counts.new_request).toBe(12);
    const kinds = desk.items.map(({ kind }) => DESK_KINDS.indexOf(kind));
    expect(kinds).toEqual(kinds.toSorted((a, b) => a - b));
  });

  it("is a coordinator's own provider's: empty for others, refused to everybody else", async () => {
    for (const { client } of [scene.otherProvider, scene.otherNetwork]) {
      const desk = expectOk(await client.call("readDesk"));
      expect([desk.items, desk.funnel.waiting, desk.nextDates]).toEqual([[], 0, []]);
    }
    for (const role of ["counsellor", "trainer"] as const) {
      expect(refusalOf(await (await scene.staff(role)).client.call("readDesk"))).toBe("not_permitted");
    }
    expect((await world.anyone().call("readDesk")).status).toBe(401);
  });
});

async function attendedEverything() {
  const volunteer = await scene.mentor({ certificateId: null, eligibleSince: null });
  const networkId = scene.network.id;
  await world.inTenant(networkId, async (tx) => {
    const modules = await tx.select().from(curriculumModules);
    const curriculumId = modules[0]?.curriculumId ?? "";
    const courseId = randomUUID();
    await tx.insert(courses).values({
      networkId,
      id: courseId,
      providerId: scene.network.intake.id,
      curriculumId,
      title: "Basiskurs",
      places: 12,
      createdAt: daysAgo(60),
    });
    for (const [index, { key }] of modules.entries()) {
      const startsAt = daysAgo(40 - index);
      const [session] = await tx
        .insert(courseSessions)
        .values({
          networkId,
          courseId,
          moduleKey: key,
          startsAt,
          endsAt: new Date(startsAt.getTime() + 7_200_000),
          place: "Haus der Begegnung",
          sequence: 0,
        })
        .returning();
      const mark = { mark: "present" as const, guest: false, markedAt: startsAt };
      await tx
        .insert(attendances)
        .values({ networkId, sessionId: session?.id ?? "", volunteerId: volunteer.id, ...mark });
    }
  });
  return volunteer;
}

describe("the activity log", () => {
  it("tells who changed what and when; names are joined while reading and stored nowhere", async () => {
    const { client, account } = await scene.staff("coordinator");
    const asker = await scene.ask({ chosenName: "Zeynep" });
    const params = { id: asker.requestId };
    expectOk(await client.call("clarifyRequest", { params, body: CLARIFIED }));
    const log = expectOk(await client.call("listActivities", { query: { subjectId: asker.requestId } }));
    const clarified = log.items.find(({ action }) => action === "request_clarified");
    expect(clarified).toEqual({
      id: clarified?.id,
      at: world.clock.now.toISOString(),
      actorKind: "account",
      who: account.displayName,
      action: "request_clarified",
      subjectKind: "request",
      subjectId: asker.requestId,
      subjectName: "Zeynep",
      facts: {},
      reason: null,
    });
    expect(log.items.find(({ action }) => action === "request_submitted")).toMatchObject({ who: null });
    const stored = await world.inTenant(scene.network.id, (tx) => tx.select().from(activities));
    expect(JSON.stringify(stored)).not.toMatch(/Zeynep|Rania|Vera|1512/);
  });

  it("keeps a reason sealed and shows it to staff of the own provider", async () => {
    const [asker, mentor] = [await scene.openRequest(), await scene.mentor()];
    const id = await scene.propose(asker, mentor);
    const body = { reason: "Kennen sich schon" };
    expectOk(await scene.coordinator.client.call("withdrawProposal", { params: { id }, body }));
    const read = expectOk(await scene.colleague.client.call("readProposal", { params: { id } }));
    expect(read.endedReason).toBe(body.reason);
    const stored = await world.inTenant(scene.network.id, (tx) =>
      tx.select().from(activities).where(eq(activities.subjectId, id)),
    );
    expect(JSON.stringify(stored)).not.toContain("Kennen");
  });

  it("is the own provider's: another coordinator sees none of it, an admin only what belongs to no provider", async () => {
    for (const { client } of [scene.otherProvider, scene.otherNetwork]) {
      expect(expectOk(await client.call("listActivities", { query: {} })).items).toEqual([]);
    }
    const admin = await signInAs(
      world,
      await makeAccount(world, { network: scene.network, provider: null, roles: ["admin"] }),
    );
    expect(expectOk(await admin.call("listActivities", { query: {} })).items).toEqual([]);
    const counsellor = await scene.staff("counsellor");
    expect(refusalOf(await counsellor.client.call("listActivities", { query: {} }))).toBe("not_permitted");
    expect((await world.anyone().call("listActivities", { query: {} })).status).toBe(401);
  });
});
