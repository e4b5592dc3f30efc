import { eq } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { activities } from "@augenhoehe/api/db/schema/platform";
import { curricula, curriculumModules } from "@augenhoehe/api/db/schema/curricula";
import type { CurriculumDetail, CurriculumInput } from "@augenhoehe/contract";
import { curriculumInput, moduleInput } from "../support/curricula.ts";
import { makeAccount, makeNetwork, makeProvider, signInAs } from "../support/make-network.ts";
import { errorOf, expectOk, fieldCodesOf, refusalOf } from "../support/replies.ts";
import { createTestApp, type TestWorld } from "../support/test-app.ts";
import type { TestClient } from "../support/test-client.ts";
import { fourSessions, makeTrainingScene, MODULE_KEYS, type TrainingScene } from "../support/training-scene.ts";

let world: TestWorld;
let scene: TrainingScene;
let coordinator: TestClient;
beforeAll(async () => {
  world = await createTestApp({ rateLimits: false });
});
afterAll(() => world.close());
beforeEach(async () => {
  scene = await makeTrainingScene(world);
  coordinator = scene.coordinator;
});

const create = async (given: Partial<CurriculumInput> = {}) =>
  expectOk(await coordinator.call("createCurriculum", { body: curriculumInput(given) })).id;
const read = async (id: string) => expectOk(await coordinator.call("readCurriculumDetail", { params: { id } }));
const list = async () => expectOk(await coordinator.call("listCurricula")).items;
const standard = async () => {
  const id = (await list()).find(({ isStandard }) => isStandard)?.id;
  if (id === undefined) throw new Error("The network has no usual curriculum");
  return id;
};
const update = (id: string, body: CurriculumInput) => coordinator.call("updateCurriculum", { params: { id }, body });
/** What is stored, as the form sends it back. */
const asInput = (detail: CurriculumDetail, given: Partial<CurriculumInput> = {}): CurriculumInput => ({
  title: detail.title,
  purpose: detail.purpose,
  topic: detail.topic,
  unitMinutes: detail.unitMinutes,
  minHoursPercent: detail.minHoursPercent,
  validityMonths: detail.validityMonths,
  certificateText: detail.certificateText,
  modules: detail.modules.map(({ position: _, hours, ...module }) => ({
    ...module,
    units: (hours * 60) / detail.unitMinutes,
  })),
  ...given,
});
const courseOf = async (curriculumId: string, moduleKeys: readonly string[], firstDay = "2026-11-10") => {
  const sessions = fourSessions(firstDay)
    .slice(0, moduleKeys.length)
    .map((session, index) => ({ ...session, moduleKey: moduleKeys[index] ?? "" }));
  const body = { title: "Kurs", places: 12, trainerAccountIds: [scene.trainerId], curriculumId, sessions };
  return expectOk(await coordinator.call("createCourse", { body })).id;
};
const logged = async (subjectId: string) =>
  (
    await world.inTenant(scene.network.id, (tx) =>
      tx.select().from(activities).where(eq(activities.subjectId, subjectId)),
    )
  ).map(({ action, facts }) => [action, facts]);

describe("Anna writes a curriculum", () => {
  it("in lessons of 45 minutes, and finds it beside the usual one", async () => {
    const modules = [
      moduleInput("Ankommen", { units: 3, topics: "Wer wir sind" }),
      moduleInput("Sprechen", { language: "ar", compulsory: false, units: 1 }),
    ];
    const id = await create({ title: "Kurs mit Lektionen", unitMinutes: 45, validityMonths: 24, modules });
    expect(await read(id)).toEqual({
      id,
      title: "Kurs mit Lektionen",
      purpose: "course",
      isStandard: false,
      topic: null,
      unitMinutes: 45,
      minHoursPercent: 75,
      validityMonths: 24,
      archived: false,
      coursesAhead: 0,
      certificateText: "",
      retiredModules: [],
      modules: [
        {
          key: "ankommen",
          position: 0,
          title: "Ankommen",
          topics: "Wer wir sind",
          hours: 2.25,
          language: "de",
          compulsory: true,
        },
        { key: "sprechen", position: 1, title: "Sprechen", topics: "", hours: 0.75, language: "ar", compulsory: false },
      ],
    });
    expect((await list()).map(({ title, isStandard }) => [title, isStandard])).toEqual([
      ["Basiskurs für Mentor:innen", true],
      ["Kurs mit Lektionen", false],
    ]);
    expect(await logged(id)).toEqual([["curriculum_created", { modules: 2 }]]);
  });

  it("and is told field by field what is missing", async () => {
    const reply = await coordinator.call("createCurriculum", {
      body: curriculumInput({
        title: " ",
        validityMonths: 0,
        modules: [moduleInput("Eins", { units: 0 }), moduleInput("")],
      }),
    });
    expect(fieldCodesOf(reply)).toEqual({
      title: "required",
      validityMonths: "too_small",
      "modules.0.units": "too_small",
      "modules.1.title": "required",
    });
    expect(
      fieldCodesOf(await coordinator.call("createCurriculum", { body: curriculumInput({ modules: [] }) })),
    ).toEqual({ modules: "required" });
  });

  it("not with two modules of one name, a placeholder nobody knows, or a rule that asks for nothing", async () => {
    const reply = await coordinator.call("createCurriculum", {
      body: curriculumInput({
        certificateText: "{name} war {stunden} da, {namen}!",
        minHoursPercent: 0,
        modules: [moduleInput("Eins", { compulsory: false }), moduleInput("eins", { compulsory: false })],
      }),
    });
    expect(fieldCodesOf(reply)).toEqual({
      "modules.1.title": "duplicate",
      certificateText: "unknown_placeholder",
      minHoursPercent: "nothing_required",
    });
    expect((await list()).length).toBe(1);
  });

  it("not with a module of another curriculum", async () => {
    const modules = [moduleInput("Fremd", { key: "city_administration" })];
    const reply = await coordinator.call("createCurriculum", { body: curriculumInput({ modules }) });
    expect([reply.status, refusalOf(reply)]).toEqual([404, "not_found"]);
  });
});

describe("Anna changes a curriculum", () => {
  it("its words, its rule and the order of its modules, which keep their keys", async () => {
    const id = await standard();
    const input = asInput(await read(id));
    const modules = input.modules.toReversed().map((module, index) => ({ ...module, compulsory: index > 0 }));
    expectOk(await update(id, { ...input, title: "Neuer Basiskurs", minHoursPercent: 90, modules }));
    const changed = await read(id);
    expect(changed).toMatchObject({ title: "Neuer Basiskurs", minHoursPercent: 90, isStandard: true });
    expect(changed.modules.map(({ key, compulsory }) => [key, compulsory])).toEqual([
      ["role_and_limits", false],
      ["intercultural_competence", true],
      ["social_security", true],
      ["city_administration", true],
    ]);
    expect(await logged(id)).toEqual([["curriculum_changed", { modules: 4, takenOut: 0 }]]);
    expect(expectOk(await coordinator.call("readCurriculum")).title).toBe("Neuer Basiskurs");
  });

  it("takes a module out that was held: its sessions keep their title, and it can be taken in again", async () => {
    const id = await standard();
    const course = await scene.course({ firstDay: "2026-09-01" });
    const input = asInput(await read(id));
    expectOk(await update(id, { ...input, modules: input.modules.slice(1) }));
    const { modules, retiredModules } = await read(id);
    expect(modules.map(({ key }) => key)).toEqual(MODULE_KEYS.slice(1));
    expect(retiredModules.map(({ key }) => key)).toEqual(["city_administration"]);
    const roster = expectOk(await scene.trainer.call("readRoster", { params: { id: course } }));
    expect(roster.course.sessions[0]?.moduleTitle).toBe("Aufgaben der Stadtverwaltung für Geflüchtete");
    expectOk(await update(id, input));
    expect((await read(id)).modules).toHaveLength(4);
    const rows = await world.inTenant(scene.network.id, (tx) => tx.select().from(curriculumModules));
    expect(rows.length).toBe(4);
  });

  it("not by taking out a module that a session ahead is planned for", async () => {
    const id = await standard();
    await scene.course();
    const input = asInput(await read(id));
    const reply = await update(id, { ...input, title: "Anders", modules: input.modules.slice(2) });
    expect([reply.status, refusalOf(reply)]).toEqual([409, "module_in_use"]);
    expect(errorOf(reply)).toMatchObject({ facts: { modules: MODULE_KEYS.slice(0, 2).join(","), count: 2 } });
    expect(await read(id)).toMatchObject({ title: input.title, retiredModules: [] });
  });

  it("and once the session is cancelled, nothing stands in the way", async () => {
    const id = await standard();
    const course = await scene.course();
    expectOk(await coordinator.call("cancelCourse", { params: { id: course }, body: { reason: "" } }));
    const input = asInput(await read(id));
    expectOk(await update(id, { ...input, modules: input.modules.slice(2) }));
    expect((await read(id)).retiredModules).toHaveLength(2);
  });

  it("at the moment somebody plans a session of a module, one of the two is told that the other was faster", async () => {
    for (let round = 0; round < 5; round += 1) {
      const id = await create({ modules: [moduleInput("Bleibt"), moduleInput("Geht")] });
      const course = await courseOf(id, ["bleibt"]);
      const input = asInput(await read(id));
      const sessions = fourSessions("2026-12-01").slice(0, 1);
      const plan = {
        title: "Kurs",
        places: 12,
        trainerAccountIds: [],
        sessions: sessions.map((session) => ({ ...session, moduleKey: "geht" })),
      };
      const replies = await Promise.all([
        update(id, { ...input, modules: input.modules.slice(0, 1) }),
        coordinator.call("createCourse", { body: { ...plan, curriculumId: id } }),
        coordinator.call("updateCourse", { params: { id: course }, body: plan }),
      ]);
      const [takenOut, ...planned] = replies.map(({ status }) => status === 200);
      expect(planned).toEqual([takenOut !== true, takenOut !== true]);
    }
  });

  it("and does not turn a course that was run into a top-up", async () => {
    const id = await create();
    expectOk(await update(id, asInput(await read(id), { purpose: "top_up", topic: "digital" })));
    expect(await read(id)).toMatchObject({ purpose: "top_up", topic: "digital" });
    expectOk(await update(id, asInput(await read(id), { purpose: "course", topic: "digital" })));
    expect(await read(id)).toMatchObject({ purpose: "course", topic: null });
    await courseOf(id, ["ankommen"], "2026-09-01");
    const turned = await update(id, asInput(await read(id), { purpose: "top_up" }));
    expect([turned.status, refusalOf(turned)]).toEqual([409, "curriculum_in_use"]);
    const usual = await standard();
    expect(refusalOf(await update(usual, asInput(await read(usual), { purpose: "top_up" })))).toBe(
      "top_up_not_standard",
    );
  });
});

describe("before it is saved, a change says whom it would leave with less", () => {
  it("counts people who are in a course or attended something, and have no certificate yet", async () => {
    const id = await standard();
    const held = await scene.course({ firstDay: "2026-09-01" });
    const ahead = await scene.course();
    const [vera, paul, ida] = [await scene.volunteer(), await scene.volunteer(), await scene.volunteer()];
    for (const { client } of [vera, paul]) expectOk(await client.call("enrolMe", { body: { courseId: ahead } }));
    const { course } = expectOk(await scene.trainer.call("readRoster", { params: { id: held } }));
    for (const [index, { id: sessionId }] of course.sessions.entries()) {
      const marks = [{ volunteerId: ida.id, mark: index === 0 ? ("absent" as const) : ("present" as const) }];
      const guest = await scene.trainer.call("markAttendance", { params: { id: sessionId }, body: { marks } });
      if (guest.status !== 200) break;
    }
    const input = asInput(await read(id));
    const preview = async (body: CurriculumInput) =>
      expectOk(await coordinator.call("previewCurriculum", { params: { id }, body }));
    const unchanged = await preview(input);
    expect(unchanged).toMatchObject({ courses: 1, lackModules: 0, lackHours: 0 });
    expect(unchanged.people).toBeGreaterThanOrEqual(2);
    const trauma = moduleInput("Trauma");
    expect(await preview({ ...input, minHoursPercent: 10, modules: [...input.modules, trauma] })).toMatchObject({
      courses: 1,
      lackModules: unchanged.people,
      lackHours: 0,
    });
    const optional = { ...trauma, units: 8, compulsory: false };
    expect(await preview({ ...input, minHoursPercent: 100, modules: [...input.modules, optional] })).toMatchObject({
      lackModules: 0,
      lackHours: unchanged.people,
    });
    expect(await read(id)).toMatchObject({ minHoursPercent: 75, retiredModules: [] });
  });

  it("and finds mistakes and refuses like saving does", async () => {
    const id = await standard();
    await scene.course();
    const { modules, ...rest } = asInput(await read(id));
    const params = { id };
    const without = { ...rest, modules: modules.slice(1) };
    expect(refusalOf(await coordinator.call("previewCurriculum", { params, body: without }))).toBe("module_in_use");
    const reply = await coordinator.call("previewCurriculum", {
      params: { id },
      body: curriculumInput({ certificateText: "{wer}" }),
    });
    expect(fieldCodesOf(reply)).toEqual({ certificateText: "unknown_placeholder" });
  });
});

describe("the usual curriculum", () => {
  it("is another one from the moment Anna says so; courses on the calendar keep theirs", async () => {
    const before = await standard();
    const course = await scene.course();
    const id = await create();
    expectOk(await coordinator.call("makeCurriculumStandard", { params: { id } }));
    expect((await list()).map((item) => [item.id, item.isStandard, item.coursesAhead])).toEqual([
      [id, true, 0],
      [before, false, 1],
    ]);
    expect(expectOk(await coordinator.call("readCurriculum")).title).toBe("Kurs am Wochenende");
    const detail = expectOk(await coordinator.call("readCourse", { params: { id: course } }));
    expect(detail.course.curriculumTitle).toBe("Basiskurs für Mentor:innen");
    expect(await logged(id)).toContainEqual(["curriculum_made_standard", {}]);
  });

  it("is exactly one, also when two people choose at once", async () => {
    const ids = [await create(), await create(), await create()];
    await Promise.all(ids.map((id) => coordinator.call("makeCurriculumStandard", { params: { id } })));
    const rows = await world.inTenant(scene.network.id, (tx) =>
      tx.select().from(curricula).where(eq(curricula.isStandard, true)),
    );
    expect(rows).toHaveLength(1);
  });

  it("is no top-up and nothing out of the archive", async () => {
    const topUp = await create({ purpose: "top_up", topic: "trauma" });
    const chosen = await coordinator.call("makeCurriculumStandard", { params: { id: topUp } });
    expect([chosen.status, refusalOf(chosen)]).toEqual([422, "top_up_not_standard"]);
    const old = await create();
    expectOk(await coordinator.call("archiveCurriculum", { params: { id: old } }));
    expect(refusalOf(await coordinator.call("makeCurriculumStandard", { params: { id: old } }))).toBe(
      "curriculum_archived",
    );
  });
});

describe("the archive", () => {
  it("takes a curriculum that nobody needs: it plans no course, cannot be changed, and comes back", async () => {
    const id = await create();
    const params = { id };
    expectOk(await coordinator.call("archiveCurriculum", { params }));
    expect(await read(id)).toMatchObject({ archived: true });
    expect(refusalOf(await update(id, curriculumInput()))).toBe("curriculum_archived");
    expect(refusalOf(await coordinator.call("archiveCurriculum", { params }))).toBe("curriculum_archived");
    const body = {
      title: "Kurs",
      places: 5,
      trainerAccountIds: [],
      curriculumId: id,
      sessions: fourSessions("2026-11-10"),
    };
    expect((await coordinator.call("createCourse", { body })).status).toBeGreaterThanOrEqual(400);
    expectOk(await coordinator.call("restoreCurriculum", { params }));
    expectOk(await coordinator.call("restoreCurriculum", { params }));
    expect(await read(id)).toMatchObject({ archived: false });
    expect((await logged(id)).map(([action]) => action)).toEqual([
      "curriculum_created",
      "curriculum_archived",
      "curriculum_restored",
    ]);
  });

  it("does not take the usual one, nor one with a course ahead; a course that is over is no obstacle", async () => {
    const archive = (id: string) => coordinator.call("archiveCurriculum", { params: { id } });
    const usual = await archive(await standard());
    expect([usual.status, refusalOf(usual)]).toEqual([409, "curriculum_in_use"]);
    const [running, over] = [await create(), await create()];
    await courseOf(running, ["ankommen"]);
    await courseOf(over, ["ankommen"], "2026-09-01");
    expect(refusalOf(await archive(running))).toBe("curriculum_in_use");
    expectOk(await archive(over));
  });
});

describe("a copy and an example", () => {
  it("begin as they were written, without what was taken out, and are the network's own", async () => {
    const original = await create({ modules: [moduleInput("Eins"), moduleInput("Zwei"), moduleInput("Drei")] });
    const input = asInput(await read(original));
    expectOk(await update(original, { ...input, modules: input.modules.slice(1), certificateText: "{name}!" }));
    const copied = await coordinator.call("copyCurriculum", { params: { id: original }, body: { title: "Die Kopie" } });
    const copy = await read(expectOk(copied).id);
    expect(copy).toMatchObject({
      title: "Die Kopie",
      certificateText: "{name}!",
      isStandard: false,
      retiredModules: [],
    });
    expect(copy.modules.map(({ title }) => title)).toEqual(["Zwei", "Drei"]);
    expectOk(await update(copy.id, asInput(copy, { title: "Noch anders" })));
    expect((await read(original)).title).toBe("Kurs am Wochenende");
  });

  it("eight modules in 24 lessons are taken over with one click, and offered no more", async () => {
    const { examples } = expectOk(await coordinator.call("listCurricula"));
    expect(examples.map(({ key }) => key)).toEqual(["eight_modules", "trauma", "office_language", "boundaries"]);
    expect(examples[0]).toMatchObject({ unitMinutes: 45, hours: 18 });
    const { id } = expectOk(await coordinator.call("adoptExampleCurriculum", { body: { key: "eight_modules" } }));
    const own = await read(id);
    expect(own).toMatchObject({ purpose: "course", isStandard: false, unitMinutes: 45 });
    expect(own.modules).toHaveLength(8);
    expectOk(await update(id, asInput(own, { title: "Unser großer Kurs" })));
    const after = expectOk(await coordinator.call("listCurricula")).examples;
    expect(after.map(({ key }) => key)).toEqual(["trauma", "office_language", "boundaries"]);
    expect(refusalOf(await coordinator.call("adoptExampleCurriculum", { body: { key: "yoga" } }))).toBe("not_found");
  });
});

describe("other people", () => {
  it("of the network's other provider write along; of another network find nothing; who coordinates nothing is told so", async () => {
    const id = await create();
    const params = { id };
    expect(expectOk(await scene.otherCoordinator.call("readCurriculumDetail", { params })).title).toBe(
      "Kurs am Wochenende",
    );
    expectOk(await scene.otherCoordinator.call("copyCurriculum", { params, body: { title: "Unsere" } }));
    const elsewhere = await makeNetwork(world, {});
    const provider = await makeProvider(world, elsewhere, {});
    const stranger = await signInAs(
      world,
      await makeAccount(world, { network: elsewhere, provider, roles: ["coordinator"] }),
    );
    const foreign = await stranger.call("updateCurriculum", { params, body: curriculumInput() });
    expect([foreign.status, refusalOf(foreign)]).toEqual([404, "not_found"]);
    expect(expectOk(await stranger.call("listCurricula")).items).toEqual([]);
    for (const client of [scene.trainer, (await scene.volunteer()).client]) {
      expect(refusalOf(await client.call("createCurriculum", { body: curriculumInput() }))).toBe("not_permitted");
      expect(refusalOf(await client.call("listCurricula"))).toBe("not_permitted");
    }
    expect(errorOf(await world.anyone().call("suggestTopUps"))).toEqual({ code: "sign_in_required" });
  });
});
