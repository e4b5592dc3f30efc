import { and, eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { VISIBLE_OF_MENTEE } from "@augenhoehe/domain";
import { proposals, tandems } from "@augenhoehe/api/db/schema/matching";
import { declarationTexts, mentees, signedDeclarations, volunteers } from "@augenhoehe/api/db/schema/people";
import { RANIA, ask, openNetwork, type OpenNetwork } from "../support/newcomer.ts";
import { errorOf, expectOk, fieldCodesOf, refusalOf } from "../support/replies.ts";
import { createTestApp, type TestWorld } from "../support/test-app.ts";
import { KARIN, coordinatorOf, makeEligible, proposalFor, signUp, tandemFor } from "../support/volunteer.ts";

let world: TestWorld;
let network: OpenNetwork;

beforeAll(async () => {
  world = await createTestApp();
  network = await openNetwork(world);
});
afterAll(() => world.close());

const stateOf = (steps: readonly { key: string; state: string }[], key: string) =>
  steps.find((step) => step.key === key)?.state;

describe("a volunteer's home", () => {
  it("shows somebody new every next step, and nothing about anybody else", async () => {
    const { client, email } = await signUp(world, network);
    const home = expectOk(await client.call("readMyHome"));
    expect(home).toMatchObject({
      status: "applied",
      eligible: false,
      email,
      openTandems: 0,
      proposals: [],
      tandems: [],
    });
    expect(home.profile).toEqual({ ...KARIN, phone: "+49 1512 3456789" });
    expect(stateOf(home.nextSteps, "interview")).toBe("current");
    expect(stateOf(home.nextSteps, "secrecy_declaration")).toBe("current");
    expect(stateOf(home.nextSteps, "ready")).toBe("later");
    expect(home.nextSteps.find(({ key }) => key === "course")).toMatchObject({ doneCount: 0, totalCount: 4 });
    expect(home.stammtische).toEqual([]);
  });

  it("says that everything is done once nothing is missing", async () => {
    const { id, client } = await signUp(world, network);
    await makeEligible(world, network, id);
    const home = expectOk(await client.call("readMyHome"));
    expect(home).toMatchObject({ eligible: true, gaps: [] });
    expect(home.nextSteps.every(({ state }) => state === "done" || state === "not_needed")).toBe(true);
    expect(home.certificates).toHaveLength(1);
    expect(home.certificates[0]?.checkUrl).toBe("http://localhost:3000/zertifikat/DEMO-CODE");
  });

  it("is for volunteers only", async () => {
    const { client: coordinator } = await coordinatorOf(world, network);
    expect(refusalOf(await coordinator.call("readMyHome"))).toBe("not_permitted");
    expect(errorOf(await world.anyone().call("readMyHome"))).toEqual({ code: "sign_in_required" });
  });
});

describe("what a volunteer sees of a mentee", () => {
  it("is an anonymised card before the tandem: exactly the fields of its stage, no name, no contact", async () => {
    const { id, client } = await signUp(world, network);
    await makeEligible(world, network, id);
    const { requestId } = await ask(world, network, { chosenName: "Rania-Klartext", phone: "0151 99999999" });
    await proposalFor(world, network, { volunteerId: id, requestId });
    const reply = await client.call("readMyHome");
    const [proposal] = expectOk(reply).proposals;
    expect(proposal?.state).toBe("waiting_for_you");
    expect(Object.keys(proposal?.mentee ?? {}).sort()).toEqual([...VISIBLE_OF_MENTEE.proposed].sort());
    expect(proposal?.mentee).toEqual({
      languages: RANIA.languages,
      commonLanguages: ["ar", "de"],
      topics: ["letters", "german_practice"],
      interests: ["cooking"],
      districtName: "Eicken",
      slots: ["tue_evening", "sat_morning"],
      forWhom: "self",
      interpreterNeeded: false,
    });
    expect(reply.raw.payload).not.toMatch(/Rania-Klartext|99999999|rania@/);
  });

  it("stays the same card after both said yes", async () => {
    const { id, client } = await signUp(world, network);
    const { requestId } = await ask(world, network, { chosenName: "Rania-Klartext" });
    await proposalFor(world, network, { volunteerId: id, requestId }, "awaiting_confirmation");
    const reply = await client.call("readMyHome");
    const [proposal] = expectOk(reply).proposals;
    expect(proposal?.state).toBe("you_said_yes");
    expect(Object.keys(proposal?.mentee ?? {}).sort()).toEqual([...VISIBLE_OF_MENTEE.both_said_yes].sort());
    expect(reply.raw.payload).not.toContain("Rania-Klartext");
  });

  it("is gone when the time to answer has run out", async () => {
    const { id, client } = await signUp(world, network);
    const { requestId } = await ask(world, network);
    const proposalId = await proposalFor(world, network, { volunteerId: id, requestId });
    await world.inTenant(network.id, (tx) =>
      tx
        .update(proposals)
        .set({ answerBy: new Date(world.clock.now.getTime() - 1000) })
        .where(eq(proposals.id, proposalId)),
    );
    expect(expectOk(await client.call("readMyHome")).proposals).toEqual([]);
  });

  it("is in a tandem the name, the released channels and the first meeting, and no more", async () => {
    const { id, client } = await signUp(world, network);
    const { requestId } = await ask(world, network, { releasePhone: true, releaseEmail: false });
    await tandemFor(world, network, { volunteerId: id, requestId });
    const reply = await client.call("readMyHome");
    const home = expectOk(reply);
    expect(home.openTandems).toBe(1);
    expect(home.proposals).toEqual([]);
    const [tandem] = home.tandems;
    const shown = [...Object.keys(tandem?.mentee ?? {}), "firstMeeting"];
    expect(shown.filter((key) => !VISIBLE_OF_MENTEE.tandem.some((field) => field === key))).toEqual([]);
    expect(tandem?.mentee).toEqual({
      chosenName: "Rania",
      languages: RANIA.languages,
      topics: RANIA.topics,
      districtName: "Eicken",
      channels: [{ kind: "phone", value: "+49 1512 3456789" }],
    });
    expect(tandem?.firstMeeting).toEqual({
      startsAt: "2026-11-10T17:00:00.000Z",
      place: "Stadtbibliothek",
      accompaniedBy: "Jo",
    });
    expect(reply.raw.payload).not.toContain("rania@example.org");
  });

  it("loses a channel at once when the mentee takes the release back", async () => {
    const { id, client } = await signUp(world, network);
    const { requestId } = await ask(world, network);
    const tandemId = await tandemFor(world, network, { volunteerId: id, requestId });
    await world.inTenant(network.id, async (tx) => {
      const [tandem] = await tx.select().from(tandems).where(eq(tandems.id, tandemId));
      await tx
        .update(mentees)
        .set({ releasePhone: false })
        .where(eq(mentees.id, tandem?.menteeId ?? ""));
    });
    expect(expectOk(await client.call("readMyHome")).tandems[0]?.mentee?.channels).toEqual([]);
  });

  it("is nothing from the next request on when the tandem has ended", async () => {
    const { id, client } = await signUp(world, network);
    const { requestId } = await ask(world, network, { chosenName: "Rania-Klartext" });
    const tandemId = await tandemFor(world, network, { volunteerId: id, requestId });
    await world.inTenant(network.id, (tx) =>
      tx.update(tandems).set({ status: "ended", endedAt: world.clock.now }).where(eq(tandems.id, tandemId)),
    );
    const reply = await client.call("readMyHome");
    expect(expectOk(reply).tandems).toEqual([
      { id: tandemId, status: "ended", startedAt: world.clock.now.toISOString(), mentee: null, firstMeeting: null },
    ]);
    expect(reply.raw.payload).not.toContain("Rania-Klartext");
  });
});

describe("a volunteer's own profile", () => {
  it("can be changed, and the number is kept in one way of writing", async () => {
    const { id, client } = await signUp(world, network);
    const next = { ...KARIN, lastName: "Öz", locale: "en" as const, phone: "02161 123456", capacity: 1, slots: null };
    expect(expectOk(await client.call("updateMyProfile", { body: next }))).toEqual({ done: true });
    const home = expectOk(await client.call("readMyHome"));
    expect(home.profile).toEqual({ ...next, phone: "+49 2161 123456" });
    const me = expectOk(await client.call("me"));
    expect(me).toMatchObject({ displayName: "Karin Öz", locale: "en" });
    const [row] = await world.inTenant(network.id, (tx) => tx.select().from(volunteers).where(eq(volunteers.id, id)));
    expect(row?.phoneSealed).toMatch(/^v1\./);
  });

  it("tells at the field what is wrong and changes nothing", async () => {
    const { client } = await signUp(world, network);
    const reply = await client.call("updateMyProfile", { body: { ...KARIN, firstName: "Neu", phone: "0000" } });
    expect(fieldCodesOf(reply)).toEqual({ phone: "invalid_phone" });
    const unknown = await client.call("updateMyProfile", { body: { ...KARIN, district: "atlantis" } });
    expect(fieldCodesOf(unknown)).toEqual({ district: "unknown_key" });
    expect(expectOk(await client.call("readMyHome")).profile.firstName).toBe("Karin");
  });
});

describe("the declarations", () => {
  const read = async (client: Awaited<ReturnType<typeof signUp>>["client"]) =>
    expectOk(await client.call("readMyDeclarations", { query: {} })).declarations;

  it("come in German, which binds, beside the reader's language", async () => {
    const { client } = await signUp(world, network, { locale: "ar" });
    const [secrecy, agreement] = await read(client);
    expect([secrecy?.kind, agreement?.kind]).toEqual(["secrecy", "agreement"]);
    expect(secrecy?.paragraphsDe.join(" ")).toContain("§ 203");
    expect(secrecy?.paragraphs[0]).toMatch(/\p{Script=Arabic}/u);
    expect(secrecy?.signedVersion).toBeNull();
    const inEnglish = expectOk(await client.call("readMyDeclarations", { query: { locale: "en" } }));
    expect(inEnglish.declarations[0]?.paragraphs[0]).toContain("As a volunteer");
  });

  it("are signed by typing one's own name, once per version", async () => {
    const { id, client } = await signUp(world, network);
    const body = { kind: "secrecy" as const, version: 1, typedName: " karin  ozdemir " };
    expectOk(await client.call("signMyDeclaration", { body }));
    expect((await read(client))[0]?.signedVersion).toBe(1);
    const home = expectOk(await client.call("readMyHome"));
    expect(stateOf(home.nextSteps, "secrecy_declaration")).toBe("done");
    expect(stateOf(home.nextSteps, "agreement")).toBe("current");
    const rows = await world.inTenant(network.id, (tx) =>
      tx.select().from(signedDeclarations).where(eq(signedDeclarations.volunteerId, id)),
    );
    expect(rows).toHaveLength(1);
    expect(rows[0]).toMatchObject({ kind: "secrecy", version: 1, onPaper: false, recordedBy: null });
    const again = await client.call("signMyDeclaration", { body });
    expect([again.status, refusalOf(again)]).toEqual([409, "already_signed"]);
  });

  it("are not signed by another name", async () => {
    const { client } = await signUp(world, network);
    const body = { kind: "agreement" as const, version: 1, typedName: "Mickey Mouse" };
    expect(fieldCodesOf(await client.call("signMyDeclaration", { body }))).toEqual({ typedName: "name_differs" });
    expect((await read(client))[1]?.signedVersion).toBeNull();
  });

  it("must be signed anew when there is a new version, and an old one no longer counts", async () => {
    const { id, client } = await signUp(world, network);
    await makeEligible(world, network, id);
    expectOk(
      await client.call("signMyDeclaration", { body: { kind: "agreement", version: 1, typedName: "Karin Özdemir" } }),
    );
    await world.inTenant(network.id, async (tx) => {
      const [text] = await tx.select().from(declarationTexts).where(eq(declarationTexts.kind, "agreement"));
      if (text !== undefined) await tx.insert(declarationTexts).values({ ...text, version: 2 });
    });
    const home = expectOk(await client.call("readMyHome"));
    expect(home).toMatchObject({ eligible: false, gaps: ["agreement"] });
    const old = await client.call("signMyDeclaration", {
      body: { kind: "agreement", version: 1, typedName: "Karin Özdemir" },
    });
    expect(refusalOf(old)).toBe("declaration_outdated");
    expect((await read(client))[1]).toMatchObject({ version: 2, signedVersion: 1 });
    expectOk(
      await client.call("signMyDeclaration", { body: { kind: "agreement", version: 2, typedName: "Karin Özdemir" } }),
    );
    expect(expectOk(await client.call("readMyHome")).eligible).toBe(true);
    await world.inTenant(network.id, (tx) =>
      tx.delete(declarationTexts).where(and(eq(declarationTexts.kind, "agreement"), eq(declarationTexts.version, 2))),
    );
  });
});
