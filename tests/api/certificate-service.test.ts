import { eq } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { ServiceCertificateInput } from "@augenhoehe/contract";
import { mentees, terms } from "@augenhoehe/api/db/schema/people";
import { activities } from "@augenhoehe/api/db/schema/platform";
import { stammtischAnswers, stammtische } from "@augenhoehe/api/db/schema/stammtische";
import { makeCertificateScene, type CertificateScene } from "../support/certificate-scene.ts";
import { openPdf, textOf } from "../support/read-pdf.ts";
import { errorOf, expectOk, refusalOf } from "../support/replies.ts";
import { createTestApp, type TestWorld } from "../support/test-app.ts";
import { makeTrainingScene } from "../support/training-scene.ts";

const RECORD: ServiceCertificateInput = {
  from: "2024-02-01",
  until: "2026-10-31",
  accompanimentHours: 120,
  stammtischHours: 6,
  tasks: ["letters", "offices"],
};

describe("a certificate of service", () => {
  let world: TestWorld;
  let scene: CertificateScene;

  beforeAll(async () => {
    world = await createTestApp();
  });
  beforeEach(async () => {
    scene = await makeCertificateScene(world);
    const labels = { offices: "Begleitung zu Ämtern", letters: "Briefe verstehen", german: "Deutsch üben" };
    await scene.inNetwork((tx) =>
      tx.insert(terms).values(
        Object.entries(labels).map(([key, de], position) => ({
          ...{ networkId: scene.network.id, kind: "topic" as const, key, position },
          labels: { de },
        })),
      ),
    );
  });
  afterAll(() => world.close());

  const issue = (id: string, changes: Partial<ServiceCertificateInput> = {}, client = scene.coordinator) =>
    client.call("issueServiceCertificate", { params: { id }, body: { ...RECORD, ...changes } });
  const leave = async (id: string) => expectOk(await scene.coordinator.call("endVolunteer", { params: { id } }));
  /** Somebody who took the course, became a mentor, and has left. */
  const formerMentor = async () => {
    const held = await scene.holder({ firstName: "Karin", lastName: "Özdemir" });
    await leave(held.person.id);
    return held.person;
  };
  const serviceCertificateOf = async (id: string) => {
    const found = (await scene.certificatesOf(id)).find(({ kind }) => kind === "service");
    if (found === undefined) throw new Error("None was issued");
    return found;
  };

  it("is for somebody who has left: until then, it is too early", async () => {
    const { person } = await scene.holder();
    expect(refusalOf(await issue(person.id))).toBe("service_certificate_not_left");
    await leave(person.id);
    expectOk(await issue(person.id));
    expect(refusalOf(await issue(person.id))).toBe("certificate_issued_already");
  });

  it("says period, hours and tasks in the network's own words; its page says that it is valid", async () => {
    const karin = await formerMentor();
    const { id } = expectOk(await issue(karin.id));
    const row = await serviceCertificateOf(karin.id);
    expect(row).toMatchObject({ id, kind: "service", curriculumId: null, version: 1, validUntil: null });
    expect(row.content.service).toEqual({
      ...{ from: "2024-02-01", until: "2026-10-31" },
      ...{ trainingMinutes: 480, accompanimentHours: 120, stammtischHours: 6 },
      tasks: ["Begleitung zu Ämtern", "Briefe verstehen"],
    });
    const text = await textOf(await scene.pdfOf(id));
    expect(text).toContain("Bescheinigung über freiwilliges Engagement Karin Özdemir hat sich vom 1. Februar 2024");
    expect(text).toContain("Insgesamt 134 Stunden");
    expect(text).toContain("Caritas Musterstadt e. V.");
    expect(await scene.check(scene.codeOf(row))).toEqual([200, '{"status":"valid"}']);
    expectOk(await scene.revoke(id));
    expect(await scene.check(scene.codeOf(row))).toEqual([200, '{"status":"revoked"}']);
    expectOk(await issue(karin.id));
  });

  it("starts from what is known: training as attended, meetings that were held and accepted, nobody's name", async () => {
    const karin = await formerMentor();
    const at = (startsAt: string, hours: number, cancelled = false) => ({
      ...{ networkId: scene.network.id, providerId: scene.caritas.id, place: "Café", topics: "", sequence: 0 },
      id: crypto.randomUUID(),
      startsAt: new Date(startsAt),
      endsAt: new Date(new Date(startsAt).getTime() + hours * 3_600_000),
      cancelledAt: cancelled ? new Date(startsAt) : null,
      createdAt: world.clock.now,
    });
    const [held, declined, cancelled, ahead] = [
      at("2026-10-05T17:00:00Z", 2),
      at("2026-10-12T17:00:00Z", 2),
      at("2026-10-19T17:00:00Z", 2, true),
      at("2026-12-07T17:00:00Z", 2),
    ];
    await scene.inNetwork(async (tx) => {
      await tx.insert(stammtische).values([held, declined, cancelled, ahead]);
      await tx.insert(stammtischAnswers).values(
        [held, declined, cancelled, ahead].map(({ id }) => ({
          ...{ networkId: scene.network.id, stammtischId: id, volunteerId: karin.id, answeredAt: world.clock.now },
          answer: id === declined.id ? ("no" as const) : ("yes" as const),
        })),
      );
    });
    expect(expectOk(await scene.coordinator.call("readServiceRecord", { params: { id: karin.id } }))).toEqual({
      from: "2026-11-02",
      until: "2026-11-02",
      trainingMinutes: 480,
      stammtischMinutes: 120,
      tasks: [],
    });
  });

  it("names nobody who was accompanied: there is no field that could take a name", async () => {
    const karin = await formerMentor();
    await scene.inNetwork((tx) =>
      tx.insert(mentees).values({
        ...{ networkId: scene.network.id, providerId: scene.caritas.id, chosenName: "Zarifa Noor", locale: "de" },
        id: crypto.randomUUID(),
        ...{ releasePhone: false, releaseEmail: false, protectionSealed: "", receiptHash: "0".repeat(64) },
        createdAt: world.clock.now,
      }),
    );
    const wrong = await scene.coordinator.callUnchecked("issueServiceCertificate", {
      params: { id: karin.id },
      body: { ...RECORD, tasks: ["Zarifa Noor"] },
    });
    expect(errorOf(wrong).code).toBe("invalid_input");
    expect(errorOf(await issue(karin.id, { tasks: ["zarifa"] }))).toMatchObject({
      code: "invalid_input",
      issues: [{ path: "tasks", code: "unknown_key" }],
    });
    const more = { ...RECORD, thanks: "Danke auch von Zarifa Noor" };
    const extra = await scene.coordinator.callUnchecked("issueServiceCertificate", {
      params: { id: karin.id },
      body: more,
    });
    expect(errorOf(extra).code).toBe("invalid_input");
    const { id } = expectOk(await issue(karin.id));
    const pdf = await scene.pdfOf(id);
    const everyone = await scene.inNetwork((tx) => tx.select({ name: mentees.chosenName }).from(mentees));
    expect(everyone).toEqual([{ name: "Zarifa Noor" }]);
    const metadata = JSON.stringify(await (await openPdf(pdf)).getMetadata());
    for (const { name } of everyone) {
      for (const word of name.split(" ")) {
        expect(await textOf(pdf)).not.toContain(word);
        expect(metadata).not.toContain(word);
      }
    }
  });

  it("cannot end before it begins, nor in the future", async () => {
    const karin = await formerMentor();
    const wrongAt = async (changes: Partial<ServiceCertificateInput>) => errorOf(await issue(karin.id, changes));
    expect(await wrongAt({ until: "2026-11-03" })).toMatchObject({ issues: [{ path: "until", code: "invalid_date" }] });
    expect(await wrongAt({ from: "2026-11-01" })).toMatchObject({ issues: [{ path: "from", code: "invalid_date" }] });
    expect(await wrongAt({ accompanimentHours: 10_000 })).toMatchObject({
      issues: [{ path: "accompanimentHours", code: "too_big" }],
    });
  });

  it("reaches somebody who cannot sign in any more by a link of their own, for thirty days", async () => {
    const karin = await formerMentor();
    const { id } = expectOk(await issue(karin.id));
    await world.mailbox.deliver();
    const mail = world.mailbox.to(karin.email ?? "").find(({ subject }) => subject.includes("Bescheinigung"));
    const token = /\/zertifikat\/abholen\/([\w-]+)/.exec(mail?.text ?? "")?.[1] ?? "";
    const fetched = (given = token) => world.anyone().call("downloadCertificateByLink", { params: { token: given } });
    const { raw } = await fetched();
    expect([raw.statusCode, raw.headers["content-type"], raw.headers["cache-control"]]).toEqual([
      200,
      "application/pdf",
      "no-store",
    ]);
    expect(await textOf(raw.rawPayload)).toContain("Karin Özdemir");
    expect(refusalOf(await fetched("x".repeat(43)))).toBe("link_expired");
    expect(refusalOf(await fetched("?"))).toBe("link_expired");
    const start = world.clock.now;
    world.clock.advance({ days: 30 });
    expect(refusalOf(await fetched())).toBe("link_expired");
    world.clock.now = start;
    expectOk(await scene.revoke(id));
    expect(refusalOf(await fetched())).toBe("link_expired");
  });

  it("is for people of the own provider, written by a coordinator, and in the log", async () => {
    const karin = await formerMentor();
    expect(refusalOf(await issue(karin.id, {}, scene.trainer))).toBe("not_permitted");
    expect(refusalOf(await issue(karin.id, {}, scene.otherCoordinator))).toBe("not_found");
    expect(refusalOf(await issue(karin.id, {}, (await makeTrainingScene(world)).coordinator))).toBe("not_found");
    const { id } = expectOk(await issue(karin.id));
    const [entry] = await scene.inNetwork((tx) =>
      tx.select().from(activities).where(eq(activities.action, "service_certificate_issued")),
    );
    expect(entry?.facts).toMatchObject({ certificateId: id });
  });
});
