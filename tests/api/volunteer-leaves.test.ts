import { eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { mentorRequests, proposals, tandems } from "@augenhoehe/api/db/schema/matching";
import { fuehrungszeugnisEntries, volunteers } from "@augenhoehe/api/db/schema/people";
import { accounts, activities, sessions } from "@augenhoehe/api/db/schema/platform";
import { enrolments } from "@augenhoehe/api/db/schema/courses";
import { sealFuehrungszeugnis } from "@augenhoehe/api/people/fuehrungszeugnis-entry";
import { makeAccount, signInAs } from "../support/make-network.ts";
import { ask, openForeignNetwork, openNetwork, type OpenNetwork } from "../support/newcomer.ts";
import { errorOf, expectOk, fieldCodesOf, refusalOf } from "../support/replies.ts";
import { createTestApp, type TestWorld } from "../support/test-app.ts";
import { coordinatorOf, makeEligible, proposalFor, signUp, tandemFor } from "../support/volunteer.ts";

let world: TestWorld;
let network: OpenNetwork;

beforeAll(async () => {
  world = await createTestApp();
  network = await openNetwork(world);
});
afterAll(() => world.close());

const rowOf = async (id: string) => {
  const [row] = await world.inTenant(network.id, (tx) => tx.select().from(volunteers).where(eq(volunteers.id, id)));
  if (row === undefined) throw new Error("The volunteer is gone");
  return row;
};

describe("a pause", () => {
  it("is begun and ended by oneself, each with an entry in the log", async () => {
    const { id, client } = await signUp(world, network);
    await makeEligible(world, network, id);
    expectOk(await client.call("pauseMe"));
    expect(expectOk(await client.call("readMyHome"))).toMatchObject({ status: "paused", eligible: false });
    expect((await rowOf(id)).pausedAt).toEqual(world.clock.now);
    const twice = await client.call("pauseMe");
    expect([twice.status, refusalOf(twice)]).toEqual([409, "already_paused"]);
    expectOk(await client.call("resumeMe"));
    expect(expectOk(await client.call("readMyHome"))).toMatchObject({ status: "in_training", eligible: true });
    expect(refusalOf(await client.call("resumeMe"))).toBe("not_paused");
    const log = await world.inTenant(network.id, (tx) =>
      tx.select().from(activities).where(eq(activities.subjectId, id)).orderBy(activities.at),
    );
    expect(log.map(({ action }) => action)).toEqual(expect.arrayContaining(["volunteer_paused", "volunteer_resumed"]));
  });

  it("leads somebody who was never interviewed back to the beginning", async () => {
    const { client } = await signUp(world, network);
    expectOk(await client.call("pauseMe"));
    expectOk(await client.call("resumeMe"));
    expect(expectOk(await client.call("readMyHome")).status).toBe("applied");
  });

  it("keeps a question that waits and a tandem that runs", async () => {
    const { id, client } = await signUp(world, network);
    const first = await ask(world, network);
    const second = await ask(world, network);
    await proposalFor(world, network, { volunteerId: id, requestId: first.requestId });
    await tandemFor(world, network, { volunteerId: id, requestId: second.requestId });
    expectOk(await client.call("pauseMe"));
    const home = expectOk(await client.call("readMyHome"));
    expect(home.proposals.map(({ state }) => state)).toEqual(["waiting_for_you"]);
    expect(home.tandems.map(({ status }) => status)).toEqual(["introduced"]);
  });
});

describe("somebody who leaves", () => {
  it("has to say that they are sure", async () => {
    const { client } = await signUp(world, network);
    const reply = await client.callUnchecked("leaveNetwork", { body: { sure: false } });
    expect(fieldCodesOf(reply)).toEqual({ sure: "required" });
    expect(expectOk(await client.call("readMyHome")).status).toBe("applied");
  });

  it("ends open questions silently: the request is open again, and nobody on the other side gets mail", async () => {
    const { id, client } = await signUp(world, network);
    const { requestId } = await ask(world, network, { email: "still@example.org" });
    const proposalId = await proposalFor(world, network, { volunteerId: id, requestId }, "awaiting_mentee");
    await world.mailbox.deliver();
    const before = world.mailbox.to("still@example.org").length;
    expectOk(await client.call("leaveNetwork", { body: { sure: true } }));
    const [proposal] = await world.inTenant(network.id, (tx) =>
      tx.select().from(proposals).where(eq(proposals.id, proposalId)),
    );
    const [request] = await world.inTenant(network.id, (tx) =>
      tx.select().from(mentorRequests).where(eq(mentorRequests.id, requestId)),
    );
    expect(proposal?.state).toBe("withdrawn");
    expect(request?.status).toBe("open");
    await world.mailbox.deliver();
    expect(world.mailbox.to("still@example.org")).toHaveLength(before);
  });

  it("is signed out everywhere at once and cannot come back in", async () => {
    const { client, accountId } = await signUp(world, network);
    const phone = await signInAs(world, await accountRow(accountId));
    expectOk(await client.call("leaveNetwork", { body: { sure: true } }));
    expect(errorOf(await client.call("readMyHome"))).toEqual({ code: "sign_in_required" });
    expect(errorOf(await phone.call("readMyHome"))).toEqual({ code: "sign_in_required" });
    expect((await accountRow(accountId)).disabledAt).toEqual(world.clock.now);
    const open = await world.inTenant(network.id, (tx) =>
      tx.select().from(sessions).where(eq(sessions.accountId, accountId)),
    );
    expect(open.every(({ revokedAt }) => revokedAt !== null)).toBe(true);
  });

  it("leaves behind neither phone number nor notes, Führungszeugnis entry, wishes nor released channels", async () => {
    const { id, client } = await signUp(world, network, { releaseEmail: true });
    const entry = { inspectedOn: "2026-10-01", certificateDate: "2026-09-01", listedConviction: false };
    await world.inTenant(network.id, async (tx) => {
      await tx.insert(fuehrungszeugnisEntries).values({
        networkId: network.id,
        volunteerId: id,
        entrySealed: sealFuehrungszeugnis(world.deps.vault, id, entry),
        recordedAt: world.clock.now,
      });
      const place = { table: "volunteers", column: "interview_note_sealed", rowId: id };
      await tx
        .update(volunteers)
        .set({ interviewNoteSealed: world.deps.vault.seal("Freut sich.", place) })
        .where(eq(volunteers.id, id));
    });
    expectOk(await client.call("leaveNetwork", { body: { sure: true } }));
    expect(await rowOf(id)).toMatchObject({
      status: "left",
      leftAt: world.clock.now,
      phoneSealed: null,
      interviewNoteSealed: null,
      gender: null,
      ageBand: null,
      slots: null,
      topics: [],
      releasePhone: false,
      releaseEmail: false,
      firstName: "Karin",
    });
    const entries = await world.inTenant(network.id, (tx) =>
      tx.select().from(fuehrungszeugnisEntries).where(eq(fuehrungszeugnisEntries.volunteerId, id)),
    );
    expect(entries).toEqual([]);
  });

  it("tells the coordinators, without a name, how many tandems need a farewell, and says goodbye", async () => {
    const { account } = await coordinatorOf(world, network);
    const { id, client, email } = await signUp(world, network, { lastName: "Geheimnis" });
    const { requestId } = await ask(world, network);
    const tandemId = await tandemFor(world, network, { volunteerId: id, requestId });
    expectOk(await client.call("leaveNetwork", { body: { sure: true } }));
    await world.mailbox.deliver();
    const told = world.mailbox.to(account.email).find(({ subject }) => subject.includes("zu Ende gegangen"));
    expect(told?.text).toContain("Laufende Tandems: 1");
    expect(told?.text).toContain(`/team/freiwillige/${id}`);
    expect(JSON.stringify(told)).not.toMatch(/Karin|Geheimnis/);
    expect(world.mailbox.to(email).map(({ subject }) => subject)).toContainEqual(expect.stringContaining("Danke"));
    const [tandem] = await world.inTenant(network.id, (tx) =>
      tx.select().from(tandems).where(eq(tandems.id, tandemId)),
    );
    expect(tandem?.status).toBe("introduced");
  });

  it("gives back the place in a course, which is offered to whoever waits longest", async () => {
    const { client: coordinator } = await coordinatorOf(world, network);
    const leaver = await signUp(world, network);
    const waiter = await signUp(world, network);
    for (const { id } of [leaver, waiter]) {
      await world.inTenant(network.id, (tx) =>
        tx.update(volunteers).set({ status: "interviewed", interviewedOn: "2026-10-01" }).where(eq(volunteers.id, id)),
      );
    }
    const { id: courseId } = expectOk(
      await coordinator.call("createCourse", {
        body: {
          title: "Herbstkurs",
          places: 1,
          trainerAccountIds: [],
          sessions: [
            { id: null, moduleKey: "social_security", startsAt: "2026-12-01T18:00", minutes: 120, place: "Rathaus" },
          ],
        },
      }),
    );
    expect(expectOk(await leaver.client.call("enrolMe", { body: { courseId } })).status).toBe("enrolled");
    expect(expectOk(await waiter.client.call("enrolMe", { body: { courseId } })).status).toBe("waiting");
    expectOk(await leaver.client.call("leaveNetwork", { body: { sure: true } }));
    const rows = await world.inTenant(network.id, (tx) =>
      tx.select().from(enrolments).where(eq(enrolments.courseId, courseId)),
    );
    expect(Object.fromEntries(rows.map(({ volunteerId, status }) => [volunteerId, status]))).toEqual({
      [leaver.id]: "cancelled",
      [waiter.id]: "offered",
    });
    await world.mailbox.deliver();
    expect(world.mailbox.to(waiter.email).map(({ text }) => text)).toContainEqual(
      expect.stringContaining("Herbstkurs"),
    );
  });

  it("keeps the other roles of somebody who also works here", async () => {
    const { id, accountId, client } = await signUp(world, network);
    await world.inTenant(network.id, (tx) =>
      tx
        .update(accounts)
        .set({ roles: ["volunteer", "trainer"] })
        .where(eq(accounts.id, accountId)),
    );
    expectOk(await client.call("leaveNetwork", { body: { sure: true } }));
    expect((await rowOf(id)).status).toBe("left");
    expect(await accountRow(accountId)).toMatchObject({ roles: ["trainer"], disabledAt: null });
  });

  it("leaves in the same way when the coordinator records it, and only the own one", async () => {
    const { id } = await signUp(world, network);
    const stranger = await coordinatorOf(world, network, network.otherProvider.id);
    expect(refusalOf(await stranger.client.call("endVolunteer", { params: { id } }))).toBe("not_found");
    const foreign = await openForeignNetwork(world);
    const elsewhere = await coordinatorOf(world, foreign);
    expect(refusalOf(await elsewhere.client.call("endVolunteer", { params: { id } }))).toBe("not_found");
    const { client } = await coordinatorOf(world, network);
    expectOk(await client.call("endVolunteer", { params: { id } }));
    expect(await rowOf(id)).toMatchObject({ status: "left", phoneSealed: null });
    expect(refusalOf(await client.call("endVolunteer", { params: { id } }))).toBe("already_left");
  });
});

describe("the download of one's own data", () => {
  it("holds everything stored about the person, opened, and nothing about the other side", async () => {
    const { id, client, email } = await signUp(world, network);
    await makeEligible(world, network, id);
    expectOk(
      await client.call("signMyDeclaration", { body: { kind: "secrecy", version: 1, typedName: "Karin Özdemir" } }),
    );
    const place = { table: "volunteers", column: "interview_note_sealed", rowId: id };
    await world.inTenant(network.id, (tx) =>
      tx
        .update(volunteers)
        .set({ interviewNoteSealed: world.deps.vault.seal("Freut sich auf Gespräche.", place) })
        .where(eq(volunteers.id, id)),
    );
    const { requestId } = await ask(world, network, { chosenName: "Rania-Klartext" });
    await tandemFor(world, network, { volunteerId: id, requestId });
    const { raw } = await client.call("downloadMyData");
    expect(raw.statusCode).toBe(200);
    expect(raw.headers["content-type"]).toContain("application/json");
    expect(raw.headers["content-disposition"]).toContain('filename="augenhoehe-meine-daten-2026-11-02.json"');
    expect(raw.json()).toMatchObject({
      person: { email, firstName: "Karin", phone: "+49 1512 3456789", status: "in_training" },
      notes: { interview: "Freut sich auf Gespräche." },
      declarations: [{ kind: "secrecy", version: 1 }],
      certificates: [{ content: { holderName: "Karin Özdemir" } }],
      proposals: [{ state: "confirmed" }],
      tandems: [{ status: "introduced" }],
      mails: [{ template: "volunteer_welcome" }],
      account: { email, roles: ["volunteer"] },
    });
    expect(raw.payload).not.toMatch(/Rania-Klartext|requestId|menteeId|passwordHash|v1\./);
  });

  it("does not tell who said no", async () => {
    const states = ["declined_by_volunteer", "declined_by_mentee", "withdrawn", "expired"] as const;
    const { id, client } = await signUp(world, network);
    for (const state of states) {
      const { requestId } = await ask(world, network);
      await proposalFor(world, network, { volunteerId: id, requestId }, state);
    }
    const { raw } = await client.call("downloadMyData");
    expect(raw.payload).not.toMatch(/declined|withdrawn|expired/);
    expect(raw.json<{ proposals: { state: string }[] }>().proposals.map(({ state }) => state)).toEqual(
      states.map(() => "ended"),
    );
  });

  it("is for oneself only: nobody else has it", async () => {
    const { client: coordinator } = await coordinatorOf(world, network);
    expect(refusalOf(await coordinator.call("downloadMyData"))).toBe("not_permitted");
    const trainer = await makeAccount(world, { network, provider: network.intake, roles: ["trainer"] });
    expect(refusalOf(await (await signInAs(world, trainer)).call("downloadMyData"))).toBe("not_permitted");
    expect(errorOf(await world.anyone().call("downloadMyData"))).toEqual({ code: "sign_in_required" });
  });
});

async function accountRow(id: string) {
  const [row] = await world.inTenant(network.id, (tx) => tx.select().from(accounts).where(eq(accounts.id, id)));
  if (row === undefined) throw new Error("The account is gone");
  return row;
}
