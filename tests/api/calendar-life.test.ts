import { and, eq } from "drizzle-orm";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { courseSessions, enrolments, sessionBookings } from "@augenhoehe/api/db/schema/courses";
import { volunteers } from "@augenhoehe/api/db/schema/people";
import { readCalendar, type ReadEntry } from "../support/read-calendar.ts";
import { expectOk } from "../support/replies.ts";
import { createTestApp, type TestWorld } from "../support/test-app.ts";
import { makeTrainingScene, sessionIdsOf, type TrainingScene } from "../support/training-scene.ts";

const OPERATIONS = [
  "move",
  "rename",
  "cancel",
  "restore",
  "excuse",
  "return",
  "leave",
  "join",
  "speak",
  "nothing",
] as const;
type Operation = (typeof OPERATIONS)[number];

let world: TestWorld;
let scene: TrainingScene;
beforeAll(async () => {
  world = await createTestApp({ rateLimits: false });
  scene = await makeTrainingScene(world);
});
afterAll(() => world.close());

async function subscribe(given?: Parameters<TrainingScene["volunteer"]>[0]) {
  const vera = await scene.volunteer(given);
  expectOk(await vera.client.call("renewMyCalendar"));
  const { feedUrl } = expectOk(await vera.client.call("readMyCalendar"));
  const token = /([\w-]{43})\.ics$/.exec(feedUrl ?? "")?.[1] ?? "";
  const read = async () =>
    readCalendar((await world.app.inject({ method: "GET", url: `/api/calendar-feeds/${token}` })).payload).entries;
  return { ...vera, read };
}

describe("an entry of a calendar over its life", () => {
  const inTenant: TestWorld["inTenant"] = (id, work) => world.inTenant(id, work);

  /** Rows as any verb, present or future, might leave them. */
  async function happen(
    operation: Operation,
    whose: { id: string; courseId: string; sessionId: string },
  ): Promise<void> {
    const { id: volunteerId, courseId, sessionId } = whose;
    await inTenant(scene.network.id, async (tx) => {
      const networkId = scene.network.id;
      const ofSession = eq(courseSessions.id, sessionId);
      const ofPlace = and(eq(enrolments.courseId, courseId), eq(enrolments.volunteerId, volunteerId));
      const ofBooking = and(eq(sessionBookings.sessionId, sessionId), eq(sessionBookings.volunteerId, volunteerId));
      const now = world.clock.now;
      if (operation === "move") {
        const [session] = await tx.select().from(courseSessions).where(ofSession);
        const startsAt = new Date((session?.startsAt.getTime() ?? 0) + 86_400_000);
        await tx
          .update(courseSessions)
          .set({ startsAt, endsAt: new Date(startsAt.getTime() + 7_200_000) })
          .where(ofSession);
      }
      if (operation === "rename")
        await tx
          .update(courseSessions)
          .set({ place: `Raum ${now.getTime()}` })
          .where(ofSession);
      if (operation === "cancel")
        await tx.update(courseSessions).set({ cancelledAt: now, sequence: 1 }).where(ofSession);
      if (operation === "restore") await tx.update(courseSessions).set({ cancelledAt: null }).where(ofSession);
      if (operation === "excuse") {
        const row = { networkId, sessionId, volunteerId, kind: "excused" as const, createdAt: now };
        await tx.insert(sessionBookings).values(row).onConflictDoNothing();
      }
      if (operation === "return") await tx.delete(sessionBookings).where(ofBooking);
      if (operation === "leave") await tx.update(enrolments).set({ status: "cancelled" }).where(ofPlace);
      if (operation === "join") await tx.update(enrolments).set({ status: "enrolled" }).where(ofPlace);
      if (operation === "speak") {
        const [me] = await tx
          .select({ locale: volunteers.locale })
          .from(volunteers)
          .where(eq(volunteers.id, volunteerId));
        const locale = me?.locale === "ar" ? "de" : "ar";
        await tx.update(volunteers).set({ locale }).where(eq(volunteers.id, volunteerId));
      }
    });
  }

  it("is one entry per UID whose SEQUENCE grows with whatever it says, and only then", async () => {
    const courseId = await scene.course({ places: 200 });
    const sessionIds = await sessionIdsOf(scene.trainer, courseId);
    const life = fc.array(fc.tuple(fc.constantFrom(...OPERATIONS), fc.nat({ max: 3 }), fc.boolean()), {
      minLength: 10,
      maxLength: 25,
    });
    await fc.assert(
      fc.asyncProperty(life, async (steps) => {
        const vera = await subscribe();
        expectOk(
          await scene.coordinator.call("enrolVolunteer", { params: { id: courseId }, body: { volunteerId: vera.id } }),
        );
        const known = new Map<string, ReadEntry>();
        for (const [operation, index, isRead] of steps) {
          await happen(operation, { id: vera.id, courseId, sessionId: sessionIds[index] ?? "" });
          world.clock.advance({ seconds: 7 });
          if (!isRead) continue;
          const entries = await vera.read();
          expect(new Set(entries.map(({ uid }) => uid)).size).toBe(entries.length);
          expect(entries.length).toBeGreaterThanOrEqual(known.size);
          for (const entry of entries) {
            const before = known.get(entry.uid);
            known.set(entry.uid, entry);
            if (before === undefined) continue;
            const { sequence, stamp: _, ...saying } = entry;
            const { sequence: formerSequence, stamp: __, ...said } = before;
            if (JSON.stringify(saying) === JSON.stringify(said)) expect(entry).toEqual(before);
            else expect(sequence).toBeGreaterThan(formerSequence);
          }
        }
        for (const id of sessionIds) {
          await happen("restore", { id: vera.id, courseId, sessionId: id });
          await happen("return", { id: vera.id, courseId, sessionId: id });
        }
        await happen("join", { id: vera.id, courseId, sessionId: "" });
        expect((await vera.read()).map(({ status }) => status)).toEqual(Array(4).fill("CONFIRMED"));
      }),
      { numRuns: 12, seed: 4106 },
    );
  }, 60_000);
});

describe("Stammtisch dates in the feed", () => {
  it("are tentative until answered, then there or taken out, as often as somebody changes their mind", async () => {
    const nadia = await subscribe({
      status: "in_training",
      secrecyVersion: 1,
      agreementVersion: 1,
      certificateOverrideAt: world.clock.now,
      locale: "en",
    });
    const date = { startsAt: "2026-11-19T18:30", minutes: 90, place: "Café Komm", topics: "Briefe vom Amt" };
    const { id } = expectOk(await scene.coordinator.call("createStammtisch", { body: date }));
    const told = async () => {
      const entry = (await nadia.read()).find(({ uid }) => uid === `stammtisch-${id}@augenhoehe`);
      return [entry?.sequence, entry?.status, entry?.description.split("\n\n")[1]];
    };
    expect(await told()).toEqual([0, "TENTATIVE", "You have not answered yet."]);
    const answer = (said: "yes" | "no") =>
      nadia.client.call("answerStammtisch", { params: { id }, body: { answer: said } });
    expectOk(await answer("yes"));
    expect(await told()).toEqual([1, "CONFIRMED", "You said that you will come."]);
    expectOk(await answer("no"));
    expect((await told()).slice(0, 2)).toEqual([2, "CANCELLED"]);
    expectOk(await answer("yes"));
    expect((await told()).slice(0, 2)).toEqual([3, "CONFIRMED"]);
    expectOk(await scene.coordinator.call("cancelStammtisch", { params: { id } }));
    expect((await told()).slice(0, 2)).toEqual([4, "CANCELLED"]);
  });

  it("are not told to somebody of another provider, nor to somebody who is not invited", async () => {
    const date = { startsAt: "2026-11-26T18:30", minutes: 90, place: "Café Komm", topics: "" };
    expectOk(await scene.coordinator.call("createStammtisch", { body: date }));
    const eligible = {
      status: "in_training" as const,
      secrecyVersion: 1,
      agreementVersion: 1,
      certificateOverrideAt: world.clock.now,
    };
    expect(await (await subscribe({ ...eligible, provider: scene.diakonie })).read()).toEqual([]);
    expect(await (await subscribe()).read()).toEqual([]);
  });
});
