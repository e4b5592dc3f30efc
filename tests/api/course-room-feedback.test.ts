import { sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { z } from "zod";
import { feedbackGiven, sessionFeedbacks } from "@augenhoehe/api/db/schema/course-room";
import { activities, mails } from "@augenhoehe/api/db/schema/platform";
import type { FeedbackFace } from "@augenhoehe/domain";
import { CANARIES, LINE_BREAKERS } from "../support/canaries.ts";
import { courseRoom } from "../support/course-room.ts";
import { expectOk, fieldCodesOf, refusalOf } from "../support/replies.ts";
import { createTestApp, type TestWorld } from "../support/test-app.ts";
import { makeTrainingScene, type TrainingScene } from "../support/training-scene.ts";

let world: TestWorld;
let scene: TrainingScene;
let foreign: TrainingScene;
let room: ReturnType<typeof courseRoom>;

beforeAll(async () => {
  world = await createTestApp({ rateLimits: false });
  scene = await makeTrainingScene(world);
  foreign = await makeTrainingScene(world);
  room = courseRoom(world, scene);
});
afterAll(() => world.close());

/** Two evenings have been, on 20 and 27 October; it is 2 November. */
async function runningCourse(people: number) {
  const courseId = await scene.course({ firstDay: "2026-10-20" });
  const [first, second, third] = (await room.sessionsOf(courseId)).map(({ id }) => id);
  if (first === undefined || second === undefined || third === undefined) throw new Error("Four sessions");
  const participants: Awaited<ReturnType<TrainingScene["volunteer"]>>[] = [];
  for (let person = 0; person < people; person++) {
    const participant = await scene.volunteer();
    await room.place(courseId, participant.id);
    for (const session of [first, second]) await room.mark(session, participant.id, "present");
    participants.push(participant);
  }
  const at = (index: number) => {
    const participant = participants[index];
    if (participant === undefined) throw new Error("Not so many people");
    return participant;
  };
  const answer = (index: number, sessionId: string, face: FeedbackFace = "good", sentence: string | null = null) =>
    at(index).client.call("giveFeedback", { params: { id: sessionId }, body: { face, sentence } });
  const read = async (client = scene.trainer) =>
    expectOk(await client.call("readCourseFeedback", { params: { id: courseId } }));
  return { courseId, first, second, third, at, answer, read };
}

const storedFor = (sessionId: string) =>
  world.inTenant(scene.network.id, (tx) =>
    tx
      .select()
      .from(sessionFeedbacks)
      .where(sql`session_id = ${sessionId}`),
  );

describe("after an evening", () => {
  it("each who was there answers once; the trainer reads five together and nothing of four", async () => {
    const course = await runningCourse(6);
    for (const index of [0, 1, 2, 3]) {
      expectOk(await course.answer(index, course.first, "good", `Satz ${index}`));
      const seen = await course.read();
      expect(seen.total).toBeNull();
      expect(seen.sessions[0]).toMatchObject({ shown: null, isOpen: true });
      expect(JSON.stringify(seen)).not.toContain("Satz");
    }
    expectOk(await course.answer(4, course.first, "not_good"));
    const seen = await course.read();
    expect(seen.sessions[0]?.shown).toMatchObject({ answers: 5, faces: { good: 4, all_right: 0, not_good: 1 } });
    expect(new Set(seen.sessions[0]?.shown?.sentences)).toEqual(new Set(["Satz 0", "Satz 1", "Satz 2", "Satz 3"]));
    expect(seen.sessions[1]?.shown).toBeNull();
    expect(seen.total?.answers).toBe(5);
    expect(await course.read(scene.coordinator)).toEqual(seen);
  });

  it("the sixth changes nothing that can be seen; the tenth brings five more at once", async () => {
    const course = await runningCourse(10);
    for (let index = 0; index < 5; index++) expectOk(await course.answer(index, course.first));
    const five = await course.read();
    for (let index = 5; index < 9; index++) {
      expectOk(await course.answer(index, course.first, "not_good", "Ich war die Sechste"));
      expect(await course.read()).toEqual(five);
    }
    expectOk(await course.answer(9, course.first, "not_good"));
    expect((await course.read()).sessions[0]?.shown).toMatchObject({
      answers: 10,
      faces: { good: 5, all_right: 0, not_good: 5 },
    });
  });

  it("what no evening could show alone is read together once nobody can answer any more, and never added to", async () => {
    const course = await runningCourse(3);
    for (const index of [0, 1, 2]) {
      expectOk(await course.answer(index, course.first, "good", "Erster Abend"));
      expectOk(await course.answer(index, course.second, "all_right", "Zweiter Abend"));
    }
    expect((await course.read()).leftOver).toBeNull();
    await world.inTenant(scene.network.id, (tx) =>
      tx.execute(sql`update course_sessions set starts_at = starts_at - interval '60 days',
        ends_at = ends_at - interval '60 days' where course_id = ${course.courseId}`),
    );
    const seen = await course.read();
    expect(seen.sessions.every(({ shown, isOpen }) => shown === null && !isOpen)).toBe(true);
    expect(seen.leftOver).toMatchObject({ answers: 6, faces: { good: 3, all_right: 3, not_good: 0 } });
    expect(seen.total?.answers).toBe(6);
    // Somebody plans one more evening into the course that was over, for one person.
    await world.inTenant(scene.network.id, (tx) =>
      tx.execute(sql`update course_sessions set starts_at = ${"2026-11-01T17:00:00Z"}::timestamptz,
        ends_at = ${"2026-11-01T19:00:00Z"}::timestamptz where id = ${course.third}`),
    );
    await room.mark(course.third, course.at(0).id, "present");
    expectOk(await course.answer(0, course.third, "not_good"));
    const later = await course.read();
    expect(later.leftOver).toEqual(seen.leftOver);
    expect(later.total).toEqual(seen.total);
  });

  it("sentences come in an order that is not the order of answering", async () => {
    const orders = new Set<string>();
    for (let round = 0; round < 4; round++) {
      const course = await runningCourse(5);
      for (let index = 0; index < 5; index++)
        expectOk(await course.answer(index, course.first, "good", `Satz ${index}`));
      orders.add((await course.read()).sessions[0]?.shown?.sentences.join() ?? "");
    }
    expect(orders.size).toBeGreaterThan(1);
  });
});

describe("nobody can work out who said what", () => {
  it("an answer carries no person, no time and nothing that is also on the list of who answered", async () => {
    const columns = await world.inTenant(scene.network.id, async (tx) => {
      const { rows } = await tx.execute(sql`select table_name, column_name from information_schema.columns
        where table_name in ('session_feedbacks', 'feedback_given') order by table_name, column_name`);
      return z.array(z.object({ table_name: z.string(), column_name: z.string() })).parse(rows);
    });
    const of = (table: string) =>
      columns.flatMap(({ table_name, column_name }) => (table_name === table ? [column_name] : []));
    expect(of("session_feedbacks")).toEqual(["face", "id", "network_id", "sentence", "session_id", "shown_with"]);
    expect(of("feedback_given")).toEqual(["network_id", "session_id", "volunteer_id"]);
  });

  it("neither the order of rows nor the transaction that wrote them leads from a person to an answer", async () => {
    const course = await runningCourse(4);
    for (const index of [0, 1, 2, 3]) expectOk(await course.answer(index, course.first, "good", `Satz ${index}`));
    const { answers, given } = await world.inTenant(scene.network.id, async (tx) => {
      const Row = z.array(z.object({ id: z.string(), xmin: z.string() }));
      const from = async (table: "session_feedbacks" | "feedback_given") => {
        const id = table === "session_feedbacks" ? sql`id` : sql`volunteer_id as id`;
        const { rows } = await tx.execute(
          sql`select ${id}, xmin::text from ${sql.identifier(table)} where session_id = ${course.first} order by ctid`,
        );
        return Row.parse(rows);
      };
      return { answers: await from("session_feedbacks"), given: await from("feedback_given") };
    });
    expect(new Set(given.map(({ xmin }) => xmin)).size).toBe(4);
    expect(new Set(answers.map(({ xmin }) => xmin)).size).toBe(1);
    const ids = answers.map(({ id }) => id);
    expect(ids).toEqual(ids.toSorted());
  });

  it("nothing is written to the log and no mail is sent, so that nobody reads who answered when", async () => {
    const counted = () =>
      world.inTenant(scene.network.id, async (tx) => [await tx.$count(activities), await tx.$count(mails)]);
    const course = await runningCourse(1);
    const before = await counted();
    expectOk(await course.answer(0, course.first, "not_good", "Zu schnell"));
    expect(await counted()).toEqual(before);
  });

  it("what somebody downloads about themselves says that they answered, and not what", async () => {
    const course = await runningCourse(1);
    expectOk(await course.answer(0, course.first, "not_good", "Zu schnell für mich"));
    const { raw } = await course.at(0).client.call("downloadMyData");
    expect(raw.payload).not.toContain("Zu schnell");
    const { feedbackGiven: own } = z.object({ feedbackGiven: z.array(z.unknown()) }).parse(raw.json());
    expect(own).toEqual([{ module: "city_administration", startsAt: "2026-10-20T16:00:00.000Z" }]);
  });

  it("pressing twice at once gives one answer", async () => {
    const course = await runningCourse(2);
    const replies = await Promise.all(Array.from({ length: 12 }, () => course.answer(0, course.first)));
    expect(replies.filter(({ status }) => status === 200)).toHaveLength(1);
    const refused = replies.filter(({ status }) => status !== 200).map(refusalOf);
    expect(new Set(refused)).toEqual(new Set(["feedback_given_already"]));
    expect(await storedFor(course.first)).toHaveLength(1);
  });

  it("many at once are counted right: groups of five and the rest held back", async () => {
    const course = await runningCourse(12);
    const replies = await Promise.all(Array.from({ length: 12 }, (_, index) => course.answer(index, course.first)));
    replies.forEach(expectOk);
    const stored = await storedFor(course.first);
    expect(stored).toHaveLength(12);
    expect(stored.filter(({ shownWith }) => shownWith === null)).toHaveLength(2);
    expect((await course.read()).sessions[0]?.shown?.answers).toBe(10);
  });

  it("an answer stays when the person is erased, and that they answered is erased with them", async () => {
    const course = await runningCourse(1);
    expectOk(await course.answer(0, course.first));
    const { id } = course.at(0);
    await world.inTenant(scene.network.id, async (tx) => {
      await tx.execute(
        sql`delete from sessions where account_id in (select id from accounts where volunteer_id = ${id})`,
      );
      await tx.execute(sql`delete from accounts where volunteer_id = ${id}`);
      await tx.execute(sql`delete from volunteers where id = ${id}`);
    });
    expect(await storedFor(course.first)).toHaveLength(1);
    const left = await world.inTenant(scene.network.id, (tx) =>
      tx
        .select()
        .from(feedbackGiven)
        .where(sql`session_id = ${course.first}`),
    );
    expect(left).toEqual([]);
  });
});

describe("an answer that is not taken", () => {
  it("a second one, one before the end, one after four weeks, one of somebody who was not there", async () => {
    const course = await runningCourse(1);
    expectOk(await course.answer(0, course.first));
    expect(refusalOf(await course.answer(0, course.first))).toBe("feedback_given_already");
    expect(refusalOf(await course.answer(0, course.third))).toBe("feedback_not_open");
    const absent = await scene.volunteer();
    await room.place(course.courseId, absent.id);
    await room.mark(course.first, absent.id, "absent");
    const stranger = await scene.volunteer();
    for (const { client } of [absent, stranger]) {
      const reply = await client.call("giveFeedback", {
        params: { id: course.first },
        body: { face: "good", sentence: null },
      });
      expect(refusalOf(reply)).toBe("feedback_not_attended");
    }
    const past = await scene.course({ firstDay: "2026-09-01" });
    const [long] = await room.sessionsOf(past);
    await room.mark(long?.id ?? "", course.at(0).id, "present");
    expect(refusalOf(await course.answer(0, long?.id ?? ""))).toBe("feedback_not_open");
  });

  it("a guest who was there is asked too", async () => {
    const course = await runningCourse(1);
    const guest = await scene.volunteer();
    await room.mark(course.first, guest.id, "present", true);
    const params = { id: course.first };
    expectOk(await guest.client.call("giveFeedback", { params, body: { face: "good", sentence: "Danke" } }));
    const mine = expectOk(await guest.client.call("readMyCourse", { params: { id: course.courseId } }));
    expect(mine.sessions.map(({ feedback }) => feedback)).toEqual(["given", "not_attended", "ahead", "ahead"]);
  });

  it("one without a face, too long, or in several lines is told at the field", async () => {
    const course = await runningCourse(1);
    const send = (body: unknown) =>
      course.at(0).client.callUnchecked("giveFeedback", { params: { id: course.first }, body });
    expect(fieldCodesOf(await send({ sentence: null }))).toEqual({ face: "required" });
    expect(fieldCodesOf(await send({ face: "good", sentence: "x".repeat(281) }))).toEqual({ sentence: "too_long" });
    for (const sentence of LINE_BREAKERS) {
      expect(fieldCodesOf(await send({ face: "good", sentence })), JSON.stringify(sentence)).toEqual({
        sentence: "invalid_format",
      });
    }
    expect(await storedFor(course.first)).toEqual([]);
  });

  it("what somebody writes is kept as they wrote it", async () => {
    const sentences = Object.values(CANARIES);
    const course = await runningCourse(10);
    for (let index = 0; index < 10; index++) {
      expectOk(await course.answer(index, course.first, "good", sentences[index] ?? null));
    }
    expect(new Set((await course.read()).total?.sentences)).toEqual(new Set(sentences));
  });

  it("another network's session is not there; other trainers and providers read nothing", async () => {
    const course = await runningCourse(1);
    const elsewhere = await foreign.volunteer();
    const body = { face: "good" as const, sentence: null };
    const params = { id: course.first };
    expect(refusalOf(await elsewhere.client.call("giveFeedback", { params, body }))).toBe("not_found");
    const of = { params: { id: course.courseId } };
    for (const client of [scene.stranger, foreign.trainer, foreign.coordinator]) {
      expect(refusalOf(await client.call("readCourseFeedback", of))).toBe("not_found");
    }
    expect(refusalOf(await scene.otherCoordinator.call("readCourseFeedback", of))).toBe("not_permitted");
    expect((await course.at(0).client.call("readCourseFeedback", of)).status).toBe(403);
    expect((await scene.trainer.call("giveFeedback", { params, body })).status).toBe(403);
    expect((await world.anyone().call("giveFeedback", { params, body })).status).toBe(401);
  });
});
