import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { and, eq } from "drizzle-orm";
import { courseSessions, enrolments, sessionBookings } from "@augenhoehe/api/db/schema/courses";
import { volunteers } from "@augenhoehe/api/db/schema/people";
import { holdCourse, type HeldDate } from "../support/held-courses.ts";
import { expectOk } from "../support/replies.ts";
import { createTestApp, type TestWorld } from "../support/test-app.ts";
import type { TestClient } from "../support/test-client.ts";
import { makeTrainingScene, type TrainingScene } from "../support/training-scene.ts";

let world: TestWorld;
beforeAll(async () => {
  world = await createTestApp({ rateLimits: false });
});
afterAll(() => world.close());

const homeOf = async (client: TestClient) => expectOk(await client.call("readMyHome"));
const moveOf = async (client: TestClient) => (await homeOf(client)).nextMove;

/** Four evenings a week apart from this day on, at 17:00 UTC; today is the second of November 2026. */
const evenings = (first: string, came: (evening: number) => HeldDate["came"] = () => []): HeldDate[] =>
  [0, 1, 2, 3].map((week) => ({
    at: new Date(Date.parse(`${first}T17:00:00Z`) + week * 7 * 86_400_000).toISOString(),
    minutes: 120,
    came: came(week) ?? [],
  }));

const put = (scene: TrainingScene, row: Omit<typeof enrolments.$inferInsert, "networkId" | "queuedAt">) =>
  world.inTenant(scene.network.id, (tx) =>
    tx.insert(enrolments).values({ ...row, networkId: scene.network.id, queuedAt: world.clock.now }),
  );

describe("a volunteer's next step", () => {
  it("leads from the first conversation to a course, its waiting list, an offer, and the first evening", async () => {
    const scene = await makeTrainingScene(world);
    const nina = await scene.volunteer({ status: "applied", interviewedOn: null });
    expect(await moveOf(nina.client)).toMatchObject({ move: "interview_comes", date: null });
    await world.inTenant(scene.network.id, (tx) =>
      tx
        .update(volunteers)
        .set({ status: "interviewed", interviewedOn: "2026-11-01" })
        .where(eq(volunteers.id, nina.id)),
    );
    expect(await moveOf(nina.client)).toMatchObject({ move: "course_opens" });

    const courseId = await holdCourse(world, scene, { title: "Winterkurs", dates: evenings("2026-11-10") });
    expect(await moveOf(nina.client)).toMatchObject({
      move: "enrol",
      date: { courseId, courseTitle: "Winterkurs", startsAt: "2026-11-10T17:00:00.000Z", place: "Haus der Begegnung" },
    });

    await put(scene, { courseId, volunteerId: nina.id, status: "waiting" });
    expect(await moveOf(nina.client)).toMatchObject({ move: "place_comes", position: 1, date: { courseId } });
    const become = (changes: Partial<typeof enrolments.$inferInsert>) =>
      world.inTenant(scene.network.id, (tx) =>
        tx
          .update(enrolments)
          .set(changes)
          .where(and(eq(enrolments.courseId, courseId), eq(enrolments.volunteerId, nina.id))),
      );
    await become({ lapsedAt: world.clock.now });
    expect(await moveOf(nina.client)).toMatchObject({ move: "still_want_place" });
    await become({ status: "offered", offerExpiresAt: new Date("2026-11-04T09:00:00Z") });
    expect(await moveOf(nina.client)).toMatchObject({
      move: "answer_offer",
      until: "2026-11-04T09:00:00.000Z",
      date: { courseId },
    });
    await become({ status: "enrolled", offerExpiresAt: null });
    expect(await moveOf(nina.client)).toMatchObject({
      move: "course_begins",
      date: { startsAt: "2026-11-10T17:00:00.000Z" },
    });
  });

  it("goes around an evening that somebody is excused from", async () => {
    const scene = await makeTrainingScene(world);
    const nina = await scene.volunteer();
    const dates = evenings("2026-11-10");
    const courseId = await holdCourse(world, scene, { enrolled: [{ volunteerId: nina.id }], dates });
    await world.inTenant(scene.network.id, async (tx) => {
      const rows = await tx.select().from(courseSessions).where(eq(courseSessions.courseId, courseId));
      const first = rows.find(({ startsAt }) => startsAt.toISOString() === dates[0]?.at);
      const row = { networkId: scene.network.id, sessionId: first?.id ?? "", volunteerId: nina.id };
      await tx.insert(sessionBookings).values({ ...row, kind: "excused", createdAt: world.clock.now });
    });
    const { nextMove, training } = await homeOf(nina.client);
    expect(nextMove).toMatchObject({ move: "course_begins", date: { startsAt: "2026-11-17T17:00:00.000Z" } });
    expect(training.modules.map(({ state }) => state)).toEqual(["missed", "booked", "booked", "booked"]);
  });

  it("after a missed evening is to make it up where there is a seat, once the course is over", async () => {
    const scene = await makeTrainingScene(world);
    const nina = await scene.volunteer();
    const came = (evening: number) => [
      { volunteerId: nina.id, mark: evening === 1 ? ("absent" as const) : ("present" as const) },
    ];
    await holdCourse(world, scene, {
      enrolled: [{ volunteerId: nina.id }],
      dates: evenings("2026-09-01", came),
    });
    const alone = await homeOf(nina.client);
    expect(alone.nextMove).toMatchObject({ move: "make_up_comes" });
    expect(alone.training).toMatchObject({ attendedMinutes: 360, requiredMinutes: 360, topUpMinutes: 0 });
    expect(alone.training.modules.map(({ state }) => state)).toEqual(["done", "missed", "done", "done"]);

    const courseId = await holdCourse(world, scene, { title: "Winterkurs", dates: evenings("2026-11-10") });
    const { nextMove, training } = await homeOf(nina.client);
    const date = { courseId, courseTitle: "Winterkurs", startsAt: "2026-11-17T17:00:00.000Z" };
    expect(nextMove).toMatchObject({ move: "make_up", date });
    expect(training.modules[1]).toMatchObject({ state: "missed", makeUp: date });
    expect(training.modules[0]).toMatchObject({ attendedAt: "2026-09-01T17:00:00.000Z", makeUp: null });
  });

  it("with everything attended is the certificate, and her opinion of the last weeks is asked", async () => {
    const scene = await makeTrainingScene(world);
    const nina = await scene.volunteer();
    await holdCourse(world, scene, {
      enrolled: [{ volunteerId: nina.id }],
      dates: evenings("2026-09-29", () => [{ volunteerId: nina.id }]),
    });
    const { nextMove, training } = await homeOf(nina.client);
    expect(nextMove).toMatchObject({ move: "certificate_comes" });
    expect(training.attendedMinutes).toBe(480);
    expect(training.feedbackAsked.map(({ startsAt }) => startsAt.slice(0, 10))).toEqual([
      "2026-10-06",
      "2026-10-13",
      "2026-10-20",
    ]);
    const sessionId = training.feedbackAsked[0]?.sessionId ?? "";
    expectOk(
      await nina.client.call("giveFeedback", { params: { id: sessionId }, body: { face: "good", sentence: null } }),
    );
    expect((await homeOf(nina.client)).training.feedbackAsked).toHaveLength(2);
  });

  it("with too few hours is another date; a pause stands before everything", async () => {
    const scene = await makeTrainingScene(world);
    const nina = await scene.volunteer();
    await holdCourse(world, scene, {
      enrolled: [{ volunteerId: nina.id }],
      dates: evenings("2026-09-01", () => [{ volunteerId: nina.id, late: 40 }]),
    });
    expect(await moveOf(nina.client)).toMatchObject({ move: "gain_hours_later" });
    await holdCourse(world, scene, { dates: evenings("2026-11-10") });
    expect(await moveOf(nina.client)).toMatchObject({
      move: "gain_hours",
      date: { startsAt: "2026-11-10T17:00:00.000Z" },
    });
    expectOk(await nina.client.call("pauseMe"));
    expect(await moveOf(nina.client)).toMatchObject({ move: "come_back" });
  });
});
