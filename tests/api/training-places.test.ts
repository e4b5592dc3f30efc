import { randomUUID } from "node:crypto";
import { asc, eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { volunteers } from "@augenhoehe/api/db/schema/people";
import { activities } from "@augenhoehe/api/db/schema/platform";
import { courses, enrolments } from "@augenhoehe/api/db/schema/courses";
import { curricula } from "@augenhoehe/api/db/schema/curricula";
import { errorOf, expectOk, refusalOf, untilAnswered } from "../support/replies.ts";
import { createTestApp, type TestWorld } from "../support/test-app.ts";
import { fourSessions, makeTrainingScene, type TrainingScene } from "../support/training-scene.ts";

describe("a place in a course", () => {
  let world: TestWorld;
  let scene: TrainingScene;

  beforeAll(async () => {
    world = await createTestApp();
    scene = await makeTrainingScene(world);
  });
  afterAll(() => world.close());

  const enrolmentsOf = (courseId: string) =>
    world.inTenant(scene.network.id, (tx) =>
      tx
        .select({ volunteerId: enrolments.volunteerId, status: enrolments.status })
        .from(enrolments)
        .where(eq(enrolments.courseId, courseId))
        .orderBy(asc(enrolments.queuedAt)),
    );
  const statusOf = async (volunteerId: string) => {
    const rows = await world.inTenant(scene.network.id, (tx) =>
      tx.select({ status: volunteers.status }).from(volunteers).where(eq(volunteers.id, volunteerId)),
    );
    return rows[0]?.status;
  };

  const changePlaces = async (courseId: string, places: number, title: string) => {
    const { course } = expectOk(await scene.coordinator.call("readCourse", { params: { id: courseId } }));
    const sessions = fourSessions("2026-11-10").map((session, index) => ({
      ...session,
      id: course.sessions[index]?.id ?? null,
    }));
    const body = { title, places, trainerAccountIds: [scene.trainerId], sessions };
    expectOk(await scene.coordinator.call("updateCourse", { params: { id: courseId }, body }));
  };

  it("starts the training of an interviewed volunteer, who gets the dates by mail", async () => {
    const courseId = await scene.course();
    const vera = await scene.volunteer();
    const answer = expectOk(await vera.client.call("enrolMe", { body: { courseId } }));
    expect(answer).toEqual({ status: "enrolled", position: null });
    expect(await statusOf(vera.id)).toBe("in_training");

    await world.mailbox.deliver();
    const [mail, ...more] = world.mailbox.to(vera.email ?? "");
    expect(more).toEqual([]);
    expect(mail?.subject).toBe("Ihr Platz im Kurs: Grundkurs im Herbst");
    expect(mail?.text).toContain("Guten Tag Vera,");
    expect(mail?.text).toContain("Dienstag, 10. November 2026, 18:00–20:00");
    expect(mail?.text).toContain("Haus der Begegnung, Raum 2");
  });

  it("is taken once: asking again changes nothing, answers the same and sends no second mail", async () => {
    const courseId = await scene.course();
    const vera = await scene.volunteer();
    const first = expectOk(await vera.client.call("enrolMe", { body: { courseId } }));
    world.clock.advance({ minutes: 5 });
    const second = expectOk(await vera.client.call("enrolMe", { body: { courseId } }));
    expect(second).toEqual(first);
    await world.mailbox.deliver();
    expect(world.mailbox.to(vera.email ?? "")).toHaveLength(1);
    const log = await world.inTenant(scene.network.id, (tx) =>
      tx.select().from(activities).where(eq(activities.subjectId, vera.id)),
    );
    expect(log.map(({ action, facts }) => ({ action, facts }))).toEqual([
      { action: "course_enrolled", facts: { courseId } },
    ]);
  });

  it("is told in the volunteer's language", async () => {
    const courseId = await scene.course({ places: 1 });
    const first = await scene.volunteer();
    const layla = await scene.volunteer({ firstName: "ليلى", locale: "ar" });
    expectOk(await first.client.call("enrolMe", { body: { courseId } }));
    expectOk(await layla.client.call("enrolMe", { body: { courseId } }));
    await world.mailbox.deliver();
    const [mail] = world.mailbox.to(layla.email ?? "");
    expect(mail?.subject).toContain("قائمة الانتظار");
    expect(mail?.text).toContain("ترتيبك في قائمة الانتظار: 1");
    expect(mail?.text).toContain("18:00–20:00");
  });

  it("is offered to the first of the waiting list when somebody gives theirs back", async () => {
    const courseId = await scene.course({ places: 1 });
    const [anna, bilal, chris] = [await scene.volunteer(), await scene.volunteer(), await scene.volunteer()];
    for (const person of [anna, bilal, chris]) {
      expectOk(await person.client.call("enrolMe", { body: { courseId } }));
      world.clock.advance({ minutes: 1 });
    }
    const { items } = expectOk(await chris.client.call("listOpenCourses"));
    expect(items.find(({ id }) => id === courseId)?.myEnrolment).toEqual({
      status: "waiting",
      position: 2,
      offerExpiresAt: null,
      lapsed: false,
    });

    expectOk(await anna.client.call("cancelMyEnrolment", { params: { id: courseId } }));
    expect(await enrolmentsOf(courseId)).toEqual([
      { volunteerId: anna.id, status: "cancelled" },
      { volunteerId: bilal.id, status: "offered" },
      { volunteerId: chris.id, status: "waiting" },
    ]);
    expect(await statusOf(bilal.id)).toBe("interviewed");
    await world.mailbox.deliver();
    const subjects = world.mailbox.to(bilal.email ?? "").map(({ subject }) => subject);
    expect(subjects.toSorted()).toEqual([
      "Ein Platz ist frei für Sie: Grundkurs im Herbst",
      "Warteliste: Grundkurs im Herbst",
    ]);
    const [told, ...others] = world.mailbox.to(chris.email ?? "");
    expect(told?.text).toContain("Sie möchten nicht mehr warten?");
    expect(told?.text).not.toContain("Geben Sie Ihren Platz");
    expect(others).toEqual([]);
  });

  it("is offered to the waiting list when the course gets more places", async () => {
    const courseId = await scene.course({ places: 1, title: "Wachsender Kurs" });
    const [anna, bilal, chris] = [await scene.volunteer(), await scene.volunteer(), await scene.volunteer()];
    for (const person of [anna, bilal, chris]) {
      expectOk(await person.client.call("enrolMe", { body: { courseId } }));
      world.clock.advance({ minutes: 1 });
    }
    await changePlaces(courseId, 2, "Wachsender Kurs");
    expect((await enrolmentsOf(courseId)).map(({ status }) => status)).toEqual(["enrolled", "offered", "waiting"]);
    await world.mailbox.deliver();
    expect(world.mailbox.to(anna.email ?? "")).toHaveLength(1);
    expect(world.mailbox.to(bilal.email ?? "")).toHaveLength(2);
  });

  it("comes after the interview, and not for somebody who left", async () => {
    const courseId = await scene.course();
    const applied = await scene.volunteer({ status: "applied", interviewedOn: null });
    const left = await scene.volunteer({ status: "left" });
    expect(refusalOf(await applied.client.call("enrolMe", { body: { courseId } }))).toBe("interview_missing");
    const gone = await scene.coordinator.call("enrolVolunteer", {
      params: { id: courseId },
      body: { volunteerId: left.id },
    });
    expect(refusalOf(gone)).toBe("already_left");
    expect(await enrolmentsOf(courseId)).toEqual([]);
  });

  it("is not to be had in a cancelled course, nor in one that is over, nor in one of another network", async () => {
    const cancelled = await scene.course();
    expectOk(await scene.coordinator.call("cancelCourse", { params: { id: cancelled }, body: { reason: "" } }));
    const over = await scene.course({ firstDay: "2026-09-01" });
    const elsewhere = await (await makeTrainingScene(world)).course();
    const vera = await scene.volunteer();
    const ask = async (courseId: string) => refusalOf(await vera.client.call("enrolMe", { body: { courseId } }));
    expect(await ask(cancelled)).toBe("course_cancelled");
    expect(await ask(over)).toBe("course_over");
    expect(await ask(elsewhere)).toBe("not_found");
  });

  it("comes while registration is open; a coordinator may enrol before and after", async () => {
    const open = async (registrationOpensAt: string | null, registrationClosesAt: string | null) => {
      const body = {
        title: "Grundkurs mit Fristen",
        places: 3,
        trainerAccountIds: [],
        sessions: fourSessions("2027-02-02"),
        registrationOpensAt,
        registrationClosesAt,
      };
      return expectOk(await scene.coordinator.call("createCourse", { body })).id;
    };
    const [early, closed] = [await open("2026-12-01T08:00", null), await open(null, "2026-10-01T08:00")];
    const vera = await scene.volunteer();
    const ask = (courseId: string) => vera.client.call("enrolMe", { body: { courseId } });
    expect(errorOf(await ask(early))).toEqual({
      code: "refused",
      refusal: "registration_not_open",
      facts: { opensAt: "2026-12-01T07:00:00.000Z" },
    });
    expect(errorOf(await ask(closed))).toEqual({
      code: "refused",
      refusal: "registration_closed",
      facts: { closesAt: "2026-10-01T06:00:00.000Z" },
    });
    const byCoordinator = { params: { id: closed }, body: { volunteerId: vera.id } };
    expect(expectOk(await scene.coordinator.call("enrolVolunteer", byCoordinator)).status).toBe("enrolled");
  });

  it("is not given twice for the same evening; the refusal names the other course and when", async () => {
    const [first, second] = [await scene.course({ title: "Kurs im Norden" }), await scene.course({ places: 1 })];
    const [vera, other] = [await scene.volunteer(), await scene.volunteer()];
    expectOk(await vera.client.call("enrolMe", { body: { courseId: first } }));
    expect(errorOf(await vera.client.call("enrolMe", { body: { courseId: second } }))).toEqual({
      code: "refused",
      refusal: "double_booked",
      facts: { courseTitle: "Kurs im Norden", startsAt: "2026-11-10T17:00:00.000Z" },
    });
    expectOk(await other.client.call("enrolMe", { body: { courseId: second } }));
    const waits = expectOk(await vera.client.call("enrolMe", { body: { courseId: second } }));
    expect(waits).toEqual({ status: "waiting", position: 1 });
  });

  it("in a top-up is for people with a certificate, or with the coordinator's exception", async () => {
    const courseId = await scene.course();
    await world.inTenant(scene.network.id, async (tx) => {
      const [course] = await tx.select().from(courses).where(eq(courses.id, courseId));
      if (course === undefined) throw new Error("no course");
      const values = { networkId: scene.network.id, id: randomUUID(), title: "Trauma", purpose: "top_up" as const };
      await tx.insert(curricula).values({ ...values, createdAt: world.clock.now });
      await tx.update(courses).set({ curriculumId: values.id }).where(eq(courses.id, courseId));
    });
    const [vera, lena] = [await scene.volunteer(), await scene.volunteer({ status: "interviewed" })];
    expect(refusalOf(await vera.client.call("enrolMe", { body: { courseId } }))).toBe("certificate_needed");
    await world.inTenant(scene.network.id, (tx) =>
      tx.update(volunteers).set({ certificateOverrideAt: world.clock.now }).where(eq(volunteers.id, lena.id)),
    );
    expect(expectOk(await lena.client.call("enrolMe", { body: { courseId } })).status).toBe("enrolled");
    expect(await statusOf(lena.id)).toBe("interviewed");
  });

  it("cannot be given back by somebody who has none", async () => {
    const courseId = await scene.course();
    const vera = await scene.volunteer();
    const reply = await vera.client.call("cancelMyEnrolment", { params: { id: courseId } });
    expect(refusalOf(reply)).toBe("not_enrolled");
  });

  it("is given by a coordinator to the own provider's people only, in courses of every provider", async () => {
    const courseId = await scene.course();
    const ours = await scene.volunteer();
    const theirs = await scene.volunteer({ provider: scene.diakonie });
    const enrol = (client: typeof scene.coordinator, volunteerId: string) =>
      client.call("enrolVolunteer", { params: { id: courseId }, body: { volunteerId } });
    expect(expectOk(await enrol(scene.coordinator, ours.id)).status).toBe("enrolled");
    expect(refusalOf(await enrol(scene.coordinator, theirs.id))).toBe("not_found");
    expect(expectOk(await enrol(scene.otherCoordinator, theirs.id)).status).toBe("enrolled");
    expect(refusalOf(await enrol(scene.trainer, ours.id))).toBe("not_permitted");
  });

  it("is ended by the organiser for everybody, by another provider for its own people; the person is told", async () => {
    const courseId = await scene.course();
    const [ours, theirs] = [await scene.volunteer(), await scene.volunteer({ provider: scene.diakonie })];
    for (const { client } of [ours, theirs]) expectOk(await client.call("enrolMe", { body: { courseId } }));
    const end = (client: typeof scene.coordinator, volunteerId: string) =>
      client.call("cancelEnrolment", { params: { id: courseId, volunteerId } });
    expect(refusalOf(await end(scene.otherCoordinator, ours.id))).toBe("not_found");
    expectOk(await end(scene.otherCoordinator, theirs.id));
    expectOk(await end(scene.coordinator, ours.id));
    expect((await enrolmentsOf(courseId)).map(({ status }) => status)).toEqual(["cancelled", "cancelled"]);
    await world.mailbox.deliver();
    expect(world.mailbox.to(theirs.email ?? "").map(({ subject }) => subject)).toContain(
      "Abmeldung vom Kurs: Grundkurs im Herbst",
    );
  });

  it("exists as often as the course has places: 200 book 5 places at the same moment, exactly 5 get one", async () => {
    const courseId = await scene.course({ places: 5, title: "Fünf Plätze" });
    const people = await Promise.all(Array.from({ length: 200 }, () => scene.volunteer({ email: null })));
    const answers = await Promise.all(
      people.map(({ client }) => untilAnswered(() => client.call("enrolMe", { body: { courseId } }))),
    );
    const given = answers.map(expectOk);
    expect(given.filter(({ status }) => status === "enrolled")).toHaveLength(5);
    expect(given.flatMap(({ position }) => (position === null ? [] : [position])).sort((a, b) => a - b)).toEqual(
      Array.from({ length: 195 }, (_, index) => index + 1),
    );
    const stored = await enrolmentsOf(courseId);
    expect(stored.filter(({ status }) => status === "enrolled")).toHaveLength(5);
    expect(stored).toHaveLength(200);
  }, 60_000);
});
