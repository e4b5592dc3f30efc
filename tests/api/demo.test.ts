import { randomUUID } from "node:crypto";
import { verify } from "@node-rs/argon2";
import { eligibilityGaps, formatReceipt, isOpenProposal } from "@augenhoehe/domain";
import { schema } from "@augenhoehe/api/db/schema";
import { eligibilityFactsOf, readCurrentVersions } from "@augenhoehe/api/db/repositories/eligibility";
import { listNetworks } from "@augenhoehe/api/db/repositories/networks";
import { openProtection } from "@augenhoehe/api/db/repositories/protected-mentees";
import { VISITOR_EMAILS, VISITOR_RECEIPT } from "@augenhoehe/api/demo/demo-accounts";
import { describeDemoSignIns } from "@augenhoehe/api/demo/demo-sign-ins";
import { DEMO_DEFINITION, seedDemo } from "@augenhoehe/api/demo/seed-demo";
import { createNetwork } from "@augenhoehe/api/networks/create-network";
import { NETWORK_DEFINITIONS } from "@augenhoehe/api/networks/network-definitions";
import { hashReceipt } from "@augenhoehe/api/people/receipt-number";
import { TOTP } from "otpauth";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { quickPasswordHash } from "../support/make-network.ts";
import { createTestApp, type TestWorld } from "../support/test-app.ts";

const share = <Row>(rows: readonly Row[], matches: (row: Row) => boolean): number =>
  rows.filter(matches).length / rows.length;

describe("the demo network", () => {
  let world: TestWorld;
  let networkId: string;
  const seed = () => seedDemo({ ...world.deps, hashPassword: quickPasswordHash }, { now: world.clock.now });

  beforeAll(async () => {
    world = await createTestApp({ demo: true });
    networkId = (await seed())?.networkId ?? "";
  });
  afterAll(() => world.close());

  it("is the IM-Netzwerk of Mönchengladbach, marked as a demo, with 44 Stadtteile and three providers", async () => {
    const [network, ...others] = await world.withoutTenant(listNetworks);
    expect(others).toEqual([]);
    expect(network).toMatchObject({ id: networkId, name: "IM-Netzwerk Mönchengladbach", demo: true });
    await world.inTenant(networkId, async (tx) => {
      expect(await tx.select().from(schema.districts)).toHaveLength(44);
      const providers = await tx.select().from(schema.providers);
      expect(providers.map(({ shortName }) => shortName).sort()).toEqual(["Caritas", "Diakonie", "Stadt"]);
      expect(providers.find(({ id }) => id === network?.intakeProviderId)?.shortName).toBe("Caritas");
    });
  });

  it("follows the public findings: 71 % of the mentors are women, 73 % of the accompanied are men", async () => {
    await world.inTenant(networkId, async (tx) => {
      const volunteers = await tx.select().from(schema.volunteers);
      expect(volunteers).toHaveLength(120);
      const mentors = volunteers.filter(({ eligibleSince }) => eligibleSince !== null);
      expect(Math.abs(share(mentors, ({ gender }) => gender === "female") - 0.71)).toBeLessThanOrEqual(0.06);
      const mentees = await tx.select().from(schema.mentees);
      expect(mentees).toHaveLength(90);
      const tandems = await tx.select().from(schema.tandems);
      const ids = new Set(tandems.filter(({ status }) => status !== "ended").map(({ menteeId }) => menteeId));
      const accompanied = mentees.filter(({ id }) => ids.has(id));
      expect(Math.abs(share(accompanied, ({ gender }) => gender === "male") - 0.73)).toBeLessThanOrEqual(0.06);
    });
  });

  it("uses no word that the network does not know", async () => {
    await world.inTenant(networkId, async (tx) => {
      const districts = (await tx.select().from(schema.districts)).map(({ key }) => key);
      const terms = await tx.select().from(schema.terms);
      const keysOf = (kind: string) => terms.filter((term) => term.kind === kind).map(({ key }) => key);
      const people = [
        ...(await tx.select().from(schema.volunteers)),
        ...(await tx.select().from(schema.mentorRequests)),
      ];
      expect(people).toHaveLength(210);
      for (const { district, topics, interests } of people) {
        expect(districts).toContain(district);
        expect(keysOf("topic")).toEqual(expect.arrayContaining(topics));
        expect(keysOf("interest")).toEqual(expect.arrayContaining(interests));
      }
      const modules = (await tx.select().from(schema.curriculumModules)).map(({ key }) => key);
      for (const { moduleKey } of await tx.select().from(schema.courseSessions)) expect(modules).toContain(moduleKey);
    });
  });

  it("whoever counts as eligible misses nothing by the rules, and holds the certificate that is named", async () => {
    await world.inTenant(networkId, async (tx) => {
      const versions = await readCurrentVersions(tx);
      const certificates = await tx.select().from(schema.certificates);
      const signed = await tx.select().from(schema.signedDeclarations);
      for (const row of await tx.select().from(schema.volunteers)) {
        const gaps = eligibilityGaps(eligibilityFactsOf(row, versions));
        expect(row.eligibleSince !== null, row.id).toBe(gaps.length === 0);
        const own = signed.filter(({ volunteerId }) => volunteerId === row.id).map(({ kind }) => kind);
        expect(own.includes("secrecy")).toBe(row.secrecyVersion !== null);
        expect(own.includes("agreement")).toBe(row.agreementVersion !== null);
        if (row.certificateId === null) continue;
        const certificate = certificates.find(({ id }) => id === row.certificateId);
        expect(certificate).toMatchObject({ volunteerId: row.id, revokedAt: null });
      }
      expect(certificates.some(({ revokedAt }) => revokedAt !== null)).toBe(true);
    });
  });

  it("no request is in a tandem without one, and pairs stay with one provider", async () => {
    await world.inTenant(networkId, async (tx) => {
      const requests = await tx.select().from(schema.mentorRequests);
      const proposals = await tx.select().from(schema.proposals);
      const tandems = await tx.select().from(schema.tandems);
      const volunteers = await tx.select().from(schema.volunteers);
      const ids = (status: string) => requests.filter((row) => row.status === status).map(({ id }) => id);
      const inTandem = tandems.filter(({ status }) => status !== "ended").map(({ requestId }) => requestId);
      const asked = proposals.filter(({ state }) => isOpenProposal(state)).map(({ requestId }) => requestId);
      expect(ids("in_tandem").sort()).toEqual(inTandem.sort());
      expect(ids("in_proposal").sort()).toEqual(asked.sort());
      for (const pair of [...proposals, ...tandems]) {
        const volunteer = volunteers.find(({ id }) => id === pair.volunteerId);
        const request = requests.find(({ id }) => id === pair.requestId);
        expect(volunteer?.providerId).toBe(pair.providerId);
        expect(request).toMatchObject({ providerId: pair.providerId, menteeId: pair.menteeId });
      }
    });
  });

  it("nobody real can be reached, and what must be sealed is", async () => {
    const { vault } = world.deps;
    await world.inTenant(networkId, async (tx) => {
      const mentees = await tx.select().from(schema.mentees);
      const opened = mentees.flatMap(({ id, emailSealed, phoneSealed }) =>
        [["email_sealed", emailSealed] as const, ["phone_sealed", phoneSealed] as const].flatMap(([column, sealed]) =>
          sealed === null ? [] : [vault.open(sealed, { table: "mentees", column, rowId: id })],
        ),
      );
      expect(opened.length).toBeGreaterThan(90);
      for (const value of opened) expect(value).toMatch(/@example\.org$|^\+49(?:3023125\d{3}|17139200\d{2})$/);
      for (const mentee of mentees) expect(openProtection(vault, mentee).isProtected).toBe(false);
      const accounts = await tx.select().from(schema.accounts);
      for (const { email } of accounts) expect(email).toMatch(/@example\.org$/);
      for (const { email } of await tx.select().from(schema.volunteers)) expect(email).toMatch(/@example\.org$/);
      expect(await tx.select().from(schema.mails)).toEqual([]);
    });
  });

  it("lets a visitor in by what is printed: password and code, a mailbox, and a receipt number", async () => {
    const now = world.clock.now;
    const printed = describeDemoSignIns(DEMO_DEFINITION, { publicUrl: "http://localhost:3000", now }).join("\n");
    const { vault } = world.deps;
    await world.inTenant(networkId, async (tx) => {
      const accounts = await tx.select().from(schema.accounts);
      const staff = accounts.filter(({ passwordHash }) => passwordHash !== null);
      expect(staff.flatMap(({ roles }) => roles).sort()).toEqual([
        "admin",
        "coordinator",
        "coordinator",
        "coordinator",
        "counsellor",
      ]);
      for (const { id, email, passwordHash, totpSecretSealed, totpConfirmedAt } of staff) {
        const line = printed.split("\n").find((text) => text.includes(email)) ?? "";
        const [, password = "", secret = "", , , code] = line.trim().split(/\s+/);
        expect(password.length).toBeGreaterThanOrEqual(15);
        expect(await verify(passwordHash ?? "", password)).toBe(true);
        const place = { table: "accounts", column: "totp_secret_sealed", rowId: id };
        expect(vault.open(totpSecretSealed ?? "", place)).toBe(secret);
        expect(new TOTP({ secret }).generate({ timestamp: now.getTime() })).toBe(code);
        expect(totpConfirmedAt).not.toBeNull();
      }
      for (const email of Object.values(VISITOR_EMAILS)) {
        expect(printed).toContain(email);
        expect(accounts.find((account) => account.email === email)?.volunteerId).not.toBeNull();
      }
      expect(printed).toContain(formatReceipt(VISITOR_RECEIPT));
      const newcomer = (await tx.select().from(schema.mentees)).find(
        ({ receiptHash }) => receiptHash === hashReceipt(vault, VISITOR_RECEIPT),
      );
      const proposal = (await tx.select().from(schema.proposals)).find(
        ({ menteeId, state }) => menteeId === newcomer?.id && state === "awaiting_mentee",
      );
      expect(newcomer?.locale).toBe("ar");
      expect(proposal).toBeDefined();
    });
  });

  it("is not seeded a second time", async () => {
    expect(await seed()).toBeNull();
    expect(await world.withoutTenant(listNetworks)).toHaveLength(1);
  });

  it.each(NETWORK_DEFINITIONS.filter(({ slug }) => slug !== "moenchengladbach"))(
    "$city begins as a network without anybody, with its districts, words, texts and course",
    async (definition) => {
      const { networkId: id } = await world.deps.db.withTenant(randomUUID(), (tx) =>
        createNetwork(tx, definition, { now: world.clock.now, demo: false, name: `Netzwerk ${definition.city}` }),
      );
      await world.inTenant(id, async (tx) => {
        const districts = await tx.select().from(schema.districts);
        expect(districts.map(({ key }) => key).sort()).toEqual(definition.districts.map(({ key }) => key).sort());
        const texts = await tx.select().from(schema.declarationTexts);
        expect(texts.map(({ kind }) => kind).sort()).toEqual(["agreement", "consent", "secrecy"]);
        for (const { titles, paragraphs } of texts) {
          for (const locale of ["de", "en", "ar"] as const) {
            expect(titles[locale]).toBeTruthy();
            expect(paragraphs[locale]).toHaveLength(paragraphs.de?.length ?? -1);
          }
        }
        expect(await tx.select().from(schema.curriculumModules)).toHaveLength(4);
        expect(await tx.select().from(schema.volunteers)).toEqual([]);
      });
      const network = (await world.withoutTenant(listNetworks)).find((row) => row.id === id);
      expect(network).toMatchObject({ slug: definition.slug, name: `Netzwerk ${definition.city}`, demo: false });
    },
  );
});
