import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { chooseTransport } from "@augenhoehe/api/mail/transport";
import { startMailServer, type MailServer, type ReceivedMail } from "../support/mail-server.ts";
import { readCalendar } from "../support/read-calendar.ts";
import { runDueReminders } from "../support/reminder-jobs.ts";
import { expectOk } from "../support/replies.ts";
import { createTestApp, type TestWorld } from "../support/test-app.ts";
import { makeTrainingScene, sessionIdsOf, type TrainingScene } from "../support/training-scene.ts";

describe("mails as a mail server receives them", () => {
  let world: TestWorld;
  let scene: TrainingScene;
  let server: MailServer;
  beforeAll(async () => {
    world = await createTestApp({ rateLimits: false });
    scene = await makeTrainingScene(world);
    server = await startMailServer();
  });
  afterAll(async () => {
    await server.close();
    await world.close();
  });

  /** What this person was sent since the last time, over the wire. */
  async function receive(email: string | null): Promise<ReceivedMail[]> {
    await world.mailbox.deliver();
    const mails = world.mailbox.to(email ?? "");
    const settings = { smtpUrl: server.url, mailFrom: "no-reply@netz.example", demo: false };
    const transport = chooseTransport(settings, () => undefined);
    server.received.length = 0;
    for (const mail of mails.splice(seen.get(email ?? "") ?? 0)) await transport.send(mail);
    seen.set(email ?? "", (seen.get(email ?? "") ?? 0) + server.received.length);
    transport.close();
    return [...server.received];
  }
  const seen = new Map<string, number>();

  function filesOf(mail: ReceivedMail | undefined) {
    return (mail?.parsed.attachments ?? []).map(({ filename, mimeType, content }) => {
      const text = typeof content === "string" ? content : new TextDecoder().decode(content);
      const { method, entries } = readCalendar(text);
      return {
        filename,
        mimeType,
        method,
        entries: entries.map(({ sequence, status, startsAt }) => [sequence, status, startsAt]),
      };
    });
  }

  it("bring the dates of a place, then the one that is cancelled, then all that are left", async () => {
    const courseId = await scene.course();
    const vera = await scene.volunteer();
    expectOk(await vera.client.call("enrolMe", { body: { courseId } }));
    const [enrolled] = await receive(vera.email);
    expect(enrolled?.source).toMatch(
      /Content-Type: text\/calendar; charset=utf-8; method=PUBLISH;\s+name=termine\.ics/i,
    );
    expect(filesOf(enrolled)).toEqual([
      {
        filename: "termine.ics",
        mimeType: "text/calendar",
        method: "PUBLISH",
        entries: [
          [0, "CONFIRMED", "2026-11-10T17:00:00.000Z"],
          [0, "CONFIRMED", "2026-11-17T17:00:00.000Z"],
          [0, "CONFIRMED", "2026-11-24T17:00:00.000Z"],
          [0, "CONFIRMED", "2026-12-01T17:00:00.000Z"],
        ],
      },
    ]);
    const [first = ""] = await sessionIdsOf(scene.trainer, courseId);
    expectOk(await scene.coordinator.call("cancelSession", { params: { id: first }, body: { reason: "" } }));
    expect(filesOf((await receive(vera.email))[0])).toEqual([
      {
        filename: "abgesagt.ics",
        mimeType: "text/calendar",
        method: "CANCEL",
        entries: [[1, "CANCELLED", "2026-11-10T17:00:00.000Z"]],
      },
    ]);
    world.clock.advance({ minutes: 1 });
    expectOk(await scene.coordinator.call("cancelCourse", { params: { id: courseId }, body: { reason: "" } }));
    const [cancelled] = filesOf((await receive(vera.email))[0]);
    expect(cancelled).toMatchObject({ method: "CANCEL" });
    expect(cancelled?.entries.map(([sequence, status]) => [sequence, status])).toEqual(Array(3).fill([1, "CANCELLED"]));
  });

  it("of somebody whom the coordination takes out of a course take the dates out; waiting brings none", async () => {
    const courseId = await scene.course({ places: 1 });
    const [vera, nadia] = [await scene.volunteer(), await scene.volunteer({ firstName: "Nadia" })];
    expectOk(await vera.client.call("enrolMe", { body: { courseId } }));
    expectOk(await nadia.client.call("enrolMe", { body: { courseId } }));
    expect(filesOf((await receive(nadia.email))[0])).toEqual([]);
    await receive(vera.email);
    expectOk(await scene.coordinator.call("cancelEnrolment", { params: { id: courseId, volunteerId: vera.id } }));
    const [file, ...more] = filesOf((await receive(vera.email))[0]);
    expect([file?.filename, file?.entries.length, more]).toEqual(["abgesagt.ics", 4, []]);
  });

  it("that remind say in their headers how to stop them, by one click", async () => {
    const courseId = await scene.course();
    const vera = await scene.volunteer();
    expectOk(await vera.client.call("enrolMe", { body: { courseId } }));
    expect((await receive(vera.email))[0]?.source).not.toContain("List-Unsubscribe");
    world.clock.now = new Date("2026-11-09T17:01:00Z");
    await runDueReminders(world);
    const [mail] = await receive(vera.email);
    const header = (name: string) => mail?.parsed.headers.find(({ key }) => key === name)?.value;
    const stopUrl = /^<(http:\/\/localhost:3000\/erinnerungen\/[\w-]{43})>$/.exec(
      header("list-unsubscribe") ?? "",
    )?.[1];
    expect(stopUrl).toBeDefined();
    expect(header("list-unsubscribe-post")).toBe("List-Unsubscribe=One-Click");
    expect(mail?.parsed.text).toContain(stopUrl);
    expect(mail?.parsed.html).toContain(`href="${stopUrl}"`);
    expect(header("auto-submitted")).toBe("auto-generated");
  });
});
