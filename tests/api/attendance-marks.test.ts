import { asc, eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { EndpointInput, endpoints } from "@augenhoehe/contract";
import { attendanceChanges, attendances } from "@augenhoehe/api/db/schema/attendance";
import { expectOk, fieldCodesOf, errorOf, refusalOf } from "../support/replies.ts";
import { createTestApp, type TestWorld } from "../support/test-app.ts";
import type { TestClient } from "../support/test-client.ts";
import { enrolInTime, makeTrainingScene, sessionIdsOf, type TrainingScene } from "../support/training-scene.ts";

type Body = EndpointInput<(typeof endpoints)["markAttendance"]>["body"];

let world: TestWorld;
let scene: TrainingScene;
let courseId: string;
let sessions: string[];

beforeAll(async () => {
  world = await createTestApp();
  scene = await makeTrainingScene(world);
  courseId = await scene.course({ firstDay: "2026-10-06", places: 100 });
  sessions = await sessionIdsOf(scene.coordinator, courseId);
});
afterAll(() => world.close());

const session = (index: number): string => sessions[index] ?? "";
const participant = async () => {
  const person = await scene.volunteer();
  await enrolInTime(world, person.client, courseId);
  return person;
};
const put = (client: TestClient, sessionId: string, body: Body) =>
  client.call("markAttendance", { params: { id: sessionId }, body });
const stored = (volunteerId: string) =>
  world.inTenant(scene.network.id, (tx) =>
    tx.select().from(attendances).where(eq(attendances.volunteerId, volunteerId)),
  );
const changes = (volunteerId: string) =>
  world.inTenant(scene.network.id, (tx) =>
    tx
      .select()
      .from(attendanceChanges)
      .where(eq(attendanceChanges.volunteerId, volunteerId))
      .orderBy(asc(attendanceChanges.changedAt)),
  );
const ago = (minutes: number): string => new Date(world.clock.now.getTime() - minutes * 60_000).toISOString();

describe("minutes", () => {
  it("are entered beside the mark, and what was attended is computed from them", async () => {
    const vera = await participant();
    const mark = { volunteerId: vera.id, mark: "present" as const, lateMinutes: 10, leftEarlyMinutes: 30 };
    expectOk(await put(scene.trainer, session(0), { marks: [mark] }));
    const roster = expectOk(await scene.trainer.call("readRoster", { params: { id: courseId } }));
    expect(roster.participants.find(({ volunteerId }) => volunteerId === vera.id)?.details).toEqual({
      [session(0)]: { mark: "present", lateMinutes: 10, leftEarlyMinutes: 30, minutes: 80, source: "tapped" },
    });
  });

  it("of somebody who was not there are not kept", async () => {
    const vera = await participant();
    expectOk(
      await put(scene.trainer, session(0), { marks: [{ volunteerId: vera.id, mark: "absent", lateMinutes: 10 }] }),
    );
    expect(await stored(vera.id)).toMatchObject([{ mark: "absent", lateMinutes: 0, leftEarlyMinutes: 0 }]);
  });

  it("beyond the length of the session are told at their field", async () => {
    const vera = await participant();
    const marks = [{ volunteerId: vera.id, mark: "present" as const, lateMinutes: 100, leftEarlyMinutes: 30 }];
    expect(fieldCodesOf(await put(scene.trainer, session(0), { marks }))).toEqual({
      "marks.0.lateMinutes": "too_big",
    });
    expect(await stored(vera.id)).toEqual([]);
  });
});

describe("marks from a phone that was without a connection", () => {
  it("carry the time of the tap, and sent twice they change nothing", async () => {
    const vera = await participant();
    const marks = [{ volunteerId: vera.id, mark: "present" as const, markedAt: ago(20) }];
    for (let sent = 0; sent < 3; sent++) expectOk(await put(scene.trainer, session(0), { marks }));
    expect((await stored(vera.id)).map(({ markedAt }) => markedAt.toISOString())).toEqual([ago(20)]);
    expect(await changes(vera.id)).toHaveLength(1);
  });

  it("are never later than now, however the phone's clock stands", async () => {
    const vera = await participant();
    expectOk(
      await put(scene.trainer, session(0), { marks: [{ volunteerId: vera.id, mark: "present", markedAt: ago(-90) }] }),
    );
    expect((await stored(vera.id)).map(({ markedAt }) => markedAt)).toEqual([world.clock.now]);
  });

  it("arriving late leave a later mark of somebody else as it is, and the answer says so by name", async () => {
    const vera = await participant();
    const trainer = scene.trainerId;
    expectOk(
      await put(scene.coordinator, session(0), {
        marks: [{ volunteerId: vera.id, mark: "present", lateMinutes: 15, markedAt: ago(5) }],
      }),
    );
    const late = { volunteerId: vera.id, mark: "absent" as const, markedAt: ago(10) };
    const { newer } = expectOk(await put(scene.trainer, session(0), { marks: [late], accountId: trainer }));
    expect(newer).toMatchObject([
      {
        volunteerId: vera.id,
        displayName: `${vera.firstName} ${vera.lastName}`,
        stands: { mark: "present", lateMinutes: 15, leftEarlyMinutes: 0 },
        markedAt: ago(5),
      },
    ]);
    expect(newer[0]?.markedBy).toMatch(/^Person/);
    expect(await stored(vera.id)).toMatchObject([{ mark: "present", lateMinutes: 15 }]);

    const anyway = { ...late, markedAt: ago(0) };
    expect(expectOk(await put(scene.trainer, session(0), { marks: [anyway] })).newer).toEqual([]);
    expect(await stored(vera.id)).toMatchObject([{ mark: "absent", markedBy: trainer }]);
  });

  it("are not taken for those of whoever else is signed in on a shared phone", async () => {
    const vera = await participant();
    const marks = [{ volunteerId: vera.id, mark: "present" as const }];
    const reply = await put(scene.coordinator, session(0), { marks, accountId: scene.trainerId });
    expect([reply.status, errorOf(reply).code]).toEqual([401, "sign_in_required"]);
    expect(await stored(vera.id)).toEqual([]);
  });

  it("from two phones at once all arrive", async () => {
    const people: Awaited<ReturnType<typeof participant>>[] = [];
    while (people.length < 12) people.push(await participant());
    const half = (start: number) => people.filter((_, index) => index % 2 === start);
    const sendEach = (client: TestClient, group: typeof people) =>
      group.map(({ id }) =>
        put(client, session(1), { marks: [{ volunteerId: id, mark: "present", markedAt: ago(1) }] }),
      );
    const replies = await Promise.all([
      ...sendEach(scene.trainer, half(0)),
      ...sendEach(scene.coordinator, half(1)),
      ...sendEach(scene.coordinator, half(0)),
    ]);
    for (const reply of replies) expect(expectOk(reply).newer).toEqual([]);
    for (const { id } of people) expect(await stored(id)).toMatchObject([{ mark: "present" }]);
  });
});

describe("the history of a person", () => {
  it("says who entered what and when, in order; coordinators of other providers read their own people's", async () => {
    const vera = await participant();
    const mark = (client: TestClient, value: Partial<Body["marks"][number]>) =>
      put(client, session(2), { marks: [{ volunteerId: vera.id, mark: "present", ...value }] });
    expectOk(await mark(scene.trainer, { markedAt: ago(30) }));
    expectOk(await mark(scene.coordinator, { leftEarlyMinutes: 10, markedAt: ago(2) }));
    expectOk(await mark(scene.trainer, { mark: "unmarked" }));
    const read = async (client: TestClient) =>
      expectOk(await client.call("readAttendanceHistory", { params: { id: session(2) } })).items.filter(
        ({ volunteerId }) => volunteerId === vera.id,
      );
    const history = await read(scene.trainer);
    expect(history.map(({ mark: word, leftEarlyMinutes, changedAt }) => [word, leftEarlyMinutes, changedAt])).toEqual([
      ["present", 0, ago(30)],
      ["present", 10, ago(2)],
      ["unmarked", 0, ago(0)],
    ]);
    expect(new Set(history.map(({ changedBy }) => changedBy)).size).toBe(2);
    expect(await read(scene.otherCoordinator)).toEqual([]);
    expect(await stored(vera.id)).toEqual([]);
  });

  it("keeps why somebody was marked before the session began", async () => {
    const planned = await scene.course({ firstDay: "2026-12-01" });
    const vera = await scene.volunteer();
    await enrolInTime(world, vera.client, planned);
    const [first = ""] = await sessionIdsOf(scene.coordinator, planned);
    const marks = [{ volunteerId: vera.id, mark: "absent" as const }];
    expect(refusalOf(await put(scene.trainer, first, { marks }))).toBe("early_mark_reason_missing");
    expectOk(await put(scene.trainer, first, { marks, reason: "Ist an diesem Tag im Krankenhaus" }));
    expect(await changes(vera.id)).toMatchObject([{ mark: "absent", reason: "Ist an diesem Tag im Krankenhaus" }]);
  });
});

describe("a correction that takes a module away", () => {
  it("leaves the certificate valid and says so", async () => {
    const vera = await participant();
    const marks = [{ volunteerId: vera.id, mark: "present" as const }];
    for (const id of sessions) expectOk(await put(scene.trainer, id, { marks }));
    expectOk(
      await scene.coordinator.call("issueCertificates", {
        params: { id: courseId },
        body: { volunteerIds: [vera.id] },
      }),
    );
    world.clock.advance({ minutes: 1 });
    const less = { volunteerId: vera.id, mark: "present" as const, lateMinutes: 10 };
    expect(expectOk(await put(scene.trainer, session(3), { marks: [less] })).certified).toEqual([]);
    world.clock.advance({ minutes: 1 });
    const gone = { volunteerId: vera.id, mark: "absent" as const };
    expect(expectOk(await put(scene.trainer, session(3), { marks: [gone] })).certified).toEqual([
      { volunteerId: vera.id, displayName: `${vera.firstName} ${vera.lastName}` },
    ]);
    const home = expectOk(await vera.client.call("readMyHome"));
    expect(home.certificates).toHaveLength(1);
  });
});
