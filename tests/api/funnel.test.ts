import { randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { certificates } from "@augenhoehe/api/db/schema/certificates";
import { courses, enrolments } from "@augenhoehe/api/db/schema/courses";
import { curricula } from "@augenhoehe/api/db/schema/curricula";
import { signedDeclarations, volunteers } from "@augenhoehe/api/db/schema/people";
import { holdCourse, type HeldDate } from "../support/held-courses.ts";
import type { NewVolunteer } from "../support/make-volunteer.ts";
import { errorOf, expectOk, refusalOf } from "../support/replies.ts";
import { createTestApp, type TestWorld } from "../support/test-app.ts";
import { makeTrainingScene, type TrainingScene } from "../support/training-scene.ts";

let world: TestWorld;
let scene: TrainingScene;
const ids = new Map<string, string>();

const SIGNED_UP = new Date("2026-03-01T10:00:00Z");

async function person(firstName: string, given: Partial<NewVolunteer> = {}): Promise<string> {
  const changes = { firstName, lastName: "Weg", createdAt: SIGNED_UP, interviewedOn: "2026-03-08", ...given };
  const { id } = await scene.volunteer(changes);
  ids.set(firstName, id);
  return id;
}

async function certify(volunteerId: string, issuedAt: string): Promise<void> {
  const networkId = scene.network.id;
  await world.inTenant(networkId, async (tx) => {
    const id = randomUUID();
    const [curriculum] = await tx.select().from(curricula).where(eq(curricula.isStandard, true));
    await tx.insert(certificates).values({
      ...{ networkId, id, volunteerId, number: id, codeHash: id, codeSealed: "v1.", issuedAt: new Date(issuedAt) },
      curriculumId: curriculum?.id ?? null,
      content: { holderName: "W", curriculumTitle: "K", issuer: "C", modules: [] },
    });
    await tx.update(volunteers).set({ certificateId: id }).where(eq(volunteers.id, volunteerId));
  });
}

const sign = (volunteerId: string, kind: "secrecy" | "agreement", signedAt: string) =>
  world.inTenant(scene.network.id, async (tx) => {
    const networkId = scene.network.id;
    const row = { networkId, id: randomUUID(), volunteerId, kind, version: 1, signedAt: new Date(signedAt) };
    await tx.insert(signedDeclarations).values({ ...row, onPaper: true });
    const signed = kind === "secrecy" ? { secrecyVersion: 1 } : { agreementVersion: 1 };
    await tx.update(volunteers).set(signed).where(eq(volunteers.id, volunteerId));
  });

const evening = (day: number, ...came: string[]): HeldDate => ({
  at: new Date(Date.UTC(2026, 3, day, 16)).toISOString(),
  minutes: 120,
  came: came.map((volunteerId) => ({ volunteerId })),
});

/** Thirteen people of Caritas, at least one before every step; today is the second of November 2026. */
beforeAll(async () => {
  world = await createTestApp({ rateLimits: false });
  scene = await makeTrainingScene(world);
  await person("Neu", { status: "applied", interviewedOn: null, email: null });
  await person("Alt", { status: "applied", interviewedOn: null, createdAt: new Date("2024-01-01T10:00:00Z") });
  await person("Sucht");
  const starts = await person("Beginnt");
  const halfway = await person("Mittendrin");
  const done = await person("Fertig");
  const unsigned = await person("Zertifiziert");
  const ready = [await person("Bereit1"), await person("Bereit2"), await person("Bereit3"), await person("Bereit4")];
  await person("Pause", { status: "paused", pausedAt: world.clock.now });
  await person("Weg", { status: "left", leftAt: world.clock.now });
  await scene.volunteer({ provider: scene.diakonie });

  const all = [done, unsigned, ...ready];
  await holdCourse(world, scene, {
    title: "Aprilkurs",
    enrolled: [halfway, ...all].map((volunteerId) => ({ volunteerId, since: "2026-03-15T11:00:00Z" })),
    dates: [evening(1, halfway, ...all), evening(8, ...all), evening(15, ...all), evening(22, ...all)],
  });
  await holdCourse(world, scene, {
    title: "Adventskurs",
    enrolled: [{ volunteerId: starts, since: "2026-10-01T10:00:00Z" }],
    dates: [0, 7, 14, 21].map((days) => ({
      ...evening(1),
      at: new Date(Date.UTC(2026, 10, 20 + days, 17)).toISOString(),
    })),
  });
  for (const id of [unsigned, ...ready]) await certify(id, "2026-04-24T16:00:00Z");
  await sign(unsigned, "secrecy", "2026-03-09T10:00:00Z");
  for (const id of ready) {
    await sign(id, "secrecy", "2026-03-09T10:00:00Z");
    await sign(id, "agreement", "2026-05-04T16:00:00Z");
  }
});
afterAll(() => world.close());

const readFunnel = async (period: "3" | "12" | "all" = "all") =>
  expectOk(await scene.coordinator.call("readFunnel", { query: { period } }));
const stuckBefore = async (step: "interviewed" | "place" | "first_session" | "complete" | "certificate" | "eligible") =>
  expectOk(await scene.coordinator.call("listStuckPeople", { query: { period: "all", step } })).items;

describe("the way of a provider's volunteers", () => {
  it("counts everybody in exactly one place, people without an address too", async () => {
    const { all, steps, paused, left } = await readFunnel();
    expect({ all, paused, left }).toEqual({ all: 13, paused: 1, left: 1 });
    expect(steps.map(({ key, reached, stuck }) => [key, reached, stuck])).toEqual([
      ["signed_up", 11, 0],
      ["interviewed", 9, 2],
      ["place", 8, 1],
      ["first_session", 7, 1],
      ["complete", 6, 1],
      ["certificate", 5, 1],
      ["eligible", 4, 1],
    ]);
  });

  it("tells how long a step took from real dates, and nothing where four have done it", async () => {
    const { steps } = await readFunnel();
    const days = new Map(steps.map((step) => [step.key, step.days]));
    expect(days.get("signed_up")).toBeNull();
    expect(days.get("interviewed")?.median).toBeCloseTo(7.04, 1);
    expect(days.get("place")?.median).toBeCloseTo(7, 1);
    expect(days.get("first_session")?.median).toBeCloseTo(17.2, 1);
    expect(days.get("first_session")?.p80).toBeCloseTo(17.2, 1);
    expect(days.get("complete")).toEqual({ median: 21, p80: 21 });
    expect(days.get("certificate")).toEqual({ median: 2, p80: 2 });
    expect(days.get("eligible")).toBeNull();
  });

  it("counts from the log when a place was given, where somebody waited for it", async () => {
    const before = (await readFunnel()).steps[2]?.days?.p80;
    await world.inTenant(scene.network.id, (tx) =>
      world.deps.recordActivity(tx, {
        actor: { kind: "system" },
        action: "course_moved_up",
        subjectKind: "volunteer",
        subjectId: ids.get("Beginnt") ?? null,
        providerId: scene.caritas.id,
      }),
    );
    const { items } = expectOk(
      await scene.coordinator.call("listStuckPeople", { query: { period: "all", step: "first_session" } }),
    );
    expect(items[0]?.since).toBe("2026-11-02T09:00:00.000Z");
    expect((await readFunnel()).steps[2]?.days?.p80).toBe(before);
  });

  it("looks at those who signed up in the period", async () => {
    expect(await readFunnel("12")).toMatchObject({ all: 12 });
    const recent = await readFunnel("3");
    expect(recent).toMatchObject({ all: 0, paused: 0, left: 0 });
    expect(recent.steps.every(({ reached, stuck, days }) => reached + stuck === 0 && days === null)).toBe(true);
  });
});

describe("the people behind a step", () => {
  it("are named with the next possible step, those who wait longest first", async () => {
    const waiting = await stuckBefore("interviewed");
    expect(waiting.map(({ name, since, move }) => [name, since?.slice(0, 10), move])).toEqual([
      ["Alt Weg", "2024-01-01", "hold_interview"],
      ["Neu Weg", "2026-03-01", "hold_interview"],
    ]);
    expect(await stuckBefore("place")).toMatchObject([
      { name: "Sucht Weg", since: "2026-03-08T11:00:00.000Z", move: "enrol", courseTitle: "Adventskurs" },
    ]);
    expect(await stuckBefore("first_session")).toMatchObject([
      { name: "Beginnt Weg", move: "course_begins", at: "2026-11-20T17:00:00.000Z" },
    ]);
    expect(await stuckBefore("complete")).toMatchObject([
      {
        name: "Mittendrin Weg",
        since: "2026-04-01T16:00:00.000Z",
        move: "make_up",
        courseTitle: "Adventskurs",
        modules: [
          "Soziale Sicherung für Geflüchtete",
          "Interkulturelle Kompetenz",
          "Rolle, Grenzen, Datenschutz und Praxis",
        ],
      },
    ]);
    expect(await stuckBefore("certificate")).toMatchObject([
      { name: "Fertig Weg", since: "2026-04-22T16:00:00.000Z", move: "issue_certificate" },
    ]);
    expect(await stuckBefore("eligible")).toMatchObject([
      { name: "Zertifiziert Weg", since: "2026-04-24T16:00:00.000Z", move: "sign_agreement" },
    ]);
  });

  it("on a waiting list, or with an offered place, are told so", async () => {
    const volunteerId = ids.get("Sucht") ?? "";
    const [course] = await world.inTenant(scene.network.id, (tx) =>
      tx.select().from(courses).where(eq(courses.title, "Adventskurs")),
    );
    if (course === undefined) throw new Error("The course of the scene");
    const put = (row: Pick<typeof enrolments.$inferInsert, "status" | "offerExpiresAt">) =>
      world.inTenant(scene.network.id, (tx) =>
        tx
          .insert(enrolments)
          .values({ ...row, networkId: scene.network.id, courseId: course.id, volunteerId, queuedAt: world.clock.now })
          .onConflictDoUpdate({
            target: [enrolments.networkId, enrolments.courseId, enrolments.volunteerId],
            set: row,
          }),
      );
    await put({ status: "waiting", offerExpiresAt: null });
    expect(await stuckBefore("place")).toMatchObject([{ move: "wait_for_place", courseId: course.id, at: null }]);
    await put({ status: "offered", offerExpiresAt: new Date("2026-11-04T09:00:00Z") });
    expect(await stuckBefore("place")).toMatchObject([{ move: "answer_offer", at: "2026-11-04T09:00:00.000Z" }]);
    await put({ status: "cancelled", offerExpiresAt: null });
  });

  it("whose certificate counts no longer stand before it again", async () => {
    const id = ids.get("Bereit4") ?? "";
    const setCertificate = (certificateId: string | null) =>
      world.inTenant(scene.network.id, (tx) =>
        tx.update(volunteers).set({ certificateId }).where(eq(volunteers.id, id)),
      );
    const [row] = await world.inTenant(scene.network.id, (tx) =>
      tx.select().from(volunteers).where(eq(volunteers.id, id)),
    );
    await setCertificate(null);
    expect((await stuckBefore("certificate")).map(({ name, move }) => [name, move])).toContainEqual([
      "Bereit4 Weg",
      "renew_certificate",
    ]);
    await setCertificate(row?.certificateId ?? null);
  });
});

describe("who may", () => {
  it("coordinators, each for the own provider; another network has its own way", async () => {
    const query = { period: "all" as const };
    expect(expectOk(await scene.otherCoordinator.call("readFunnel", { query }))).toMatchObject({ all: 1 });
    const elsewhere = await makeTrainingScene(world);
    expect(expectOk(await elsewhere.coordinator.call("readFunnel", { query }))).toMatchObject({ all: 0 });
    const stuck = { ...query, step: "interviewed" as const };
    expect(expectOk(await elsewhere.coordinator.call("listStuckPeople", { query: stuck })).items).toEqual([]);
  });

  it("neither trainers nor volunteers nor anybody without signing in", async () => {
    const volunteer = await scene.volunteer({ provider: scene.diakonie });
    expect(refusalOf(await scene.trainer.call("readFunnel", { query: {} }))).toBe("not_permitted");
    expect(refusalOf(await volunteer.client.call("readFunnel", { query: {} }))).toBe("not_permitted");
    expect(errorOf(await world.anyone().call("readFunnel", { query: {} }))).toEqual({ code: "sign_in_required" });
    const query = { step: "place" as const };
    expect(refusalOf(await scene.trainer.call("listStuckPeople", { query }))).toBe("not_permitted");
  });
});
