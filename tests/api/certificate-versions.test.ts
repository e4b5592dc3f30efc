import { eq } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { activities } from "@augenhoehe/api/db/schema/platform";
import { makeCertificateScene, type CertificateScene } from "../support/certificate-scene.ts";
import { textOf } from "../support/read-pdf.ts";
import { expectOk, refusalOf } from "../support/replies.ts";
import { createTestApp, type TestWorld } from "../support/test-app.ts";
import { makeTrainingScene } from "../support/training-scene.ts";

describe("a certificate whose holder has another name now", () => {
  let world: TestWorld;
  let scene: CertificateScene;

  beforeAll(async () => {
    world = await createTestApp();
  });
  beforeEach(async () => {
    scene = await makeCertificateScene(world);
  });
  afterAll(() => world.close());

  const samira = async () => {
    const held = await scene.holder({ firstName: "Samira", lastName: "Haddad" });
    await scene.rename(held.person.id, { lastName: "سميرة Weber" });
    return held;
  };

  it("is issued anew: same number, next version, another code; the old paper says replaced", async () => {
    const { person, row, courseId } = await samira();
    const { certificates: ways } = expectOk(await scene.coordinator.call("readCourse", { params: { id: courseId } }));
    expect(ways).toMatchObject([{ certificateId: row.id, state: "valid", nameChanged: true }]);

    await scene.laterOn(new Date("2026-12-12T09:00:00Z"));
    const { id } = expectOk(await scene.reissue(row.id));
    const [second, first] = await scene.certificatesOf(person.id);
    expect(second).toMatchObject({ id, number: row.number, version: 2, issuedAt: row.issuedAt, replacedAt: null });
    expect(second?.content).toEqual({
      ...row.content,
      holderName: "Samira سميرة Weber",
      reissuedOn: "2026-12-12",
    });
    expect(first).toMatchObject({ id: row.id, version: 1, replacedAt: world.clock.now, content: row.content });
    expect(second?.codeHash).not.toBe(first?.codeHash);
    expect(await scene.check(scene.codeOf(row))).toEqual([200, '{"status":"replaced"}']);
    if (second === undefined) throw new Error("No second version");
    expect(await scene.check(scene.codeOf(second))).toEqual([200, '{"status":"valid"}']);

    const holder = await scene.volunteerRow(person.id);
    expect([holder.certificateId, holder.eligibleSince]).toEqual([id, expect.any(Date)]);
    const text = await textOf(await scene.pdfOf(id));
    expect(text).toContain("Zertifikat Samira سميرة Weber hat den Kurs");
    expect(text).toContain(`Nummer ${row.number} Fassung 2 vom 12. Dezember 2026, ersetzt Fassung 1`);
    expect(text).not.toContain("Haddad");
  });

  it("is told to its holder, and written down without a name", async () => {
    const { person, row } = await samira();
    const { id } = expectOk(await scene.reissue(row.id));
    await world.mailbox.deliver();
    const mail = world.mailbox.to(person.email ?? "").find(({ subject }) => subject.includes("neuen Namen"));
    expect(mail?.text).toContain(row.number);
    expect(mail?.text).toContain("/mein-ehrenamt/kurse");
    const [entry] = await scene.inNetwork((tx) =>
      tx.select().from(activities).where(eq(activities.action, "certificate_reissued")),
    );
    expect(entry?.facts).toEqual({ certificateId: id, number: row.number, version: 2 });
  });

  it("is downloaded by its holder in the new version only; staff see that the old one is replaced", async () => {
    const { person, row } = await samira();
    const { id } = expectOk(await scene.reissue(row.id));
    const mine = (certificateId: string) =>
      person.client.call("downloadMyCertificate", { params: { id: certificateId } });
    expect(refusalOf(await mine(row.id))).toBe("not_found");
    expect((await mine(id)).status).toBe(200);
    expect(await textOf(await scene.pdfOf(row.id))).toMatch(/^Ersetzt: .*Zertifikat Samira Haddad hat/);
  });

  it("is refused for a name that has not changed, and for one that is revoked or replaced already", async () => {
    const { row } = await scene.holder();
    expect(refusalOf(await scene.reissue(row.id))).toBe("certificate_name_unchanged");
    const other = await samira();
    const { id } = expectOk(await scene.reissue(other.row.id));
    expect(refusalOf(await scene.reissue(other.row.id))).toBe("certificate_replaced");
    expect(refusalOf(await scene.revoke(other.row.id))).toBe("certificate_replaced");
    expect(refusalOf(await scene.reissue(id))).toBe("certificate_name_unchanged");
    expectOk(await scene.revoke(id));
    expect(refusalOf(await scene.reissue(id))).toBe("certificate_revoked_already");
    expect(await scene.volunteerRow(other.person.id)).toMatchObject({ certificateId: null, eligibleSince: null });
  });

  it("is issued anew once when two coordinators press at the same moment", async () => {
    const { person, row } = await samira();
    const replies = await Promise.all([scene.reissue(row.id), scene.reissue(row.id)]);
    expect(replies.map(({ status }) => status).sort()).toEqual([200, 409]);
    expect((await scene.certificatesOf(person.id)).map(({ version }) => version)).toEqual([2, 1]);
  });

  it("is none of the business of a trainer, another provider or another network", async () => {
    const { row } = await samira();
    const by = async (client: typeof scene.trainer) =>
      refusalOf(await client.call("reissueCertificate", { params: { id: row.id } }));
    expect(await by(scene.trainer)).toBe("not_permitted");
    expect(await by(scene.otherCoordinator)).toBe("not_found");
    expect(await by((await makeTrainingScene(world)).coordinator)).toBe("not_found");
  });
});
