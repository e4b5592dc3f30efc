import { and, eq } from "drizzle-orm";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { attendanceChanges, attendances } from "@augenhoehe/api/db/schema/attendance";
import { sessionBookings } from "@augenhoehe/api/db/schema/courses";
import { checkInCode } from "@augenhoehe/api/training/check-in-code";
import { createVault } from "@augenhoehe/api/vault";
import { checkInMinute } from "@augenhoehe/domain";
import { expectOk, refusalOf } from "../support/replies.ts";
import { createTestApp, type TestWorld } from "../support/test-app.ts";
import type { TestClient } from "../support/test-client.ts";
import { enrolInTime, makeTrainingScene, sessionIdsOf, type TrainingScene } from "../support/training-scene.ts";

/** Six o'clock in the evening in Germany. */
const START = new Date("2026-11-10T17:00:00Z");
const at = (minutes: number): Date => new Date(START.getTime() + minutes * 60_000);

let world: TestWorld;
let scene: TrainingScene;
let courseId: string;
let sessionId: string;
let now: Date;

beforeAll(async () => {
  world = await createTestApp({ rateLimits: false });
  scene = await makeTrainingScene(world);
  now = world.clock.now;
  courseId = await scene.course({ firstDay: "2026-11-10", places: 3 });
  [sessionId = ""] = await sessionIdsOf(scene.coordinator, courseId);
});
afterEach(() => {
  world.clock.now = now;
});
afterAll(() => world.close());

type Person = Awaited<ReturnType<TrainingScene["volunteer"]>>;
const participant = async (course = courseId): Promise<Person> => {
  const person = await scene.volunteer();
  await enrolInTime(world, person.client, course);
  return person;
};
/** Somebody whose own course held the first module in October without them. */
async function whoMissed(): Promise<Person> {
  const earlier = await scene.course({ firstDay: "2026-10-06" });
  return participant(earlier);
}
const wallCode = (instant: Date, session = sessionId): string =>
  checkInCode(world.deps.vault, session, checkInMinute(instant));
const scan = (client: TestClient, code: string) => client.call("scanCheckInCode", { params: { code } });
async function scanAt(client: TestClient, minutes: number, session = sessionId): Promise<void> {
  world.clock.now = at(minutes);
  expectOk(await scan(client, wallCode(world.clock.now, session)));
}
const rowOf = (volunteerId: string, session = sessionId) =>
  world.inTenant(scene.network.id, (tx) =>
    tx
      .select()
      .from(attendances)
      .where(and(eq(attendances.sessionId, session), eq(attendances.volunteerId, volunteerId))),
  );
const giveUpPlace = async ({ client }: Person) =>
  expectOk(await client.call("cancelMyEnrolment", { params: { id: courseId } }));

describe("the code on the wall", () => {
  it("is shown to those who run the course, with figures and no names, and changes every minute", async () => {
    const vera = await participant();
    world.clock.now = at(-10);
    const read = async () => expectOk(await scene.trainer.call("readCheckInCode", { params: { id: sessionId } }));
    const first = await read();
    expect(first).toMatchObject({ state: "open", present: 0, expected: 1, changesAt: at(-9).toISOString() });
    expect(first.address).toBe(`${world.deps.config.publicUrl}/einchecken/${wallCode(at(-10))}`);
    expect(JSON.stringify(first)).not.toContain(vera.lastName);
    await scanAt(vera.client, -9);
    expectOk(await vera.client.call("checkMeIn"));
    const next = await read();
    expect([next.present, next.address === first.address]).toEqual([1, false]);

    world.clock.now = at(-60);
    expect(await read()).toMatchObject({ state: "early", opensAt: at(-30).toISOString() });
    world.clock.now = at(121);
    expect(await read()).toMatchObject({ state: "over", address: null });
    await giveUpPlace({ ...vera });
  });

  it("is nobody else's to show", async () => {
    const elsewhere = await makeTrainingScene(world);
    const ask = async (client: TestClient) =>
      refusalOf(await client.call("readCheckInCode", { params: { id: sessionId } }));
    expect(await ask(scene.stranger)).toBe("not_found");
    expect(await ask(elsewhere.trainer)).toBe("not_found");
    expect(await ask(scene.otherCoordinator)).toBe("not_permitted");
  });

  it("is valid in its minute and the next, and expired after that", async () => {
    const code = wallCode(at(0));
    const scanned = async (minutes: number) => {
      world.clock.now = at(minutes);
      return scan(world.anyone(), code);
    };
    expectOk(await scanned(0));
    expectOk(await scanned(1.9));
    expect(refusalOf(await scanned(2))).toBe("check_in_code_expired");
  });

  it("cannot be made up: another key, another session, a minute to come", async () => {
    world.clock.now = at(0);
    const otherKey = createVault(Buffer.alloc(32, 7));
    const minute = checkInMinute(at(0));
    const own = Buffer.from(wallCode(at(0)), "base64url");
    const other = Buffer.from(wallCode(at(0), "0b9d7c1e-0000-4000-8000-000000000000"), "base64url");
    for (const code of [
      checkInCode(otherKey, sessionId, minute),
      Buffer.concat([other.subarray(0, 16), own.subarray(16)]).toString("base64url"),
      wallCode(at(1)),
      wallCode(at(0)).slice(0, -1),
      "x",
      "ä".repeat(32),
    ]) {
      const reply = await scan(world.anyone(), code);
      expect(refusalOf(reply), code).toBe("check_in_code_wrong");
      expect(reply.raw.cookies, code).toEqual([]);
    }
  });
});

describe("checking in", () => {
  it("opening the address enters nobody; the button does, once, from the instant of the scan", async () => {
    const vera = await participant();
    await scanAt(vera.client, -5);
    expect(await rowOf(vera.id)).toEqual([]);
    world.clock.now = at(9);
    expect(expectOk(await vera.client.call("readMyCheckIn"))).toMatchObject({ lateMinutes: 0, presentSince: null });
    expect(await rowOf(vera.id)).toEqual([]);
    const first = expectOk(await vera.client.call("checkMeIn"));
    expect(first).toMatchObject({ presentSince: at(-5).toISOString(), guest: false, lateMinutes: 0 });
    world.clock.now = at(12);
    expect(expectOk(await vera.client.call("checkMeIn"))).toEqual(first);
    expect(await rowOf(vera.id)).toMatchObject([
      { mark: "present", source: "qr", lateMinutes: 0, guest: false, markedBy: null, markedAt: at(-5) },
    ]);
    const history = await world.inTenant(scene.network.id, (tx) =>
      tx.select().from(attendanceChanges).where(eq(attendanceChanges.volunteerId, vera.id)),
    );
    expect(history).toMatchObject([{ mark: "present", source: "qr", changedBy: null, changedAt: at(-5) }]);
    await giveUpPlace(vera);
  });

  it("takes who signs in only after the scan as being there since the scan", async () => {
    const vera = await participant();
    const browser = world.anyone();
    await scanAt(browser, 14);
    world.clock.now = at(31);
    for (const [name, value] of vera.client.cookies) if (!browser.cookies.has(name)) browser.cookies.set(name, value);
    expectOk(await browser.call("checkMeIn"));
    expect(await rowOf(vera.id)).toMatchObject([{ lateMinutes: 14, markedAt: at(14) }]);
    await giveUpPlace(vera);
  });

  it("does not work with a scan of another browser, nor twenty minutes after it", async () => {
    const vera = await participant();
    const friend = world.anyone();
    await scanAt(friend, 1);
    const ticket = friend.cookies.get("check-in") ?? "";
    vera.client.cookies.set("check-in", ticket);
    expect(refusalOf(await vera.client.call("checkMeIn"))).toBe("check_in_code_expired");
    vera.client.cookies.delete("check-in");
    expect(refusalOf(await vera.client.call("checkMeIn"))).toBe("check_in_code_expired");
    await scanAt(vera.client, 2);
    world.clock.now = at(23);
    expect(refusalOf(await vera.client.call("checkMeIn"))).toBe("check_in_code_expired");
    expect(await rowOf(vera.id)).toEqual([]);
    await giveUpPlace(vera);
  });

  it("is refused before the doors open, after the end, and for a cancelled session", async () => {
    const vera = await participant();
    const attempt = async (minutes: number) => {
      await scanAt(vera.client, minutes);
      return refusalOf(await vera.client.call("checkMeIn"));
    };
    expect(await attempt(-31)).toBe("check_in_not_open");
    expect(await attempt(121)).toBe("check_in_over");
    world.clock.now = now;
    const cancelled = await scene.course({ firstDay: "2026-11-10" });
    const [first = ""] = await sessionIdsOf(scene.coordinator, cancelled);
    expectOk(await scene.coordinator.call("cancelCourse", { params: { id: cancelled }, body: { reason: "" } }));
    await scanAt(vera.client, 0, first);
    expect(refusalOf(await vera.client.call("checkMeIn"))).toBe("session_cancelled");
    expect(await rowOf(vera.id)).toEqual([]);
    await giveUpPlace(vera);
  });

  it("is refused for somebody who has no reason to be here, and for another network as if the code were wrong", async () => {
    const nobody = await scene.volunteer();
    await scanAt(nobody.client, 0);
    expect(refusalOf(await nobody.client.call("checkMeIn"))).toBe("check_in_not_listed");
    const foreign = await (await makeTrainingScene(world)).volunteer();
    await scanAt(foreign.client, 0);
    expect(refusalOf(await foreign.client.call("checkMeIn"))).toBe("check_in_code_wrong");
    await scanAt(scene.trainer, 0);
    expect(refusalOf(await scene.trainer.call("checkMeIn"))).toBe("not_permitted");
    expect(await rowOf(nobody.id)).toEqual([]);
  });

  it("gives somebody who missed the module a free seat as a guest, and refuses when every seat is taken", async () => {
    const guest = await whoMissed();
    await scanAt(guest.client, 0);
    expect(expectOk(await guest.client.call("checkMeIn"))).toMatchObject({ guest: true });
    expect(await rowOf(guest.id)).toMatchObject([{ mark: "present", guest: true, source: "qr" }]);
    const bookings = await world.inTenant(scene.network.id, (tx) =>
      tx.select().from(sessionBookings).where(eq(sessionBookings.volunteerId, guest.id)),
    );
    expect(bookings).toMatchObject([{ sessionId, kind: "guest" }]);

    world.clock.now = now;
    const [one, two] = [await participant(), await participant()];
    const late = await whoMissed();
    await scanAt(late.client, 3);
    expect(refusalOf(await late.client.call("checkMeIn"))).toBe("session_full");
    expect(await rowOf(late.id)).toEqual([]);
    world.clock.now = now;
    for (const person of [one, two]) await giveUpPlace(person);
  });

  it("takes a last free seat once, however many press at the same time", async () => {
    world.clock.now = now;
    const full = await scene.course({ firstDay: "2026-11-10", places: 2 });
    const [first = ""] = await sessionIdsOf(scene.coordinator, full);
    const people: Person[] = [];
    while (people.length < 8) people.push(await whoMissed());
    for (const { client } of people) await scanAt(client, 0, first);
    const replies = await Promise.all(people.map(({ client }) => client.call("checkMeIn")));
    expect(replies.filter(({ status }) => status === 200)).toHaveLength(2);
    for (const reply of replies) if (reply.status !== 200) expect(refusalOf(reply)).toBe("session_full");
  });

  it("leaves a later word of the trainer as it is", async () => {
    world.clock.now = now;
    const course = await scene.course({ firstDay: "2026-11-10" });
    const [first = ""] = await sessionIdsOf(scene.coordinator, course);
    const vera = await participant(course);
    await scanAt(vera.client, 0, first);
    world.clock.now = at(5);
    const mark = (word: "absent" | "unmarked" | "present") =>
      scene.trainer.call("markAttendance", {
        params: { id: first },
        body: { marks: [{ volunteerId: vera.id, mark: word }] },
      });
    expectOk(await mark("absent"));
    expect(refusalOf(await vera.client.call("checkMeIn"))).toBe("check_in_marked_absent");
    world.clock.now = at(6);
    expectOk(await mark("unmarked"));
    expect(refusalOf(await vera.client.call("checkMeIn"))).toBe("check_in_marked_absent");
    await scanAt(vera.client, 12, first);
    expectOk(await vera.client.call("checkMeIn"));
    expect(await rowOf(vera.id, first)).toMatchObject([{ mark: "present", lateMinutes: 12 }]);
  });
});

it("the three ways leave the same row but for how it came about", async () => {
  world.clock.now = now;
  const course = await scene.course({ firstDay: "2026-11-10" });
  const [first = ""] = await sessionIdsOf(scene.coordinator, course);
  const [tapped, scanned, written] = [await participant(course), await participant(course), await participant(course)];
  await scanAt(scanned.client, 20, first);
  expectOk(await scanned.client.call("checkMeIn"));
  const enter = (volunteerId: string, source: "tapped" | "paper") =>
    scene.trainer.call("markAttendance", {
      params: { id: first },
      body: { source, marks: [{ volunteerId, mark: "present", lateMinutes: 20, markedAt: at(20).toISOString() }] },
    });
  expectOk(await enter(tapped.id, "tapped"));
  expectOk(await enter(written.id, "paper"));
  const rows = await Promise.all([tapped, scanned, written].map(({ id }) => rowOf(id, first)));
  const [[first_], [second], [third]] = [rows[0] ?? [], rows[1] ?? [], rows[2] ?? []];
  const same = (row: typeof first_) => ({ ...row, volunteerId: null, source: null, markedBy: null });
  expect([first_?.source, second?.source, third?.source]).toEqual(["tapped", "qr", "paper"]);
  expect(same(second)).toEqual(same(first_));
  expect(same(third)).toEqual(same(first_));
});
