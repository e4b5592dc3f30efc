import { fourSessions } from "../../support/training-scene.ts";
import { expectOk } from "../../support/replies.ts";
import type { AccessScene } from "./access-scene.ts";
import { always, type AccessTable } from "./access-table.ts";

const plan = (trainerAccountIds: string[]) => ({
  title: "Grundkurs im Advent",
  places: 10,
  trainerAccountIds,
  sessions: fourSessions("2026-12-01"),
});

async function courseAlone(scene: AccessScene) {
  const id = await scene.course();
  return { params: { id }, swaps: { [id]: [await scene.foreignCourse()] } };
}

/** Courses are seen by every coordinator of the network, run by one provider and its trainers. */
export const trainingRows = {
  listCourses: {
    statuses: [401, 401, 401, 401, 401, 401, 403, 403, 200, 200, 403, 200, 403, 200, 200],
    prepare: always({}),
  },
  readCurriculum: {
    statuses: [401, 401, 401, 401, 401, 401, 403, 403, 200, 200, 403, 200, 403, 200, 200],
    prepare: always({}),
  },
  createCourse: {
    statuses: [401, 401, 401, 401, 401, 401, 403, 403, 403, 403, 403, 200, 403, 200, 400],
    prepare: (scene) => ({
      input: { body: plan([scene.trainerId]) },
      swaps: { [scene.trainerId]: [scene.otherNetwork.account.id, scene.coordinator.account.id] },
    }),
  },
  updateCourse: {
    statuses: [401, 401, 401, 401, 401, 401, 403, 403, 403, 403, 403, 200, 403, 403, 404],
    prepare: async (scene) => {
      const { params, swaps } = await courseAlone(scene);
      return { input: { params, body: plan([scene.trainerId]) }, swaps };
    },
  },
  cancelCourse: {
    statuses: [401, 401, 401, 401, 401, 401, 403, 403, 403, 403, 403, 200, 403, 403, 404],
    prepare: async (scene) => {
      const { params, swaps } = await courseAlone(scene);
      return { input: { params, body: { reason: "" } }, swaps };
    },
  },
  planCourseSeries: {
    statuses: [401, 401, 401, 401, 401, 401, 403, 403, 403, 403, 403, 200, 403, 200, 200],
    prepare: always({
      body: {
        weekdays: ["tue" as const],
        firstDay: "2026-12-01",
        everyWeeks: 1,
        from: "18:00",
        to: "20:00",
        count: 4,
        leaveOutHolidays: true,
      },
    }),
  },
  checkCoursePlan: {
    statuses: [401, 401, 401, 401, 401, 401, 403, 403, 403, 403, 403, 200, 403, 403, 404],
    prepare: async (scene) => {
      const courseId = await scene.course();
      const { trainerAccountIds, sessions } = plan([scene.trainerId]);
      return {
        input: { body: { courseId, trainerAccountIds, sessions } },
        swaps: {
          [courseId]: [await scene.foreignCourse()],
          [scene.trainerId]: [scene.otherNetwork.account.id, scene.coordinator.account.id],
        },
      };
    },
  },
  cancelSession: {
    statuses: [401, 401, 401, 401, 401, 401, 403, 403, 403, 403, 403, 200, 403, 403, 404],
    prepare: async (scene) => {
      const params = { id: await scene.course() };
      const { course } = expectOk(await scene.coordinator.client.call("readRoster", { params }));
      const id = course.sessions[0]?.id ?? "";
      return { input: { params: { id }, body: { reason: "" } }, swaps: { [id]: [await scene.foreignSession()] } };
    },
  },
  readCourse: {
    statuses: [401, 401, 401, 401, 401, 401, 403, 403, 403, 403, 403, 200, 403, 200, 404],
    prepare: async (scene) => {
      const { id } = await scene.heldCourse();
      return { input: { params: { id } }, swaps: { [id]: [await scene.foreignCourse()] } };
    },
  },
  readRoster: {
    statuses: [401, 401, 401, 401, 401, 401, 403, 403, 200, 404, 403, 200, 403, 200, 404],
    prepare: async (scene) => {
      const { id } = await scene.heldCourse();
      return { input: { params: { id } }, swaps: { [id]: [await scene.foreignCourse()] } };
    },
    reads: { trainer: true },
  },
  enrolVolunteer: {
    statuses: [401, 401, 401, 401, 401, 401, 403, 403, 403, 403, 403, 200, 403, 404, 404],
    prepare: async (scene) => {
      const { params, swaps } = await courseAlone(scene);
      const { id: volunteerId } = await scene.someone();
      const { otherProvider, foreign } = scene.volunteers;
      return {
        input: { params, body: { volunteerId } },
        swaps: { ...swaps, [volunteerId]: [otherProvider.id, foreign.id] },
      };
    },
  },
  cancelEnrolment: {
    statuses: [401, 401, 401, 401, 401, 401, 403, 403, 403, 403, 403, 200, 403, 404, 404],
    prepare: async (scene) => {
      const { params, swaps } = await courseAlone(scene);
      const { id: volunteerId } = await scene.someone();
      expectOk(await scene.coordinator.client.call("enrolVolunteer", { params, body: { volunteerId } }));
      const { foreign } = scene.volunteers;
      return { input: { params: { ...params, volunteerId } }, swaps: { ...swaps, [volunteerId]: [foreign.id] } };
    },
  },
  // A coordinator of another provider finds own people only: here nobody.
  findGuests: {
    statuses: [401, 401, 401, 401, 401, 401, 403, 403, 200, 404, 403, 200, 403, 200, 404],
    prepare: async (scene) => {
      const { sessionIds } = await scene.heldCourse();
      const [id = ""] = sessionIds;
      return { input: { params: { id } }, swaps: { [id]: [await scene.foreignSession()] } };
    },
    reads: { trainer: true },
  },
  markAttendance: {
    statuses: [401, 401, 401, 401, 401, 401, 403, 403, 200, 404, 403, 200, 403, 403, 404],
    prepare: async (scene) => {
      const { sessionIds, participant } = await scene.heldCourse();
      const [id = ""] = sessionIds;
      return {
        input: { params: { id }, body: { marks: [{ volunteerId: participant.id, mark: "absent" as const }] } },
        swaps: {
          [id]: [await scene.foreignSession()],
          [participant.id]: [scene.volunteers.otherProvider.id, scene.volunteers.foreign.id],
        },
      };
    },
  },
  issueCertificates: {
    statuses: [401, 401, 401, 401, 401, 401, 403, 403, 403, 403, 403, 200, 403, 403, 404],
    prepare: async (scene) => {
      const { id, participant } = await scene.heldCourse();
      return {
        input: { params: { id }, body: { volunteerIds: [participant.id] } },
        swaps: {
          [id]: [await scene.foreignCourse()],
          [participant.id]: [scene.volunteers.otherProvider.id, scene.volunteers.foreign.id],
        },
      };
    },
  },
  revokeCertificate: {
    statuses: [401, 401, 401, 401, 401, 401, 403, 403, 403, 403, 403, 200, 403, 404, 404],
    prepare: async (scene) => ({
      input: { params: { id: (await scene.certificate()).id }, body: { reason: "verwechselt" } },
    }),
  },
  downloadCertificate: {
    statuses: [401, 401, 401, 401, 401, 401, 403, 403, 403, 403, 403, 200, 403, 404, 404],
    prepare: async (scene) => ({ input: { params: { id: (await scene.certificate()).id } } }),
  },
} satisfies Partial<AccessTable>;
