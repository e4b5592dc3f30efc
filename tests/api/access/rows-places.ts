import { createPersonalLink } from "@augenhoehe/api/training/personal-link";
import { expectOk } from "../../support/replies.ts";
import type { AccessScene } from "./access-scene.ts";
import type { AccessTable } from "./access-table.ts";

/** A course of one place that Vera waits for: it was given back, and she is asked. */
async function offeredCourse(scene: AccessScene) {
  const courseId = await scene.course();
  const { coordinator, world } = scene;
  const { course } = expectOk(await coordinator.client.call("readCourse", { params: { id: courseId } }));
  const body = {
    title: course.title,
    places: 1,
    trainerAccountIds: [scene.trainerId],
    sessions: course.sessions.map(({ id, moduleKey, place }, week) => {
      const day = new Date(Date.UTC(2026, 10, 10 + week * 7)).toISOString().slice(0, 10);
      return { id, moduleKey, place, startsAt: `${day}T18:00`, minutes: 120 };
    }),
  };
  expectOk(await coordinator.client.call("updateCourse", { params: { id: courseId }, body }));
  const [first, someone] = [await scene.someone(), await scene.someone()];
  for (const { client } of [first, someone]) expectOk(await client.call("enrolMe", { body: { courseId } }));
  expectOk(await first.client.call("cancelMyEnrolment", { params: { id: courseId } }));
  const link = { volunteerId: someone.id, purpose: "offer" as const, courseId };
  const token = await world.inTenant(scene.network.id, (tx) => createPersonalLink(world.deps, tx, link));
  return { courseId, someone, token };
}

/** Vera has a place, and the same module is held elsewhere too. */
async function twoCourses(scene: AccessScene) {
  const [courseId, later] = [await scene.course(), await scene.course("2026-11-12")];
  const someone = await scene.someone({ certificateId: null });
  expectOk(await someone.client.call("enrolMe", { body: { courseId } }));
  const firstSession = async (id: string) =>
    expectOk(await scene.coordinator.client.call("readRoster", { params: { id } })).course.sessions[0]?.id ?? "";
  return { someone, own: await firstSession(courseId), elsewhere: await firstSession(later) };
}

async function excused(scene: AccessScene) {
  const found = await twoCourses(scene);
  expectOk(await found.someone.client.call("excuseMe", { params: { id: found.own } }));
  return found;
}

/** Places belong to the person of the session or of the link, or to whom a coordinator may decide about. */
export const placesRows = {
  answerMyOffer: {
    statuses: [401, 401, 401, 401, 401, 401, 200, 409, 403, 403, 403, 403, 403, 403, 403],
    prepare: async (scene) => {
      const { courseId, someone } = await offeredCourse(scene);
      return {
        input: { params: { id: courseId }, body: { answer: "take" as const } },
        as: { volunteer: someone.client },
        swaps: { [courseId]: [await scene.foreignCourse()] },
      };
    },
  },
  readOffer: {
    statuses: [200, 200, 200, 200, 200, 200, 200, 200, 200, 200, 200, 200, 200, 200, 200],
    prepare: async (scene) => ({ input: { params: { token: (await offeredCourse(scene)).token } } }),
  },
  answerOffer: {
    statuses: [200, 200, 200, 200, 200, 200, 200, 200, 200, 200, 200, 200, 200, 200, 200],
    prepare: async (scene) => {
      const { token } = await offeredCourse(scene);
      return { input: { params: { token }, body: { answer: "not_now" as const } } };
    },
  },
  readMySession: {
    statuses: [401, 401, 401, 401, 401, 401, 200, 404, 403, 403, 403, 403, 403, 403, 403],
    prepare: async (scene) => {
      const { own, someone } = await twoCourses(scene);
      return {
        input: { params: { id: own } },
        as: { volunteer: someone.client },
        swaps: { [own]: [await scene.foreignSession()] },
      };
    },
  },
  excuseMe: {
    statuses: [401, 401, 401, 401, 401, 401, 200, 409, 403, 403, 403, 403, 403, 403, 403],
    prepare: async (scene) => {
      const { own, someone } = await twoCourses(scene);
      return {
        input: { params: { id: own } },
        as: { volunteer: someone.client },
        swaps: { [own]: [await scene.foreignSession()] },
      };
    },
  },
  comeAfterAll: {
    statuses: [401, 401, 401, 401, 401, 401, 200, 200, 403, 403, 403, 403, 403, 403, 403],
    prepare: async (scene) => {
      const { own, someone } = await excused(scene);
      return {
        input: { params: { id: own } },
        as: { volunteer: someone.client },
        swaps: { [own]: [await scene.foreignSession()] },
      };
    },
  },
  bookMeAsGuest: {
    statuses: [401, 401, 401, 401, 401, 401, 200, 409, 403, 403, 403, 403, 403, 403, 403],
    prepare: async (scene) => {
      const { elsewhere, someone } = await excused(scene);
      return {
        input: { params: { id: elsewhere } },
        as: { volunteer: someone.client },
        swaps: { [elsewhere]: [await scene.foreignSession()] },
      };
    },
  },
  giveBackMyGuestPlace: {
    statuses: [401, 401, 401, 401, 401, 401, 200, 409, 403, 403, 403, 403, 403, 403, 403],
    prepare: async (scene) => {
      const { elsewhere, someone } = await excused(scene);
      expectOk(await someone.client.call("bookMeAsGuest", { params: { id: elsewhere } }));
      return {
        input: { params: { id: elsewhere } },
        as: { volunteer: someone.client },
        swaps: { [elsewhere]: [await scene.foreignSession()] },
      };
    },
  },
  moveMySession: {
    statuses: [401, 401, 401, 401, 401, 401, 200, 409, 403, 403, 403, 403, 403, 403, 403],
    prepare: async (scene) => {
      const { own, elsewhere, someone } = await twoCourses(scene);
      const foreign = await scene.foreignSession();
      return {
        input: { params: { id: own }, body: { toSessionId: elsewhere } },
        as: { volunteer: someone.client },
        swaps: { [own]: [foreign], [elsewhere]: [foreign] },
      };
    },
  },
  givePlace: {
    statuses: [401, 401, 401, 401, 401, 401, 403, 403, 403, 403, 403, 200, 403, 404, 404],
    prepare: async (scene) => {
      const { courseId, someone } = await offeredCourse(scene);
      return {
        input: { params: { id: courseId, volunteerId: someone.id } },
        swaps: { [courseId]: [await scene.foreignCourse()], [someone.id]: [scene.volunteers.foreign.id] },
      };
    },
  },
  bookGuest: {
    statuses: [401, 401, 401, 401, 401, 401, 403, 403, 403, 403, 403, 200, 403, 404, 404],
    prepare: async (scene) => {
      const { elsewhere, someone } = await excused(scene);
      return {
        input: { params: { id: elsewhere }, body: { volunteerId: someone.id } },
        swaps: { [elsewhere]: [await scene.foreignSession()], [someone.id]: [scene.volunteers.foreign.id] },
      };
    },
  },
  cancelGuest: {
    statuses: [401, 401, 401, 401, 401, 401, 403, 403, 403, 403, 403, 200, 403, 404, 404],
    prepare: async (scene) => {
      const { elsewhere, someone } = await excused(scene);
      expectOk(await someone.client.call("bookMeAsGuest", { params: { id: elsewhere } }));
      return {
        input: { params: { id: elsewhere, volunteerId: someone.id } },
        swaps: { [elsewhere]: [await scene.foreignSession()], [someone.id]: [scene.volunteers.foreign.id] },
      };
    },
  },
} satisfies Partial<AccessTable>;
