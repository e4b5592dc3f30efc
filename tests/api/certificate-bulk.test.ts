import { randomUUID } from "node:crypto";
import { count, eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { attendances } from "@augenhoehe/api/db/schema/attendance";
import { enrolments } from "@augenhoehe/api/db/schema/courses";
import { certificates } from "@augenhoehe/api/db/schema/certificates";
import { activities, mails } from "@augenhoehe/api/db/schema/platform";
import { makeCertificateScene, type CertificateScene } from "../support/certificate-scene.ts";
import { makeVolunteer } from "../support/make-volunteer.ts";
import { openPdf, seePage, textOf } from "../support/read-pdf.ts";
import { expectOk, refusalOf } from "../support/replies.ts";
import { createTestApp, type TestWorld } from "../support/test-app.ts";
import { attendEverything, sessionIdsOf } from "../support/training-scene.ts";

describe("certificates for a whole run", () => {
  let world: TestWorld;
  let scene: CertificateScene;
  let courseId: string;
  const ready: string[] = [];

  /** Thirty people with a place, of whom two left out an evening each. */
  beforeAll(async () => {
    world = await createTestApp();
    scene = await makeCertificateScene(world);
    courseId = await scene.pastCourse();
    for (let index = 0; index < 30; index++) {
      const given = { firstName: "Kim", lastName: `Nr ${String(index).padStart(2, "0")}` };
      const { id } = await makeVolunteer(world, { network: scene.network, provider: scene.caritas, ...given });
      await scene.inNetwork((tx) =>
        tx.insert(enrolments).values({
          ...{ networkId: scene.network.id, courseId, volunteerId: id },
          status: "enrolled",
          queuedAt: world.clock.now,
        }),
      );
      ready.push(id);
    }
    await attendEverything(world, scene, courseId, ready);
    const [first = ""] = await sessionIdsOf(scene.trainer, courseId);
    const marks = ready.splice(0, 2).map((volunteerId) => ({ volunteerId, mark: "absent" as const }));
    expectOk(await scene.trainer.call("markAttendance", { params: { id: first }, body: { marks } }));
  });
  afterAll(() => world.close());

  const print = () => scene.coordinator.call("printCertificates", { params: { id: courseId } });

  it("cannot be printed before there is one", async () => {
    expect(refusalOf(await print())).toBe("not_found");
  });

  it("one press issues to everybody who is ready, and says how many lack something", async () => {
    expect(expectOk(await scene.issueAll(courseId))).toEqual({ issued: 28, lacking: 2, issuedBefore: 0 });
    expect(expectOk(await scene.issueAll(courseId))).toEqual({ issued: 0, lacking: 2, issuedBefore: 28 });
    const rows = await scene.inNetwork((tx) => tx.select().from(certificates));
    expect(new Set(rows.map(({ number }) => number)).size).toBe(28);
    expect(new Set(rows.map(({ codeHash }) => codeHash)).size).toBe(28);
    expect(rows.map(({ volunteerId }) => volunteerId).sort()).toEqual([...ready].sort());
    for (const row of rows) expect((await scene.volunteerRow(row.volunteerId)).certificateId).toBe(row.id);
  });

  it("each person is told once, and each certificate is in the log", async () => {
    const [mailCount, entries] = await scene.inNetwork(async (tx) => [
      await tx.select({ count: count() }).from(mails).where(eq(mails.template, "certificate_issued")),
      await tx.select().from(activities).where(eq(activities.action, "certificate_issued")),
    ]);
    expect(mailCount).toEqual([{ count: 28 }]);
    expect(entries.map(({ subjectId }) => subjectId).sort()).toEqual([...ready].sort());
    await world.mailbox.deliver();
    const person = await scene.volunteerRow(ready[5] ?? "");
    const row = await scene.onlyCertificateOf(person.id);
    const [mail] = world.mailbox.to(person.email ?? "").filter(({ subject }) => subject === "Ihr Zertifikat ist da");
    expect(mail?.text).toContain(row.number);
  });

  it("they are printed as one file, a page each in the order of names; one that is revoked is not among them", async () => {
    const [gone = ""] = ready;
    expectOk(await scene.revoke((await scene.onlyCertificateOf(gone)).id));
    const reply = await print();
    expect(reply.raw.headers["content-type"]).toBe("application/pdf");
    expect(reply.raw.headers["content-disposition"]).toContain("Zertifikate.pdf");
    const pdf = reply.raw.rawPayload;
    const document = await openPdf(pdf);
    expect(document.numPages).toBe(27);
    expect((await document.getMetadata()).metadata.get("pdfuaid:part")).toBe("1");
    expect(await textOf(pdf, 1)).toContain("Zertifikat Kim Nr 03 hat den Kurs");
    expect(await textOf(pdf, 27)).toContain("Zertifikat Kim Nr 29 hat den Kurs");
    const row = await scene.onlyCertificateOf(ready[1] ?? "");
    expect((await seePage(pdf, 1)).qrText).toMatch(new RegExp(`/zertifikat/${scene.codeOf(row)}$`));
  });

  it("are printed by the organising provider alone", async () => {
    const by = async (client: typeof scene.trainer) =>
      refusalOf(await client.call("printCertificates", { params: { id: courseId } }));
    expect(await by(scene.otherCoordinator)).toBe("not_permitted");
    expect(await by(scene.trainer)).toBe("not_permitted");
    expect(await by((await makeCertificateScene(world)).coordinator)).toBe("not_found");
  });

  it("a guest of one evening who is complete by it gets theirs with the others", async () => {
    const elsewhere = await scene.pastCourse();
    const here = await scene.pastCourse();
    const { id } = await makeVolunteer(world, { network: scene.network, provider: scene.caritas });
    const sessions = await Promise.all([elsewhere, here].map((course) => sessionIdsOf(scene.trainer, course)));
    const attended = [...(sessions[0] ?? []).slice(0, 3), ...(sessions[1] ?? []).slice(3)];
    await scene.inNetwork((tx) =>
      tx.insert(attendances).values(
        attended.map((sessionId) => ({
          ...{ networkId: scene.network.id, sessionId, volunteerId: id, markedBy: randomUUID() },
          mark: "present" as const,
          guest: true,
          markedAt: world.clock.now,
        })),
      ),
    );
    expect(expectOk(await scene.issueAll(here))).toEqual({ issued: 1, lacking: 0, issuedBefore: 0 });
  });
});
