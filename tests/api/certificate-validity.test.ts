import { eq } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { z } from "zod";
import { dropExpiredOnTheDay } from "@augenhoehe/api/certificate/drop-expired";
import { activities } from "@augenhoehe/api/db/schema/platform";
import { makeCertificateScene, type CertificateScene } from "../support/certificate-scene.ts";
import { textOf } from "../support/read-pdf.ts";
import { expectOk, refusalOf } from "../support/replies.ts";
import { createTestApp, type TestWorld } from "../support/test-app.ts";
import { attendEverything, enrolInTime } from "../support/training-scene.ts";

const LAST_MOMENT = new Date("2027-11-02T22:59:59Z");
const OVER = new Date("2027-11-02T23:00:00Z");

describe("a certificate that counts for a year", () => {
  let world: TestWorld;
  let scene: CertificateScene;
  const issuedAt = new Date("2026-11-02T09:00:00Z");

  beforeAll(async () => {
    world = await createTestApp();
  });
  beforeEach(async () => {
    world.clock.now = issuedAt;
    scene = await makeCertificateScene(world);
    await scene.changeCurriculum({ validityMonths: 12 });
  });
  afterAll(() => world.close());

  const expire = () => dropExpiredOnTheDay(world.deps, { networkId: scene.network.id });

  it("says so on paper, and a curriculum that changes later changes nothing", async () => {
    const { row } = await scene.holder();
    expect(row.validUntil).toEqual(OVER);
    await scene.changeCurriculum({ validityMonths: null, title: "Anders", certificateText: "{name} war da." });
    const text = await textOf(await scene.pdfOf(row.id));
    expect(text).toContain("Gültig bis 2. November 2027");
    expect(text).toContain("Basiskurs für Mentor:innen");
    expect(text).not.toContain("war da");
  });

  it("is valid until its last day is over, and its page then says that it has expired", async () => {
    const { row } = await scene.holder();
    world.clock.now = LAST_MOMENT;
    expect(await scene.check(scene.codeOf(row))).toEqual([200, '{"status":"valid"}']);
    await scene.laterOn(OVER);
    expect(await scene.check(scene.codeOf(row))).toEqual([200, '{"status":"expired"}']);
    expect(await textOf(await scene.pdfOf(row.id))).toMatch(/^Abgelaufen: /);
  });

  it("has a job for the day it ends; then its holder may no longer be proposed, and is told what to do", async () => {
    const { person, row } = await scene.holder();
    const { rows } = await world.deps.db.pool.query(
      "select start_after as at from jobs.job where name = 'lapse_certificates' and data->>'networkId' = $1",
      [scene.network.id],
    );
    expect(z.array(z.object({ at: z.date() })).parse(rows)).toEqual([{ at: OVER }]);
    world.clock.now = LAST_MOMENT;
    await expire();
    expect((await scene.volunteerRow(person.id)).certificateId).toBe(row.id);
    world.clock.now = OVER;
    await expire();
    await expire();
    expect(await scene.volunteerRow(person.id)).toMatchObject({ certificateId: null, eligibleSince: null });
    await world.mailbox.deliver();
    const told = world.mailbox.to(person.email ?? "").filter(({ subject }) => subject.includes("abgelaufen"));
    expect(told).toHaveLength(1);
    expect(told[0]?.text).toContain("/mein-ehrenamt/kurse");
    const entries = await scene.inNetwork((tx) =>
      tx.select().from(activities).where(eq(activities.action, "certificate_expired")),
    );
    expect(entries.map(({ subjectId, actorKind }) => [subjectId, actorKind])).toEqual([[person.id, "system"]]);
  });

  it("does not count any more when the job has not run: whoever looks at the person sees it", async () => {
    const { person } = await scene.holder();
    const seen = async () => expectOk(await scene.coordinator.call("readVolunteer", { params: { id: person.id } }));
    await scene.laterOn(LAST_MOMENT);
    expect((await seen()).gaps).not.toContain("certificate");
    world.clock.now = OVER;
    expect((await seen()).gaps).toContain("certificate");
    expect((await seen()).eligible).toBe(false);
  });

  it("is renewed by attending again, not by what was attended before", async () => {
    const { courseId, person, row } = await scene.holder();
    const again = await scene.course({ firstDay: "2027-11-10" });
    await enrolInTime(world, person.client, again);
    await scene.laterOn(OVER);
    expect(refusalOf(await scene.issue(courseId, person.id))).toBe("modules_missing");
    await scene.laterOn(new Date("2027-12-20T09:00:00Z"));
    await attendEverything(world, scene, again, [person.id]);
    expect(expectOk(await scene.issue(again, person.id))).toMatchObject({ issued: 1 });
    const [renewed] = await scene.certificatesOf(person.id);
    expect(renewed?.number).not.toBe(row.number);
    expect(renewed?.content.modules.map(({ heldOn }) => heldOn)).toEqual([
      "2027-11-10",
      "2027-11-17",
      "2027-11-24",
      "2027-12-01",
    ]);
    expect((await scene.volunteerRow(person.id)).certificateId).toBe(renewed?.id);
    expect(await scene.check(scene.codeOf(row))).toEqual([200, '{"status":"expired"}']);
  });

  it("keeps its last day when it is issued anew with another name", async () => {
    const { person, row } = await scene.holder();
    await scene.laterOn(new Date("2027-03-01T09:00:00Z"));
    await scene.rename(person.id, { lastName: "Neu" });
    expectOk(await scene.reissue(row.id));
    const [second] = await scene.certificatesOf(person.id);
    expect(second?.validUntil).toEqual(OVER);
    world.clock.now = OVER;
    await expire();
    expect((await scene.volunteerRow(person.id)).certificateId).toBeNull();
  });
});

describe("a single module after the certificate", () => {
  let world: TestWorld;

  beforeAll(async () => {
    world = await createTestApp();
  });
  afterAll(() => world.close());

  it("is confirmed on paper, and makes nobody a mentor", async () => {
    const scene = await makeCertificateScene(world);
    const courseId = await scene.pastCourse();
    const vera = await scene.inCourse(courseId, { secrecyVersion: 1, agreementVersion: 1 });
    await scene.changeCurriculum({ purpose: "top_up", title: "Trauma verstehen", unitMinutes: 45 });
    await attendEverything(world, scene, courseId, [vera.id]);
    expect(expectOk(await scene.issueAll(courseId))).toEqual({ issued: 1, lacking: 0, issuedBefore: 0 });
    expect(expectOk(await scene.issueAll(courseId))).toEqual({ issued: 0, lacking: 0, issuedBefore: 1 });
    expect(await scene.volunteerRow(vera.id)).toMatchObject({ certificateId: null, eligibleSince: null });
    const row = await scene.onlyCertificateOf(vera.id);
    expect(await textOf(await scene.pdfOf(row.id))).toContain("Teilnahmebestätigung");
    expect(await scene.check(scene.codeOf(row))).toEqual([200, '{"status":"valid"}']);
  });
});
