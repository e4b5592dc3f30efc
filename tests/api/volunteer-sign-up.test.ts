import { eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { volunteers } from "@augenhoehe/api/db/schema/people";
import { accounts, activities } from "@augenhoehe/api/db/schema/platform";
import { openForeignNetwork, openNetwork, type OpenNetwork } from "../support/newcomer.ts";
import { expectOk, fieldCodesOf, refusalOf } from "../support/replies.ts";
import { createTestApp, type TestWorld } from "../support/test-app.ts";
import { KARIN, coordinatorOf, signUp } from "../support/volunteer.ts";

let world: TestWorld;
let network: OpenNetwork;

beforeAll(async () => {
  world = await createTestApp();
  network = await openNetwork(world);
});
afterAll(() => world.close());

const form = (email: string, profile = KARIN) => ({
  networkSlug: network.slug,
  providerId: network.intake.id,
  email,
  profile,
  privacyRead: true as const,
});
const rowsOf = (email: string) =>
  world.inTenant(network.id, async (tx) => ({
    volunteers: await tx.select().from(volunteers).where(eq(volunteers.email, email)),
    accounts: await tx.select().from(accounts).where(eq(accounts.email, email)),
  }));

describe("somebody new who signs up", () => {
  it("becomes a volunteer of the chosen provider with an account, the phone number sealed", async () => {
    const reply = await world.anyone().call("signUpVolunteer", { body: form("Neu@Netz.example") });
    expect(expectOk(reply)).toEqual({ done: true });
    const { volunteers: people, accounts: doors } = await rowsOf("neu@netz.example");
    expect(people).toHaveLength(1);
    expect(people[0]).toMatchObject({
      status: "applied",
      providerId: network.intake.id,
      firstName: "Karin",
      district: "eicken",
      secrecyVersion: null,
      certificateId: null,
    });
    expect(people[0]?.phoneSealed).toMatch(/^v1\./);
    expect(JSON.stringify(people)).not.toContain("23456789");
    expect(doors).toHaveLength(1);
    expect(doors[0]).toMatchObject({ roles: ["volunteer"], volunteerId: people[0]?.id, passwordHash: null });
  });

  it("is welcomed by mail with the next steps, in the language of the form", async () => {
    await signUp(world, network, { email: "layla@netz.example", firstName: "Layla", locale: "ar" });
    await world.mailbox.deliver();
    const [mail, ...more] = world.mailbox.to("layla@netz.example");
    expect(more).toHaveLength(0);
    expect(mail?.text).toContain("Layla");
    expect(mail?.text).toContain("http://localhost:3000/anmelden");
    expect(mail?.html).toContain('dir="rtl"');
  });

  it("is announced to the coordinators of that provider only, without a name", async () => {
    const own = await coordinatorOf(world, network);
    const other = await coordinatorOf(world, network, network.otherProvider.id);
    const { id } = await signUp(world, network, { lastName: "Geheimnis" });
    await world.mailbox.deliver();
    const mails = world.mailbox.to(own.account.email);
    expect(mails.map(({ text }) => text)).toContainEqual(expect.stringContaining(`/team/freiwillige/${id}`));
    expect(JSON.stringify(mails)).not.toMatch(/Karin|Geheimnis/);
    expect(world.mailbox.to(other.account.email)).toHaveLength(0);
  });

  it("stands in the activity log of that provider", async () => {
    const { id } = await signUp(world, network);
    const [entry] = await world.inTenant(network.id, (tx) =>
      tx.select().from(activities).where(eq(activities.subjectId, id)),
    );
    expect(entry).toMatchObject({ action: "volunteer_signed_up", providerId: network.intake.id, actorKind: "anyone" });
  });
});

describe("somebody whose address is known", () => {
  it("reads the same answer as a new one, and only the mail says that nothing changed", async () => {
    await signUp(world, network, { email: "bekannt@netz.example" });
    const again = await world
      .anyone()
      .call("signUpVolunteer", { body: form("bekannt@netz.example", { ...KARIN, lastName: "Andere" }) });
    expect(expectOk(again)).toEqual({ done: true });
    const { volunteers: people, accounts: doors } = await rowsOf("bekannt@netz.example");
    expect(people.map(({ lastName }) => lastName)).toEqual(["Özdemir"]);
    expect(doors).toHaveLength(1);
    await world.mailbox.deliver();
    const known = world.mailbox.to("bekannt@netz.example").find(({ subject }) => !subject.startsWith("Willkommen"));
    expect(known?.text).toContain("kennen wir schon");
    expect(known?.text).not.toContain("Andere");
  });

  it("makes one volunteer and one account out of two presses at the same moment", async () => {
    const replies = await Promise.all(
      Array.from({ length: 4 }, () => world.anyone().call("signUpVolunteer", { body: form("doppelt@netz.example") })),
    );
    expect(replies.map(({ status }) => status)).toEqual([200, 200, 200, 200]);
    const { volunteers: people, accounts: doors } = await rowsOf("doppelt@netz.example");
    expect(people).toHaveLength(1);
    expect(doors).toHaveLength(1);
  });

  it("gets an account where staff had entered them without one", async () => {
    const { client } = await coordinatorOf(world, network);
    const { id } = expectOk(
      await client.call("createVolunteer", { body: { email: "eingetragen@netz.example", profile: KARIN } }),
    );
    await world.inTenant(network.id, (tx) => tx.delete(accounts).where(eq(accounts.email, "eingetragen@netz.example")));
    expectOk(await world.anyone().call("signUpVolunteer", { body: form("eingetragen@netz.example") }));
    const { volunteers: people, accounts: doors } = await rowsOf("eingetragen@netz.example");
    expect(people.map((row) => row.id)).toEqual([id]);
    expect(doors.map(({ volunteerId }) => volunteerId)).toEqual([id]);
  });

  it("is pointed to the coordination after having left, and stays signed out", async () => {
    const { client, email } = await signUp(world, network);
    expectOk(await client.call("leaveNetwork", { body: { sure: true } }));
    expectOk(await world.anyone().call("signUpVolunteer", { body: form(email) }));
    await world.mailbox.deliver();
    expect(world.mailbox.to(email).map(({ text }) => text)).toContainEqual(expect.stringContaining("wieder mitmachen"));
    const { accounts: doors } = await rowsOf(email);
    expect(doors).toHaveLength(1);
    expect(doors[0]?.disabledAt).not.toBeNull();
  });
});

describe("a sign-up that was not understood", () => {
  it("tells each field, and stores nothing", async () => {
    const reply = await world.anyone().callUnchecked("signUpVolunteer", {
      body: {
        ...form("kaputt@"),
        privacyRead: false,
        profile: { ...KARIN, firstName: " ", languages: [], capacity: 9, slots: ["mon_night"] },
      },
    });
    expect(reply.status).toBe(400);
    expect(fieldCodesOf(reply)).toMatchObject({
      email: "invalid_email",
      privacyRead: "required",
      "profile.firstName": "required",
      "profile.languages": "required",
      "profile.capacity": "too_big",
      "profile.slots.0": "invalid_choice",
    });
    expect((await rowsOf("kaputt@")).volunteers).toHaveLength(0);
  });

  it("says at the phone field that nobody can call that number", async () => {
    const reply = await world
      .anyone()
      .call("signUpVolunteer", { body: form("telefon@netz.example", { ...KARIN, phone: "12" }) });
    expect(fieldCodesOf(reply)).toEqual({ "profile.phone": "invalid_phone" });
  });

  it("knows only districts, topics and interests of the network", async () => {
    const profile = { ...KARIN, district: "atlantis", topics: ["flying"], interests: ["cooking", "alchemy"] };
    const reply = await world.anyone().call("signUpVolunteer", { body: form("wo@netz.example", profile) });
    expect(fieldCodesOf(reply)).toEqual({
      "profile.district": "unknown_key",
      "profile.topics": "unknown_key",
      "profile.interests": "unknown_key",
    });
  });

  it("cannot choose a provider of another network, and an unknown network is not found", async () => {
    const foreign = await openForeignNetwork(world);
    const elsewhere = await world
      .anyone()
      .call("signUpVolunteer", { body: { ...form("fremd@netz.example"), providerId: foreign.intake.id } });
    expect(fieldCodesOf(elsewhere)).toEqual({ providerId: "invalid_choice" });
    const nowhere = await world
      .anyone()
      .call("signUpVolunteer", { body: { ...form("fremd@netz.example"), networkSlug: "nirgendwo" } });
    expect(nowhere.status).toBe(404);
    expect(refusalOf(nowhere)).toBe("not_found");
  });
});
