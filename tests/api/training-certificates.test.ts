import { createHash } from "node:crypto";
import { eq } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { signedDeclarations } from "@augenhoehe/api/db/schema/people";
import { activities } from "@augenhoehe/api/db/schema/platform";
import { certificates } from "@augenhoehe/api/db/schema/certificates";
import { parseCertificateNumber } from "@augenhoehe/domain";
import { makeCertificateScene, type CertificateScene } from "../support/certificate-scene.ts";
import { errorOf, expectOk, refusalOf } from "../support/replies.ts";
import { createTestApp, type TestWorld } from "../support/test-app.ts";
import { attendEverything, makeTrainingScene, sessionIdsOf } from "../support/training-scene.ts";

describe("a certificate", () => {
  let world: TestWorld;
  let scene: CertificateScene;

  beforeAll(async () => {
    world = await createTestApp();
  });
  beforeEach(async () => {
    scene = await makeCertificateScene(world);
  });
  afterAll(() => world.close());

  it("says what was attended when, frozen: a later name changes nothing", async () => {
    const courseId = await scene.pastCourse();
    const vera = await scene.inCourse(courseId, { firstName: "Layla", lastName: "Al-Husseini" });
    await attendEverything(world, scene, courseId, [vera.id]);
    expect(expectOk(await scene.issue(courseId, vera.id))).toMatchObject({ issued: 1 });
    const row = await scene.onlyCertificateOf(vera.id);
    expect(row.content).toEqual({
      holderName: "Layla Al-Husseini",
      curriculumTitle: "Basiskurs für Mentor:innen",
      issuer: "Caritas Musterstadt e. V.",
      modules: [
        { title: "Aufgaben der Stadtverwaltung für Geflüchtete", hours: 2, heldOn: "2026-10-06" },
        { title: "Soziale Sicherung für Geflüchtete", hours: 2, heldOn: "2026-10-13" },
        { title: "Interkulturelle Kompetenz", hours: 2, heldOn: "2026-10-20" },
        { title: "Rolle, Grenzen, Datenschutz und Praxis", hours: 2, heldOn: "2026-10-27" },
      ],
      wording: "",
      unitMinutes: 60,
      logoId: null,
      signatory: null,
    });
    expect(parseCertificateNumber(row.number)).toEqual({ year: 2026, running: 1 });
    expect((await scene.volunteerRow(vera.id)).certificateId).toBe(row.id);

    await world.mailbox.deliver();
    const mail = world.mailbox.to(vera.email ?? "").find(({ subject }) => subject === "Ihr Zertifikat ist da");
    expect(mail?.text).toContain(row.number);
    expect(mail?.text).not.toContain(scene.codeOf(row));
  });

  it("makes a volunteer eligible who has signed everything, and no one else", async () => {
    const courseId = await scene.pastCourse();
    const versions = { secrecyVersion: 1, agreementVersion: 1 };
    const [ready, unsigned] = [await scene.inCourse(courseId, versions), await scene.inCourse(courseId)];
    await attendEverything(world, scene, courseId, [ready.id, unsigned.id]);
    expect(expectOk(await scene.issue(courseId, ready.id, unsigned.id))).toMatchObject({ issued: 2 });
    expect((await scene.volunteerRow(ready.id)).eligibleSince).toEqual(world.clock.now);
    expect((await scene.volunteerRow(unsigned.id)).eligibleSince).toBeNull();
    expect(await scene.inNetwork((tx) => tx.select().from(signedDeclarations))).toEqual([]);
  });

  it("is refused while a module is missing, naming it; in a list, people who are not ready are passed over", async () => {
    const courseId = await scene.pastCourse();
    const [ready, missing] = [await scene.inCourse(courseId), await scene.inCourse(courseId)];
    await attendEverything(world, scene, courseId, [ready.id]);
    const [first, second] = await sessionIdsOf(scene.trainer, courseId);
    for (const id of [first ?? "", second ?? ""]) {
      const marks = [{ volunteerId: missing.id, mark: "present" as const }];
      expectOk(await scene.trainer.call("markAttendance", { params: { id }, body: { marks } }));
    }
    expect(errorOf(await scene.issue(courseId, missing.id))).toEqual({
      code: "refused",
      refusal: "modules_missing",
      facts: { missing: "intercultural_competence,role_and_limits", count: 2 },
    });
    expect(expectOk(await scene.issue(courseId, ready.id, missing.id))).toEqual({
      issued: 1,
      lacking: 1,
      issuedBefore: 0,
    });
    expect(refusalOf(await scene.issue(courseId, ready.id))).toBe("certificate_issued_already");
    expect(expectOk(await scene.issue(courseId, ready.id, missing.id))).toEqual({
      issued: 0,
      lacking: 1,
      issuedBefore: 1,
    });
    const { certificates: ways } = expectOk(await scene.coordinator.call("readCourse", { params: { id: courseId } }));
    expect(ways.find(({ volunteerId }) => volunteerId === missing.id)?.missingModules).toEqual([
      "Interkulturelle Kompetenz",
      "Rolle, Grenzen, Datenschutz und Praxis",
    ]);
  });

  it("is not issued for an evening that was marked early and has not begun", async () => {
    const courseId = await scene.course({ firstDay: "2026-10-13" });
    const vera = await scene.inCourse(courseId);
    const sessions = await sessionIdsOf(scene.trainer, courseId);
    for (const id of sessions) {
      const marks = [{ volunteerId: vera.id, mark: "present" as const }];
      const body = { marks, reason: "Der Abend wird vorgezogen" };
      expectOk(await scene.trainer.call("markAttendance", { params: { id }, body }));
    }
    expect(refusalOf(await scene.issue(courseId, vera.id))).toBe("modules_missing");
    expect(expectOk(await scene.issueAll(courseId))).toEqual({ issued: 0, lacking: 1, issuedBefore: 0 });
    expect(await scene.certificatesOf(vera.id)).toEqual([]);
  });

  it("comes from modules of two courses: what was missed in one is made up in another", async () => {
    const [first, second] = [await scene.pastCourse(), await scene.course({ firstDay: "2026-10-07" })];
    const vera = await scene.inCourse(first);
    const here = await sessionIdsOf(scene.trainer, first);
    const there = await sessionIdsOf(scene.trainer, second);
    const present = { marks: [{ volunteerId: vera.id, mark: "present" as const }] };
    for (const id of here.slice(0, 3))
      expectOk(await scene.trainer.call("markAttendance", { params: { id }, body: present }));
    expect(refusalOf(await scene.issue(first, vera.id))).toBe("modules_missing");
    expectOk(await scene.trainer.call("markAttendance", { params: { id: there[3] ?? "" }, body: present }));
    expect(expectOk(await scene.issue(first, vera.id))).toMatchObject({ issued: 1 });
    expect((await scene.onlyCertificateOf(vera.id)).content.modules.map(({ heldOn }) => heldOn)).toEqual([
      "2026-10-06",
      "2026-10-13",
      "2026-10-20",
      "2026-10-28",
    ]);
  });

  it("is issued once when two coordinators press at the same moment, and every number is given once", async () => {
    const courses = [await scene.pastCourse(), await scene.pastCourse()];
    const calls: (() => ReturnType<typeof scene.issue>)[] = [];
    for (const courseId of courses) {
      const ids = [await scene.inCourse(courseId), await scene.inCourse(courseId), await scene.inCourse(courseId)].map(
        ({ id }) => id,
      );
      await attendEverything(world, scene, courseId, ids);
      calls.push(
        () => scene.issue(courseId, ...ids),
        () => scene.issue(courseId, ...ids),
      );
    }
    const issued = (await Promise.all(calls.map((call) => call()))).map((reply) => expectOk(reply).issued);
    expect(issued.reduce((sum, count) => sum + count, 0)).toBe(6);
    const rows = await scene.inNetwork((tx) => tx.select({ number: certificates.number }).from(certificates));
    const running = rows.map(({ number }) => parseCertificateNumber(number)?.running);
    expect(running.sort()).toEqual([1, 2, 3, 4, 5, 6]);
  });

  it("is issued by the organising provider, for people of that course", async () => {
    const courseId = await scene.pastCourse();
    const vera = await scene.inCourse(courseId);
    const nobody = await scene.volunteer();
    const body = { volunteerIds: [vera.id] };
    const by = async (client: typeof scene.trainer) =>
      refusalOf(await client.call("issueCertificates", { params: { id: courseId }, body }));
    expect(await by(scene.otherCoordinator)).toBe("not_permitted");
    expect(await by(scene.trainer)).toBe("not_permitted");
    expect(await by((await makeTrainingScene(world)).coordinator)).toBe("not_found");
    expect(refusalOf(await scene.issue(courseId, nobody.id))).toBe("not_found");
  });

  describe("that was issued", () => {
    it("is checked by anybody, however the code is typed, and tells nothing about the person", async () => {
      const { row } = await scene.holder();
      const code = scene.codeOf(row);
      expect(code.length * 5).toBeGreaterThanOrEqual(128);
      expect(row.codeHash).toBe(createHash("sha256").update(code).digest("hex"));
      const typed = code.toUpperCase().match(/.{4}/g)?.join(" - ").replaceAll("0", "O").replaceAll("1", "l") ?? "";
      expect(await scene.check(code)).toEqual([200, '{"status":"valid"}']);
      expect(await scene.check(typed)).toEqual([200, '{"status":"valid"}']);
      expect(await scene.check(code.slice(1))).toEqual([200, '{"status":"unknown"}']);
      expect(await scene.check("?")).toEqual([200, '{"status":"unknown"}']);
      expect(await scene.check(row.number)).toEqual([200, '{"status":"unknown"}']);
    });

    it("can be checked thirty times a minute from one place, and no more", async () => {
      const guesser = world.anyone();
      const statuses: number[] = [];
      for (let guess = 0; guess < 31; guess++) {
        statuses.push((await guesser.call("checkCertificate", { params: { code: `guess${guess}` } })).status);
      }
      expect(statuses.slice(0, 30)).toEqual(Array.from({ length: 30 }, () => 200));
      expect(statuses[30]).toBe(429);
    });

    it("is revoked with a reason that nobody outside reads; eligibility ends, a new one can be issued", async () => {
      const { courseId, person, row } = await scene.holder();
      expect((await scene.volunteerRow(person.id)).eligibleSince).not.toBeNull();
      const revoke = () =>
        scene.coordinator.call("revokeCertificate", {
          params: { id: row.id },
          body: { reason: "Irrtümlich ausgestellt" },
        });
      expectOk(await revoke());
      expect(refusalOf(await revoke())).toBe("certificate_revoked_already");
      const after = await scene.onlyCertificateOf(person.id);
      expect(after.revokedReasonSealed).not.toContain("Irrtümlich");
      expect(await scene.volunteerRow(person.id)).toMatchObject({ certificateId: null, eligibleSince: null });
      expect(await scene.check(scene.codeOf(row))).toEqual([200, '{"status":"revoked"}']);
      const [entry] = await scene.inNetwork((tx) =>
        tx.select().from(activities).where(eq(activities.action, "certificate_revoked")),
      );
      expect(entry?.facts).toEqual({ certificateId: row.id });
      const { certificates: ways } = expectOk(await scene.coordinator.call("readCourse", { params: { id: courseId } }));
      expect(ways).toMatchObject([{ certificateId: row.id, state: "revoked" }]);
      expect(expectOk(await scene.issue(courseId, person.id))).toMatchObject({ issued: 1 });
    });

    it("belongs to the provider of the person and to the one that issued it; to others it does not exist", async () => {
      const { row } = await scene.holder({ provider: scene.diakonie });
      const third = await makeTrainingScene(world);
      const download = (client: typeof scene.coordinator) =>
        client.call("downloadCertificate", { params: { id: row.id } });
      const revoke = (client: typeof scene.coordinator) =>
        client.call("revokeCertificate", { params: { id: row.id }, body: { reason: "Test" } });
      expect(refusalOf(await download(third.coordinator))).toBe("not_found");
      expect(refusalOf(await revoke(third.coordinator))).toBe("not_found");
      expect(refusalOf(await revoke(scene.trainer))).toBe("not_permitted");
      expect((await download(scene.coordinator)).status).toBe(200);
      expectOk(await revoke(scene.otherCoordinator));
    });

    it("is downloaded as PDF by its holder while it is valid, and by nobody else", async () => {
      const { person, row } = await scene.holder();
      const other = await scene.volunteer();
      const download = (client: typeof other.client) =>
        client.call("downloadMyCertificate", { params: { id: row.id } });
      const file = (await download(person.client)).raw;
      expect([file.statusCode, file.headers["content-type"]]).toEqual([200, "application/pdf"]);
      expect(file.headers["content-disposition"]).toContain(`Zertifikat-${row.number}.pdf`);
      expect(file.rawPayload.subarray(0, 5).toString()).toBe("%PDF-");
      expect(refusalOf(await download(other.client))).toBe("not_found");
      expectOk(await scene.coordinator.call("revokeCertificate", { params: { id: row.id }, body: { reason: "Test" } }));
      expect(refusalOf(await download(person.client))).toBe("not_found");
    });
  });
});
