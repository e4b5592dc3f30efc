import ICAL from "ical.js";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { expectOk, refusalOf } from "../support/replies.ts";
import type { TestClient } from "../support/test-client.ts";
import { createTestApp, type TestWorld } from "../support/test-app.ts";
import { fourSessions, makeTrainingScene, type TrainingScene } from "../support/training-scene.ts";

describe("the dates of a course in a calendar", () => {
  let world: TestWorld;
  let scene: TrainingScene;

  beforeAll(async () => {
    world = await createTestApp();
    scene = await makeTrainingScene(world);
  });
  afterAll(() => world.close());

  const download = (client: TestClient, id: string) => client.call("downloadCourseCalendar", { params: { id } });
  async function read(client: TestClient, id: string) {
    const { raw } = await download(client, id);
    expect([raw.statusCode, raw.headers["content-type"]]).toEqual([200, "text/calendar; charset=utf-8"]);
    const calendar = ICAL.Component.fromString(raw.payload);
    const entries = calendar.getAllSubcomponents("vevent").map((component) => {
      const event = new ICAL.Event(component);
      return {
        uid: event.uid,
        sequence: event.sequence,
        status: component.getFirstPropertyValue("status"),
        summary: event.summary,
        location: event.location,
        startsAt: event.startDate.toJSDate().toISOString(),
        endsAt: event.endDate.toJSDate().toISOString(),
      };
    });
    return { name: calendar.getFirstPropertyValue("x-wr-calname"), entries };
  }

  it("stand as four entries in UTC, with module, place and the network's name", async () => {
    const id = await scene.course({ title: "Grundkurs; neu, (mit Komma)" });
    const vera = await scene.volunteer();
    const { name, entries } = await read(vera.client, id);
    expect(name).toBe("IM-Netzwerk Musterstadt");
    expect(entries).toHaveLength(4);
    expect(entries[0]).toMatchObject({
      sequence: 0,
      status: "CONFIRMED",
      summary: "Grundkurs; neu, (mit Komma): Aufgaben der Stadtverwaltung für Geflüchtete",
      location: "Haus der Begegnung, Raum 2",
      startsAt: "2026-11-10T17:00:00.000Z",
      endsAt: "2026-11-10T19:00:00.000Z",
    });
  });

  it("update the entry a calendar already has: same UID, higher SEQUENCE, cancelled ones say so", async () => {
    const id = await scene.course({ title: "Verlegt" });
    const vera = await scene.volunteer();
    const before = (await read(vera.client, id)).entries;
    const { course } = expectOk(await scene.coordinator.call("readRoster", { params: { id } }));
    const sessions = fourSessions("2026-11-10")
      .map((session, index) => ({ ...session, id: course.sessions[index]?.id ?? null }))
      .map((session, index) => (index === 1 ? { ...session, startsAt: "2026-11-18T19:30" } : session))
      .slice(0, 3);
    const body = { title: "Verlegt", places: 12, trainerAccountIds: [scene.trainerId], sessions };
    expectOk(await scene.coordinator.call("updateCourse", { params: { id }, body }));

    const after = (await read(vera.client, id)).entries;
    expect(after.map(({ uid }) => uid).sort()).toEqual(before.map(({ uid }) => uid).sort());
    const states = after.map(({ sequence, status, startsAt }) => [sequence, status, startsAt]);
    expect(states).toEqual([
      [0, "CONFIRMED", "2026-11-10T17:00:00.000Z"],
      [1, "CONFIRMED", "2026-11-18T18:30:00.000Z"],
      [0, "CONFIRMED", "2026-11-24T17:00:00.000Z"],
      [1, "CANCELLED", "2026-12-01T17:00:00.000Z"],
    ]);
  });

  it("are there for the course's trainer and for volunteers who see the course, and for nobody else", async () => {
    const id = await scene.course();
    const over = await scene.course({ firstDay: "2026-09-01" });
    const elsewhere = await makeTrainingScene(world);
    const vera = await scene.volunteer();
    expect((await download(scene.trainer, id)).status).toBe(200);
    expect(refusalOf(await download(scene.stranger, id))).toBe("not_found");
    expect(refusalOf(await download(vera.client, over))).toBe("not_found");
    expect(refusalOf(await download((await elsewhere.volunteer()).client, id))).toBe("not_found");
    expect((await download(world.anyone(), id)).status).toBe(401);
  });
});
