import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { activities } from "@augenhoehe/api/db/schema/platform";
import { materialFiles, moduleMaterials } from "@augenhoehe/api/db/schema/course-room";
import { CANARIES } from "../support/canaries.ts";
import { addFile, courseRoom, FIRST_MODULE, sent } from "../support/course-room.ts";
import { largePdf, pdfFile, pngFile } from "../support/material-files.ts";
import { errorOf, expectOk, fieldCodesOf, refusalOf } from "../support/replies.ts";
import { createTestApp, type TestWorld } from "../support/test-app.ts";
import { makeTrainingScene, type TrainingScene } from "../support/training-scene.ts";

const MEGABYTE = 1024 * 1024;

let world: TestWorld;
let scene: TrainingScene;
let foreign: TrainingScene;
let room: ReturnType<typeof courseRoom>;
let courseId: string;
let params: { id: string };

beforeAll(async () => {
  world = await createTestApp({ rateLimits: false });
  scene = await makeTrainingScene(world);
  foreign = await makeTrainingScene(world);
  room = courseRoom(world, scene);
});
afterAll(() => world.close());
beforeEach(async () => {
  courseId = await scene.course();
  params = { id: courseId };
});

const rows = () => world.inTenant(scene.network.id, (tx) => tx.select().from(moduleMaterials));
const files = () => world.inTenant(scene.network.id, (tx) => tx.select().from(materialFiles));
const add = (body: { moduleKey?: string; fileName?: string; content?: Buffer }, by = scene.trainer) =>
  by.call("addMaterial", {
    params,
    body: {
      moduleKey: body.moduleKey ?? FIRST_MODULE,
      ...sent(body.fileName ?? "Merkblatt.pdf", body.content ?? pdfFile()),
    },
  });

describe("the trainer's files", () => {
  it("are kept beside their module, and the log says who put them there without naming them", async () => {
    const id = await addFile(scene.trainer, courseId, pdfFile(), { fileName: "../Ämter & Wege.PDF" });
    const list = expectOk(await scene.trainer.call("listMaterials", { params }));
    expect(list.placesLeft).toBe(39);
    expect(list.modules.map(({ key, materials }) => [key, materials.length])).toEqual([
      [FIRST_MODULE, 1],
      ["social_security", 0],
      ["intercultural_competence", 0],
      ["role_and_limits", 0],
    ]);
    expect(list.modules[0]?.materials).toEqual([
      {
        id,
        moduleKey: FIRST_MODULE,
        fileName: "Ämter & Wege.pdf",
        contentType: "application/pdf",
        sizeBytes: pdfFile().length,
        uploadedAt: world.clock.now.toISOString(),
      },
    ]);
    const own = (await rows()).find((row) => row.id === id);
    expect(own).toMatchObject({ courseId, uploadedBy: scene.trainerId });
    expect((await files()).find(({ materialId }) => materialId === id)?.bytes.equals(pdfFile())).toBe(true);
    const log = await world.inTenant(scene.network.id, (tx) => tx.select().from(activities));
    const line = log.find(({ action, subjectId }) => action === "material_added" && subjectId === courseId);
    expect(line?.facts).toEqual({ materialId: id, sizeBytes: pdfFile().length });
  });

  it("are replaced under the same address and deleted with their bytes, by the coordination too", async () => {
    const id = await addFile(scene.trainer, courseId, pdfFile());
    const newer = sent("Plan.png", pngFile());
    expectOk(await scene.coordinator.call("replaceMaterial", { params: { id }, body: newer }));
    expect((await rows()).find((row) => row.id === id)).toMatchObject({
      fileName: "Plan.png",
      contentType: "image/png",
      sizeBytes: pngFile().length,
    });
    expect((await files()).find(({ materialId }) => materialId === id)?.bytes.equals(pngFile())).toBe(true);
    expectOk(await scene.trainer.call("deleteMaterial", { params: { id } }));
    expect((await rows()).some((row) => row.id === id)).toBe(false);
    expect((await files()).some(({ materialId }) => materialId === id)).toBe(false);
    expect(refusalOf(await scene.trainer.call("downloadMaterial", { params: { id } }))).toBe("not_found");
    expect(refusalOf(await scene.trainer.call("deleteMaterial", { params: { id } }))).toBe("not_found");
    expect(refusalOf(await scene.trainer.call("replaceMaterial", { params: { id }, body: newer }))).toBe("not_found");
  });

  it("may have ten megabytes and not one byte more", async () => {
    const largest = largePdf(10 * MEGABYTE);
    const { id } = expectOk(await add({ content: largest }));
    const reply = await scene.trainer.call("downloadMaterial", { params: { id } });
    expect(reply.raw.rawPayload.equals(largest)).toBe(true);
    const tooLarge = await add({ content: Buffer.concat([largest, Buffer.from("\n")]) });
    expect(errorOf(tooLarge)).toEqual({
      code: "refused",
      refusal: "material_too_large",
      facts: { limit: 10 * MEGABYTE },
    });
    expect(errorOf(await add({ content: Buffer.alloc(16 * MEGABYTE) })).code).toBe("body_too_large");
  });

  it("that are no files for a course are refused with the reason", async () => {
    const faultOf = async (fileName: string, content: Buffer) => {
      const error = errorOf(await add({ fileName, content }));
      return error.code === "refused" ? [error.refusal, error.facts?.["fault"]] : error;
    };
    const refused = (fault: string) => ["material_type_not_allowed", fault];
    expect(await faultOf("bild.pdf.exe", pdfFile())).toEqual(refused("ending"));
    expect(await faultOf("seite.html", Buffer.from("<p>"))).toEqual(refused("ending"));
    expect(await faultOf("bild.png", pdfFile())).toEqual(refused("content"));
    expect(await faultOf("makro.pdf", pdfFile("/OpenAction << /S /JavaScript >>"))).toEqual(refused("active"));
    expect(await faultOf("geheim.pdf", pdfFile("/Encrypt 9 0 R"))).toEqual(refused("locked"));
    expect((await rows()).filter((row) => row.courseId === courseId)).toEqual([]);
  });

  it("are forty at most, however many are sent at once", async () => {
    for (let file = 0; file < 37; file++) await addFile(scene.trainer, courseId, pdfFile());
    const replies = await Promise.all(Array.from({ length: 8 }, () => add({})));
    expect(replies.filter(({ status }) => status === 200)).toHaveLength(3);
    const refused = replies.filter(({ status }) => status !== 200);
    expect(new Set(refused.map(refusalOf))).toEqual(new Set(["material_too_many"]));
    expect((await rows()).filter((row) => row.courseId === courseId)).toHaveLength(40);
    expect(expectOk(await scene.trainer.call("listMaterials", { params })).placesLeft).toBe(0);
  });

  it("need a module that the course has, and a content", async () => {
    expect(fieldCodesOf(await add({ moduleKey: "yoga" }))).toEqual({ moduleKey: "invalid_choice" });
    expect(fieldCodesOf(await add({ content: Buffer.alloc(0) }))).toEqual({ contentBase64: "required" });
    expect(fieldCodesOf(await add({ fileName: `${"x".repeat(400)}.pdf` }))).toEqual({ fileName: "too_long" });
  });

  it("of a trainer without this course, of another provider or network: nothing there to see or change", async () => {
    const id = await addFile(scene.trainer, courseId, pdfFile());
    const of = (client: typeof scene.trainer) => [
      client.call("listMaterials", { params }),
      client.call("addMaterial", { params, body: { moduleKey: FIRST_MODULE, ...sent("a.pdf", pdfFile()) } }),
      client.call("replaceMaterial", { params: { id }, body: sent("a.pdf", pdfFile()) }),
      client.call("deleteMaterial", { params: { id } }),
      client.call("downloadMaterial", { params: { id } }),
    ];
    const answers = async (client: typeof scene.trainer) => (await Promise.all(of(client))).map(refusalOf);
    const nothing = Array.from({ length: 5 }, () => "not_found");
    expect(await answers(scene.stranger)).toEqual(nothing);
    expect(await answers(foreign.trainer)).toEqual(nothing);
    expect(await answers(foreign.coordinator)).toEqual(nothing);
    // The course itself is no secret to the coordinators of the network.
    const others = ["not_permitted", "not_permitted", "not_permitted", "not_permitted", "not_found"];
    expect(await answers(scene.otherCoordinator)).toEqual(others);
    expect((await rows()).some((row) => row.id === id)).toBe(true);
  });
});

describe("a file on its way to participants", () => {
  it("is always saved and never shown, under its name in every script", async () => {
    const ida = await scene.volunteer();
    await room.place(courseId, ida.id);
    const id = await addFile(scene.trainer, courseId, pdfFile(), { fileName: "ملف الدورة (1).pdf" });
    const { raw } = await ida.client.call("downloadMaterial", { params: { id } });
    expect(raw.statusCode).toBe(200);
    expect(raw.rawPayload.equals(pdfFile())).toBe(true);
    expect(raw.headers).toMatchObject({
      "content-type": "application/pdf",
      "x-content-type-options": "nosniff",
      "cache-control": "no-store",
      "cross-origin-resource-policy": "same-origin",
    });
    expect(raw.headers["content-security-policy"]).toMatch(/^sandbox; default-src 'none'/);
    const name = encodeURIComponent("ملف الدورة (1).pdf").replace(/[()]/g, (sign) => (sign === "(" ? "%28" : "%29"));
    expect(raw.headers["content-disposition"]).toMatch(/^attachment; filename="[\w.-]+\.pdf"; filename\*=UTF-8''/);
    expect(raw.headers["content-disposition"]).toContain(`filename*=UTF-8''${name}`);
  });

  it.each(Object.entries(CANARIES))("has a harmless name, whatever was sent (%s)", async (_, canary) => {
    const id = await addFile(scene.trainer, courseId, pdfFile(), { fileName: `${canary}.pdf` });
    const { raw } = await scene.trainer.call("downloadMaterial", { params: { id } });
    const header = String(raw.headers["content-disposition"]);
    expect(header).toMatch(/^attachment; filename="[\w.-]+"; filename\*=UTF-8''[\w.~%!-]+$/);
    const shown = expectOk(await scene.trainer.call("listMaterials", { params })).modules[0]?.materials[0]?.fileName;
    expect(shown).not.toMatch(/[<>"|?*/\\\p{Cc}\p{Cf}]/u);
    expect(shown).toMatch(/\.pdf$/);
  });

  it("reaches who has a place: every module, and not before", async () => {
    const other = { fileName: "Rollen.pdf", moduleKey: "role_and_limits" };
    const first = await addFile(scene.trainer, courseId, pdfFile());
    const last = await addFile(scene.trainer, courseId, pdfFile(), other);
    const statusFor = async (status: "enrolled" | "offered" | "waiting" | "cancelled" | null) => {
      const { id, client } = await scene.volunteer();
      if (status !== null) await room.place(courseId, id, status);
      const replies = [first, last].map((file) => client.call("downloadMaterial", { params: { id: file } }));
      return (await Promise.all(replies)).map((reply) => reply.status);
    };
    expect(await statusFor("enrolled")).toEqual([200, 200]);
    for (const status of ["offered", "waiting", "cancelled", null] as const) {
      expect(await statusFor(status), status ?? "nobody").toEqual([404, 404]);
    }
  });

  it("reaches a guest for the module they come for, and no other", async () => {
    const first = await addFile(scene.trainer, courseId, pdfFile());
    const last = await addFile(scene.trainer, courseId, pdfFile(), { moduleKey: "role_and_limits" });
    const sessions = await room.sessionsOf(courseId);
    const guest = await scene.volunteer();
    await room.book(sessions[3]?.id ?? "", guest.id, "guest");
    const get = (id: string, { client } = guest) => client.call("downloadMaterial", { params: { id } });
    expect((await get(last)).status).toBe(200);
    expect(refusalOf(await get(first))).toBe("not_found");
    const mine = expectOk(await guest.client.call("readMyCourse", { params }));
    expect(mine.enrolled).toBe(false);
    expect(mine.materials.map(({ id }) => id)).toEqual([last]);
    expect(mine.sessions.map(({ booking }) => booking)).toEqual([null, null, null, "guest"]);
    const elsewhere = await foreign.volunteer();
    expect(refusalOf(await get(last, elsewhere))).toBe("not_found");
    expect(refusalOf(await elsewhere.client.call("readMyCourse", { params }))).toBe("not_found");
  });

  it("a course one has nothing to do with has no page; nobody reads without signing in", async () => {
    const stranger = await scene.volunteer();
    expect(refusalOf(await stranger.client.call("readMyCourse", { params }))).toBe("not_found");
    const id = await addFile(scene.trainer, courseId, pdfFile());
    expect((await world.anyone().call("downloadMaterial", { params: { id } })).status).toBe(401);
    expect((await scene.trainer.call("readMyCourse", { params })).status).toBe(403);
    expect((await stranger.client.callUnchecked("addMaterial", { params, body: {} })).status).toBe(403);
  });

  it("the trainer has it until ninety days after the course, participants keep it", async () => {
    const ida = await scene.volunteer();
    const past = await scene.course({ firstDay: "2026-07-01" });
    await room.place(past, ida.id);
    const id = await addFile(scene.coordinator, past, pdfFile());
    const of = { params: { id: past } };
    expect(refusalOf(await scene.trainer.call("downloadMaterial", { params: { id } }))).toBe("not_found");
    expect(refusalOf(await scene.trainer.call("listMaterials", of))).toBe("not_found");
    expect((await ida.client.call("downloadMaterial", { params: { id } })).status).toBe(200);
    expectOk(await scene.coordinator.call("listMaterials", of));
  });
});
