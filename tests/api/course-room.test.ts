import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { addFile, courseRoom } from "../support/course-room.ts";
import { pdfFile } from "../support/material-files.ts";
import { expectOk, refusalOf } from "../support/replies.ts";
import { createTestApp, type TestWorld } from "../support/test-app.ts";
import { makeTrainingScene, type TrainingScene } from "../support/training-scene.ts";

let world: TestWorld;
let scene: TrainingScene;
let foreign: TrainingScene;
let room: ReturnType<typeof courseRoom>;
let courseId: string;
let sessionIds: string[];

/** Two evenings have been, on 20 and 27 October; it is 2 November, and tomorrow is the third. */
beforeAll(async () => {
  world = await createTestApp({ rateLimits: false });
  scene = await makeTrainingScene(world);
  foreign = await makeTrainingScene(world);
  room = courseRoom(world, scene);
  courseId = await scene.course({ firstDay: "2026-10-20", title: "Grundkurs im Oktober" });
  sessionIds = (await room.sessionsOf(courseId)).map(({ id }) => id);
  const [first = "", second = "", third = ""] = sessionIds;
  const named = (firstName: string, lastName: string, provider = scene.caritas) =>
    scene.volunteer({ firstName, lastName, provider });
  const ida = await named("Ida", "Immerda");
  const max = await named("Max", "Manchmal");
  const zoe = await named("Zoe", "Zuhause", scene.diakonie);
  const emre = await named("Emre", "Entschuldigt");
  const gast = await named("Gisela", "Gast");
  for (const { id } of [ida, max, zoe, emre]) await room.place(courseId, id);
  await room.place(courseId, (await named("Wanda", "Wartet")).id, "waiting");
  for (const { id } of [ida, emre]) for (const session of [first, second]) await room.mark(session, id, "present");
  await room.mark(first, max.id, "absent");
  await room.mark(second, max.id, "present");
  await room.mark(first, zoe.id, "absent");
  await room.book(third, emre.id, "excused");
  await room.book(third, gast.id, "guest");
  // Zoe made the first evening up in another course.
  const other = await scene.course({ firstDay: "2026-10-22", title: "Donnerstagskurs" });
  const [elsewhere] = await room.sessionsOf(other);
  await room.mark(elsewhere?.id ?? "", zoe.id, "present", true);
  await addFile(scene.trainer, courseId, pdfFile());
});
afterAll(() => world.close());

describe("the trainer's day", () => {
  it("begins with what is next: where, how many come, how many cannot, how many guests", async () => {
    const home = expectOk(await scene.trainer.call("readTrainerHome"));
    expect(home.next[0]).toEqual({
      courseId,
      courseTitle: "Grundkurs im Oktober",
      sessionId: sessionIds[2],
      moduleKey: "intercultural_competence",
      moduleTitle: "Interkulturelle Kompetenz",
      startsAt: "2026-11-03T17:00:00.000Z",
      endsAt: "2026-11-03T19:00:00.000Z",
      place: "Haus der Begegnung, Raum 2",
      cancelled: false,
      coming: 3,
      excused: 1,
      guests: 1,
      present: 0,
      unmarked: 4,
    });
    expect(home.next).toHaveLength(4);
    expect(home.next.map(({ startsAt }) => startsAt)).toEqual(home.next.map(({ startsAt }) => startsAt).toSorted());
    expect(home.courses.map(({ title }) => title)).toEqual(["Grundkurs im Oktober", "Donnerstagskurs"]);
  });

  it("names the evening where somebody is neither present nor absent yet", async () => {
    const { unmarked } = expectOk(await scene.trainer.call("readTrainerHome"));
    expect(unmarked.map(({ sessionId, unmarked: count }) => [sessionId, count])).toEqual([[sessionIds[1], 1]]);
  });

  it("shows a course with its hours and who missed what, by display name, until it is made up", async () => {
    const seen = expectOk(await scene.trainer.call("readCourseRoom", { params: { id: courseId } }));
    expect(seen.course).toMatchObject({
      title: "Grundkurs im Oktober",
      organiser: "Caritas",
      enrolled: 4,
      over: false,
    });
    expect([seen.minutesHeld, seen.minutesPlanned]).toEqual([240, 480]);
    expect(seen.modules.map(({ missedBy }) => missedBy)).toEqual([["Max Manchmal"], [], [], []]);
    expect(seen.modules.map(({ minutesHeld, materials }) => [minutesHeld, materials])).toEqual([
      [120, 1],
      [120, 0],
      [0, 0],
      [0, 0],
    ]);
    expect(seen.dates).toHaveLength(4);
  });

  it("tells no address, no number and nothing else of anybody", async () => {
    const calls = [
      await scene.trainer.call("readTrainerHome"),
      await scene.trainer.call("readCourseRoom", { params: { id: courseId } }),
      await scene.trainer.call("listMaterials", { params: { id: courseId } }),
      await scene.trainer.call("readCourseFeedback", { params: { id: courseId } }),
    ];
    for (const { raw } of calls) expect(raw.payload).not.toMatch(/@|Wanda|Gisela|Ida|phone|email|volunteerId/);
  });
});

describe("who sees a course's room", () => {
  it("a trainer the own runs only, a coordinator those of the own provider", async () => {
    const titles = async (client: typeof scene.trainer) =>
      expectOk(await client.call("readTrainerHome")).courses.map(({ title }) => title);
    expect(await titles(scene.stranger)).toEqual([]);
    expect(await titles(scene.otherCoordinator)).toEqual([]);
    expect(await titles(foreign.trainer)).toEqual([]);
    expect(await titles(scene.coordinator)).toEqual(["Grundkurs im Oktober", "Donnerstagskurs"]);
    const { next } = expectOk(await scene.otherCoordinator.call("readTrainerHome"));
    expect(next).toEqual([]);
  });

  it("of another trainer or network it is not there, of another provider not theirs to open", async () => {
    const params = { id: courseId };
    for (const client of [scene.stranger, foreign.trainer, foreign.coordinator]) {
      expect(refusalOf(await client.call("readCourseRoom", { params }))).toBe("not_found");
    }
    expect(refusalOf(await scene.otherCoordinator.call("readCourseRoom", { params }))).toBe("not_permitted");
    const ida = await scene.volunteer();
    expect((await ida.client.call("readCourseRoom", { params })).status).toBe(403);
    expect((await ida.client.call("readTrainerHome")).status).toBe(403);
    expect((await world.anyone().call("readTrainerHome")).status).toBe(401);
  });

  it("ninety days after its last evening it is gone for the trainer and stays for the coordination", async () => {
    const past = await scene.course({ firstDay: "2026-07-01", title: "Sommerkurs" });
    const titles = async (client: typeof scene.trainer) =>
      expectOk(await client.call("readTrainerHome")).courses.map(({ title }) => title);
    expect(await titles(scene.trainer)).not.toContain("Sommerkurs");
    expect(refusalOf(await scene.trainer.call("readCourseRoom", { params: { id: past } }))).toBe("not_found");
    expect(await titles(scene.coordinator)).toContain("Sommerkurs");
    expectOk(await scene.coordinator.call("readCourseRoom", { params: { id: past } }));
  });
});

describe("the page of my course", () => {
  it("tells a participant dates, files, and where an opinion is asked", async () => {
    const lena = await scene.volunteer({ firstName: "Lena" });
    await room.place(courseId, lena.id);
    await room.mark(sessionIds[0] ?? "", lena.id, "present");
    await room.mark(sessionIds[1] ?? "", lena.id, "absent");
    const mine = expectOk(await lena.client.call("readMyCourse", { params: { id: courseId } }));
    expect(mine.course).toMatchObject({ id: courseId, title: "Grundkurs im Oktober", organiser: "Caritas" });
    expect(mine.enrolled).toBe(true);
    expect(mine.sessions.map(({ feedback, attended }) => [feedback, attended])).toEqual([
      ["open", true],
      ["not_attended", false],
      ["ahead", null],
      ["ahead", null],
    ]);
    expect(mine.sessions[0]?.feedbackUntil).toBe("2026-11-17T18:00:00.000Z");
    expect(mine.materials.map(({ fileName }) => fileName)).toEqual(["Merkblatt.pdf"]);
    expect(JSON.stringify(mine)).not.toMatch(/Immerda|Manchmal|uploadedBy/);
  });
});
