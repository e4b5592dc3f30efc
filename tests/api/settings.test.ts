import { eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { District } from "@augenhoehe/contract";
import { GERMAN_PRACTICE_TOPIC } from "@augenhoehe/domain";
import { activities, accounts } from "@augenhoehe/api/db/schema/platform";
import { coordinatorOf, openOwnNetwork, takeOver } from "../support/lists.ts";
import { makeAccount, signInAs } from "../support/make-network.ts";
import { makeVolunteer } from "../support/make-volunteer.ts";
import { openForeignNetwork, type OpenNetwork } from "../support/newcomer.ts";
import { errorOf, expectOk, fieldCodesOf, refusalOf } from "../support/replies.ts";
import { createTestApp, type TestWorld } from "../support/test-app.ts";
import type { TestClient } from "../support/test-client.ts";

let world: TestWorld;
beforeAll(async () => {
  world = await createTestApp({ rateLimits: false });
});
afterAll(() => world.close());

async function opened() {
  const network = await openOwnNetwork(world);
  return { network, anna: await coordinatorOf(world, network) };
}

const settingsOf = async (client: TestClient) => expectOk(await client.call("readSettings"));
const actionsOf = async (network: OpenNetwork) =>
  (await world.inTenant(network.id, (tx) => tx.select().from(activities))).map(({ action, facts }) => ({
    action,
    facts,
  }));

const NEW_DISTRICT: District = {
  ...{ key: "nordpark", name: "Nordpark", borough: "West", lat: 51.17, lng: 6.38 },
  ...{ postalCodes: ["41069"], neighbours: ["hehn"] },
};

describe("weights", () => {
  test("four numbers that sum to 100 become a new version", async () => {
    const { network, anna } = await opened();
    const before = (await settingsOf(anna)).weights;
    const body = { language: 50, district: 10, availability: 20, interests: 20 };
    expectOk(await anna.call("updateWeights", { body }));
    expect((await settingsOf(anna)).weights).toEqual({ ...body, version: before.version + 1 });
    expect(await actionsOf(network)).toEqual([
      { action: "weights_changed", facts: { version: before.version + 1, ...body } },
    ]);
  });

  test("any other sum is refused and changes nothing", async () => {
    const { anna } = await opened();
    const before = (await settingsOf(anna)).weights;
    const body = { language: 50, district: 10, availability: 20, interests: 19 };
    const reply = await anna.call("updateWeights", { body });
    expect(errorOf(reply)).toEqual({ code: "refused", refusal: "weights_not_100", facts: { sum: 99 } });
    const negative = await anna.call("updateWeights", { body: { ...body, language: -1, interests: 71.5 } });
    expect(fieldCodesOf(negative)).toEqual({ language: "too_small", interests: "not_a_number" });
    expect((await settingsOf(anna)).weights).toEqual(before);
  });
});

describe("districts", () => {
  test("a new district has its neighbours, and they have it", async () => {
    const { anna } = await opened();
    const { districts } = await settingsOf(anna);
    expectOk(await anna.call("updateDistricts", { body: { districts: [...districts, NEW_DISTRICT] } }));
    const after = (await settingsOf(anna)).districts;
    expect(after.at(-1)).toEqual(NEW_DISTRICT);
    expect(after.find(({ key }) => key === "hehn")?.neighbours).toContain("nordpark");
  });

  test("a district somebody lives in, or asked from, stays", async () => {
    const { network, anna } = await opened();
    const { districts } = await settingsOf(anna);
    await makeVolunteer(world, { network, provider: network.intake, district: "eicken" });
    await takeOver(anna, "requests", "Name;Sprachen;Stadtteil\nAmal;Arabisch;Rheydt\n");
    for (const [key, name] of [
      ["eicken", "Eicken"],
      ["rheydt", "Rheydt"],
    ]) {
      const kept = districts.filter((district) => district.key !== key);
      expect(errorOf(await anna.call("updateDistricts", { body: { districts: kept } }))).toEqual({
        ...{ code: "refused", refusal: "district_in_use" },
        facts: { district: name },
      });
    }
    expect((await settingsOf(anna)).districts).toEqual(districts);
    const withoutHehn = districts.filter(({ key }) => key !== "hehn");
    expectOk(await anna.call("updateDistricts", { body: { districts: withoutHehn } }));
    const after = (await settingsOf(anna)).districts;
    expect(after.map(({ key }) => key)).not.toContain("hehn");
    expect(after.flatMap(({ neighbours }) => neighbours)).not.toContain("hehn");
  });

  test("two districts under one key, and a postal code of four digits, are told at their place", async () => {
    const { anna } = await opened();
    const double = [NEW_DISTRICT, { ...NEW_DISTRICT, name: "Anders" }];
    expect(fieldCodesOf(await anna.call("updateDistricts", { body: { districts: double } }))).toEqual({
      "districts.1.key": "duplicate",
    });
    const short = [{ ...NEW_DISTRICT, postalCodes: ["4106"] }];
    expect(fieldCodesOf(await anna.call("updateDistricts", { body: { districts: short } }))).toEqual({
      "districts.0.postalCodes.0": "invalid_format",
    });
  });
});

describe("topics and interests", () => {
  test("are reworded, reordered and added, and newcomers read them so", async () => {
    const { network, anna } = await opened();
    const { topics } = await settingsOf(anna);
    const garden = { key: "allotment", labels: { de: "Kleingarten", ar: "حديقة صغيرة" }, icon: null };
    const terms = [garden, ...topics.toReversed()];
    expectOk(await anna.call("updateTerms", { body: { kind: "topic", terms } }));
    expect((await settingsOf(anna)).topics).toEqual(terms);
    const shown = expectOk(await world.anyone().call("readNetwork", { params: { networkSlug: network.slug } }));
    expect(shown.topics).toEqual(terms);
  });

  test("what somebody chose stays, and what matching knows by name", async () => {
    const { anna } = await opened();
    const { topics, interests } = await settingsOf(anna);
    await takeOver(anna, "requests", "Name;Sprachen;Themen;Interessen\nAmal;Arabisch;Briefe;Kochen\n");
    const without = (key: string) => topics.filter((term) => term.key !== key);
    const change = (terms: typeof topics, kind: "topic" | "interest" = "topic") =>
      anna.call("updateTerms", { body: { kind, terms } });
    expect(errorOf(await change(without("letters")))).toMatchObject({
      refusal: "term_in_use",
      facts: { term: "Briefe verstehen" },
    });
    expect(refusalOf(await change(without(GERMAN_PRACTICE_TOPIC)))).toBe("term_in_use");
    const withoutCooking = interests.filter(({ key }) => key !== "cooking");
    expect(refusalOf(await change(withoutCooking, "interest"))).toBe("term_in_use");
    expectOk(await change(without("house_rules")));
    expect((await settingsOf(anna)).interests).toEqual(interests);
  });

  test("every word has a German label and its own key", async () => {
    const { anna } = await opened();
    const terms = [
      { key: "a", labels: { en: "A" }, icon: null },
      { key: "a", labels: { de: "B" }, icon: null },
    ];
    expect(fieldCodesOf(await anna.call("updateTerms", { body: { kind: "interest", terms } }))).toEqual({
      "terms.0.labels.de": "required",
      "terms.1.key": "duplicate",
    });
  });
});

test("legal texts change what the public pages say", async () => {
  const { network, anna } = await opened();
  const { legal } = await settingsOf(anna);
  const imprint = { ...legal.imprint, responsible: "Netzwerk Musterstadt e. V." };
  const body = { imprint, privacy: { ...legal.privacy, retentionMonths: 12 } };
  expectOk(await anna.call("updateLegal", { body }));
  const pages = expectOk(await world.anyone().call("readLegalPages", { params: { networkSlug: network.slug } }));
  expect(pages).toMatchObject(body);
  const wrong = { imprint: { ...imprint, responsible: "a\nb" }, privacy: { ...legal.privacy, retentionMonths: 0 } };
  expect(fieldCodesOf(await anna.call("updateLegal", { body: wrong }))).toEqual({
    "imprint.responsible": "invalid_format",
    "privacy.retentionMonths": "too_small",
  });
});

describe("who works here", () => {
  test("a coordinator sees their own provider's staff, an admin everybody's", async () => {
    const { network, anna } = await opened();
    const of = (provider: { id: string } | null, displayName: string, role: "trainer" | "counsellor" | "admin") =>
      makeAccount(world, { network, provider, roles: [role], displayName });
    await of(network.intake, "Tim Trainer", "trainer");
    await of(network.intake, "Clara Beratung", "counsellor");
    await of(network.otherProvider, "Fremd Träger", "counsellor");
    const admin = await of(null, "Ada Verwaltung", "admin");
    await makeAccount(world, { network, provider: network.intake, roles: ["volunteer"], displayName: "Vera" });
    const { items } = expectOk(await anna.call("listStaff"));
    expect(items.map(({ name, state, isMe }) => [name, state, isMe])).toEqual([
      ["Clara Beratung", "invited", false],
      [expect.stringContaining("Person"), "invited", true],
      ["Tim Trainer", "active", false],
    ]);
    const all = expectOk(await (await signInAs(world, admin)).call("listStaff")).items;
    expect(all.map(({ name }) => name)).toEqual(expect.arrayContaining(["Fremd Träger", "Ada Verwaltung"]));
    expect(all.map(({ name }) => name)).not.toContain("Vera");
  });

  test("whose access ends is out at the next click, and it is in the log", async () => {
    const { network, anna } = await opened();
    const clara = await makeAccount(world, { network, provider: network.intake, roles: ["counsellor"] });
    const client = await signInAs(world, clara);
    expectOk(await client.call("listRequests", { query: {} }));
    expectOk(await anna.call("endStaffAccess", { params: { id: clara.id } }));
    expect((await client.call("listRequests", { query: {} })).status).toBe(401);
    const [row] = await world.inTenant(network.id, (tx) => tx.select().from(accounts).where(eq(accounts.id, clara.id)));
    expect(row).toMatchObject({ passwordHash: null, totpSecretSealed: null, disabledAt: world.clock.now });
    expect(await actionsOf(network)).toEqual([{ action: "staff_access_ended", facts: { roles: "counsellor" } }]);
    const { items } = expectOk(await anna.call("listStaff"));
    expect(items.find(({ id }) => id === clara.id)?.state).toBe("ended");
  });

  test("a trainer who volunteers as well stays a volunteer", async () => {
    const { network, anna } = await opened();
    const volunteer = await makeVolunteer(world, { network, provider: network.intake });
    const both = { roles: ["volunteer" as const, "trainer" as const], volunteerId: volunteer.id };
    const { id } = await makeAccount(world, { network, provider: network.intake, ...both });
    expectOk(await anna.call("endStaffAccess", { params: { id } }));
    const [row] = await world.inTenant(network.id, (tx) => tx.select().from(accounts).where(eq(accounts.id, id)));
    expect(row).toMatchObject({ roles: ["volunteer"], disabledAt: null });
  });

  test("nobody ends their own access, a volunteer's, or somebody's of another provider or network", async () => {
    const { network, anna } = await opened();
    const me = expectOk(await anna.call("me")).accountId;
    expect(refusalOf(await anna.call("endStaffAccess", { params: { id: me } }))).toBe("not_permitted");
    const foreignNetwork = await openForeignNetwork(world);
    const strangers = [
      await makeAccount(world, { network, provider: network.intake, roles: ["volunteer"] }),
      await makeAccount(world, { network, provider: network.otherProvider, roles: ["counsellor"] }),
      await makeAccount(world, { network, provider: null, roles: ["admin"] }),
      await makeAccount(world, { network: foreignNetwork, provider: foreignNetwork.intake, roles: ["counsellor"] }),
    ];
    for (const { id } of strangers) {
      expect(refusalOf(await anna.call("endStaffAccess", { params: { id } }))).toBe("not_found");
    }
  });
});

describe("whose settings", () => {
  test("an admin changes them too; volunteers, trainers and counsellors neither read nor change", async () => {
    const { network, anna } = await opened();
    const body = { language: 25, district: 25, availability: 25, interests: 25 };
    const admin = await signInAs(world, await makeAccount(world, { network, provider: null, roles: ["admin"] }));
    expectOk(await admin.call("updateWeights", { body }));
    expect((await settingsOf(anna)).weights).toMatchObject(body);
    for (const role of ["trainer", "counsellor"] as const) {
      const account = await makeAccount(world, { network, provider: network.intake, roles: [role] });
      const client = await signInAs(world, account);
      expect((await client.call("readSettings")).status).toBe(403);
      expect((await client.call("updateWeights", { body })).status).toBe(403);
    }
    expect((await world.anyone().call("readSettings")).status).toBe(401);
  });

  test("a change stays in its own network", async () => {
    const { anna } = await opened();
    const { anna: elsewhere } = await opened();
    const before = await settingsOf(elsewhere);
    expectOk(await anna.call("updateDistricts", { body: { districts: [NEW_DISTRICT] } }));
    expectOk(
      await anna.call("updateTerms", {
        body: { kind: "interest", terms: [{ key: "x", labels: { de: "X" }, icon: null }] },
      }),
    );
    expect(await settingsOf(elsewhere)).toEqual(before);
  });
});

describe("consent for a request from a list", () => {
  test("is recorded with the text that counts now, once the person has said so", async () => {
    const { anna } = await opened();
    await takeOver(anna, "requests", "Name;Sprachen\nAmal;Arabisch\n");
    const [request] = expectOk(await anna.call("listRequests", { query: {} })).items;
    const params = { id: request?.id ?? "" };
    const body = { textVersion: 1, locale: "ar" as const, way: "in_person" as const };
    expectOk(await anna.call("recordConsent", { params, body }));
    expect(expectOk(await anna.call("readRequest", { params })).consent).toEqual({
      ...body,
      givenAt: world.clock.now.toISOString(),
    });
    for (const wrong of [
      { ...body, textVersion: 2 },
      { ...body, way: "online" as const },
    ]) {
      expect(refusalOf(await anna.call("recordConsent", { params, body: wrong }))).toBe("consent_missing");
    }
  });
});
