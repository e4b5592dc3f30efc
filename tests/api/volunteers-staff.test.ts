import { eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { fuehrungszeugnisEntries, volunteers } from "@augenhoehe/api/db/schema/people";
import { accounts, activities } from "@augenhoehe/api/db/schema/platform";
import { openForeignNetwork, openNetwork, type OpenNetwork } from "../support/newcomer.ts";
import { expectOk, fieldCodesOf, refusalOf } from "../support/replies.ts";
import { createTestApp, type TestWorld } from "../support/test-app.ts";
import type { TestClient } from "../support/test-client.ts";
import { coordinatorOf, KARIN, makeEligible, signUp } from "../support/volunteer.ts";

let world: TestWorld;
let network: OpenNetwork;
let coordinator: TestClient;
let otherProvider: TestClient;
let foreignNetwork: TestClient;

beforeAll(async () => {
  world = await createTestApp();
  network = await openNetwork(world);
  coordinator = (await coordinatorOf(world, network)).client;
  otherProvider = (await coordinatorOf(world, network, network.otherProvider.id)).client;
  foreignNetwork = (await coordinatorOf(world, await openForeignNetwork(world))).client;
});
afterAll(() => world.close());

const detail = async (id: string) => expectOk(await coordinator.call("readVolunteer", { params: { id } }));
const rowOf = (id: string) =>
  world.inTenant(network.id, async (tx) => (await tx.select().from(volunteers).where(eq(volunteers.id, id)))[0]);

describe("the coordinator's list of volunteers", () => {
  it("shows what each person still needs, and the eligible ones as such", async () => {
    const karin = await signUp(world, network, { lastName: "Listenfrau" });
    const ready = await signUp(world, network, { lastName: "Fertig" });
    await makeEligible(world, network, ready.id);
    const list = expectOk(await coordinator.call("listVolunteers", { query: {} }));
    const found = (id: string) => list.items.find((item) => item.id === id);
    expect(found(karin.id)).toMatchObject({
      name: "Karin Listenfrau",
      eligible: false,
      gaps: ["interview", "secrecy_declaration", "agreement", "certificate"],
      districtName: "Eicken",
      openTandems: 0,
      capacity: 2,
    });
    expect(found(ready.id)).toMatchObject({ eligible: true, gaps: [] });
    const eligible = expectOk(await coordinator.call("listVolunteers", { query: { status: "eligible" } }));
    expect(eligible.items.map(({ id }) => id)).toContain(ready.id);
    expect(eligible.items.every((item) => item.eligible)).toBe(true);
  });

  it("finds people by name, language and district, and takes wildcards literally", async () => {
    const amal = await signUp(world, network, {
      firstName: "Amal",
      lastName: "50%ige",
      district: "rheydt",
      languages: [{ code: "ti", level: "native" }],
    });
    const ids = async (query: object) =>
      expectOk(await coordinator.callUnchecked("listVolunteers", { query })).items.map(({ id }) => id);
    expect(await ids({ search: "50%ig" })).toEqual([amal.id]);
    expect(await ids({ search: "5__ige" })).toEqual([]);
    expect(await ids({ language: "ti" })).toEqual([amal.id]);
    expect(await ids({ district: "rheydt" })).toEqual([amal.id]);
  });

  it("holds nobody of another provider or network", async () => {
    const karin = await signUp(world, network);
    for (const stranger of [otherProvider, foreignNetwork]) {
      const list = expectOk(await stranger.call("listVolunteers", { query: {} }));
      expect(list.items.map(({ id }) => id)).not.toContain(karin.id);
      expect(refusalOf(await stranger.call("readVolunteer", { params: { id: karin.id } }))).toBe("not_found");
    }
  });
});

describe("a volunteer entered at the desk", () => {
  it("can sign in later with the address given", async () => {
    const { id } = expectOk(
      await coordinator.call("createVolunteer", { body: { email: "hilde@netz.example", profile: KARIN } }),
    );
    expect(await rowOf(id)).toMatchObject({ email: "hilde@netz.example", status: "applied" });
    const [account] = await world.inTenant(network.id, (tx) =>
      tx.select().from(accounts).where(eq(accounts.volunteerId, id)),
    );
    expect(account).toMatchObject({ email: "hilde@netz.example", roles: ["volunteer"] });
    const taken = await coordinator.call("createVolunteer", { body: { email: "hilde@netz.example", profile: KARIN } });
    expect(fieldCodesOf(taken)).toEqual({ email: "email_taken" });
  });

  it("without an address has no account, and bad input is told at the field", async () => {
    const { id } = expectOk(await coordinator.call("createVolunteer", { body: { email: null, profile: KARIN } }));
    const found = await world.inTenant(network.id, (tx) =>
      tx.select().from(accounts).where(eq(accounts.volunteerId, id)),
    );
    expect(found).toEqual([]);
    const nowhere = { ...KARIN, district: "atlantis" };
    const reply = await coordinator.call("createVolunteer", { body: { email: null, profile: nowhere } });
    expect(fieldCodesOf(reply)).toEqual({ "profile.district": "unknown_key" });
    const mute = { ...KARIN, phone: "12" };
    const unheard = await coordinator.call("createVolunteer", { body: { email: null, profile: mute } });
    expect(fieldCodesOf(unheard)).toEqual({ "profile.phone": "invalid_phone" });
  });
});

describe("the way to eligibility as the coordinator records it", () => {
  it("keeps the interview's note sealed and shows it to the own provider", async () => {
    const karin = await signUp(world, network);
    const body = { heldOn: "2026-11-01", note: "Spricht ruhig, hat Zeit" };
    expectOk(await coordinator.call("recordInterview", { params: { id: karin.id }, body }));
    expect((await detail(karin.id)).interview).toMatchObject({ heldOn: "2026-11-01", note: body.note });
    expect((await rowOf(karin.id))?.status).toBe("interviewed");
    expect(JSON.stringify(await rowOf(karin.id))).not.toContain("ruhig");
    const again = await coordinator.call("recordInterview", { params: { id: karin.id }, body });
    expect(refusalOf(again)).toBe("already_interviewed");
  });

  it("refuses an interview in the future at its field", async () => {
    const karin = await signUp(world, network);
    const body = { heldOn: "2027-01-01", note: "" };
    const reply = await coordinator.call("recordInterview", { params: { id: karin.id }, body });
    expect(fieldCodesOf(reply)).toEqual({ heldOn: "date_in_future" });
  });

  it("takes a signature on paper once per version", async () => {
    const karin = await signUp(world, network);
    const call = () =>
      coordinator.call("recordDeclaration", {
        params: { id: karin.id },
        body: { kind: "secrecy", signedOn: "2026-10-30" },
      });
    expectOk(await call());
    expect((await detail(karin.id)).declarations).toEqual([
      expect.objectContaining({ kind: "secrecy", version: 1, onPaper: true, current: true }),
    ]);
    expect((await detail(karin.id)).gaps).not.toContain("secrecy_declaration");
    expect(refusalOf(await call())).toBe("already_signed");
  });

  it("lets a missing certificate pass with a reason that stays in the log, until it ends", async () => {
    const karin = await signUp(world, network);
    await makeEligible(world, network, karin.id);
    await world.inTenant(network.id, (tx) =>
      tx.update(volunteers).set({ certificateId: null }).where(eq(volunteers.id, karin.id)),
    );
    const override = (reason: string | null) =>
      coordinator.call("overrideCertificate", { params: { id: karin.id }, body: { reason } });
    expect((await detail(karin.id)).gaps).toEqual(["certificate"]);
    expectOk(await override("Kurs in Hannover besucht"));
    const passed = await detail(karin.id);
    expect(passed.eligible).toBe(true);
    expect(passed.certificateOverride?.reason).toBe("Kurs in Hannover besucht");
    expect((await rowOf(karin.id))?.eligibleSince).toEqual(world.clock.now);
    const logged = await world.inTenant(network.id, (tx) =>
      tx.select().from(activities).where(eq(activities.subjectId, karin.id)),
    );
    expect(logged.map(({ action }) => action)).toContain("certificate_overridden");
    expect(JSON.stringify(logged)).not.toContain("Hannover");
    expectOk(await override(null));
    expect((await detail(karin.id)).eligible).toBe(false);
    expect((await rowOf(karin.id))?.eligibleSince).toBeNull();
  });

  it("pauses and comes back, each once", async () => {
    const karin = await signUp(world, network);
    await makeEligible(world, network, karin.id);
    const params = { id: karin.id };
    expectOk(await coordinator.call("pauseVolunteer", { params }));
    expect(await detail(karin.id)).toMatchObject({ status: "paused", eligible: false });
    expect(refusalOf(await coordinator.call("pauseVolunteer", { params }))).toBe("already_paused");
    expectOk(await coordinator.call("resumeVolunteer", { params }));
    expect(await detail(karin.id)).toMatchObject({ status: "in_training", eligible: true });
    expect(refusalOf(await coordinator.call("resumeVolunteer", { params }))).toBe("not_paused");
  });

  it("records that somebody left, and nothing can be changed afterwards", async () => {
    const karin = await signUp(world, network);
    const params = { id: karin.id };
    expectOk(await coordinator.call("endVolunteer", { params }));
    expect(await rowOf(karin.id)).toMatchObject({ status: "left", phoneSealed: null });
    expect(refusalOf(await coordinator.call("endVolunteer", { params }))).toBe("already_left");
    expect(refusalOf(await coordinator.call("updateVolunteer", { params, body: KARIN }))).toBe("already_left");
    expect((await karin.client.call("readMyHome")).status).toBe(401);
  });
});

describe("the Führungszeugnis register", () => {
  const facts = { inspectedOn: "2026-10-20", certificateDate: "2026-10-01", listedConviction: false };

  it("keeps three facts, sealed, where the task calls for them", async () => {
    const karin = await signUp(world, network, { wishes: { ...KARIN.wishes, forWhom: ["family"] } });
    const params = { id: karin.id };
    expectOk(await coordinator.call("recordFuehrungszeugnis", { params, body: facts }));
    expect((await detail(karin.id)).fuehrungszeugnis).toEqual({ ...facts, valid: true, deleteOn: null });
    const rows = await world.inTenant(network.id, (tx) =>
      tx.select().from(fuehrungszeugnisEntries).where(eq(fuehrungszeugnisEntries.volunteerId, karin.id)),
    );
    expect(rows).toHaveLength(1);
    expect(JSON.stringify(rows)).not.toContain("listedConviction");
    expectOk(await coordinator.call("deleteFuehrungszeugnis", { params }));
    expect((await detail(karin.id)).fuehrungszeugnis).toBeNull();
    expect(refusalOf(await coordinator.call("deleteFuehrungszeugnis", { params }))).toBe("not_found");
  });

  it("takes none for somebody who only meets adults", async () => {
    const karin = await signUp(world, network, { wishes: { ...KARIN.wishes, forWhom: ["self"] } });
    const params = { id: karin.id };
    expect((await detail(karin.id)).fuehrungszeugnisNeeded).toBe(false);
    const reply = await coordinator.call("recordFuehrungszeugnis", { params, body: facts });
    expect(refusalOf(reply)).toBe("fuehrungszeugnis_not_needed");
  });

  it("has no place for a fourth fact", async () => {
    const karin = await signUp(world, network, { wishes: { ...KARIN.wishes, forWhom: ["family"] } });
    const body = { ...facts, note: "Eintrag wegen …" };
    const reply = await coordinator.callUnchecked("recordFuehrungszeugnis", { params: { id: karin.id }, body });
    expect(reply.status).toBe(400);
  });
});

describe("who may not", () => {
  it("nobody but the provider's coordinators changes a volunteer", async () => {
    const karin = await signUp(world, network);
    const params = { id: karin.id };
    const body = { cleared: true };
    expect((await karin.client.call("clearForProtected", { params, body })).status).toBe(403);
    expect((await world.anyone().call("clearForProtected", { params, body })).status).toBe(401);
    expect(refusalOf(await otherProvider.call("clearForProtected", { params, body }))).toBe("not_found");
    expect(refusalOf(await foreignNetwork.call("clearForProtected", { params, body }))).toBe("not_found");
    expect((await detail(karin.id)).clearedForProtected).toBe(false);
    expectOk(await coordinator.call("clearForProtected", { params, body }));
    expect((await detail(karin.id)).clearedForProtected).toBe(true);
  });
});
