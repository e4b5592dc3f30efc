import { KARIN } from "../../support/volunteer.ts";
import { VOLUNTEER_NAME } from "./access-scene.ts";
import { always, type AccessTable } from "./access-table.ts";

/** What volunteers do for themselves: the id of the person comes from the session, never from the call. */
export const volunteerRows = {
  readMyHome: {
    statuses: [401, 401, 401, 401, 401, 401, 200, 200, 403, 403, 403, 403, 403, 403, 403],
    prepare: always({}),
  },
  updateMyProfile: {
    statuses: [401, 401, 401, 401, 401, 401, 200, 200, 403, 403, 403, 403, 403, 403, 403],
    prepare: async (scene) => ({
      input: { body: { ...KARIN, firstName: "Vera", lastName: VOLUNTEER_NAME } },
      as: { volunteer: (await scene.someone()).client, formerVolunteer: (await scene.someone()).client },
    }),
  },
  readMyDeclarations: {
    statuses: [401, 401, 401, 401, 401, 401, 200, 200, 403, 403, 403, 403, 403, 403, 403],
    prepare: always({ query: {} }),
  },
  signMyDeclaration: {
    statuses: [401, 401, 401, 401, 401, 401, 200, 200, 403, 403, 403, 403, 403, 403, 403],
    prepare: async (scene) => ({
      input: { body: { kind: "secrecy" as const, version: 1, typedName: `Vera ${VOLUNTEER_NAME}` } },
      as: { volunteer: (await scene.someone()).client, formerVolunteer: (await scene.someone()).client },
    }),
  },
  pauseMe: {
    statuses: [401, 401, 401, 401, 401, 401, 200, 200, 403, 403, 403, 403, 403, 403, 403],
    prepare: async (scene) => ({
      input: {},
      as: { volunteer: (await scene.someone()).client, formerVolunteer: (await scene.someone()).client },
    }),
  },
  resumeMe: {
    statuses: [401, 401, 401, 401, 401, 401, 200, 409, 403, 403, 403, 403, 403, 403, 403],
    prepare: async (scene) => ({
      input: {},
      as: { volunteer: (await scene.someone({ status: "paused" })).client },
    }),
  },
  leaveNetwork: {
    statuses: [401, 401, 401, 401, 401, 401, 200, 200, 403, 403, 403, 403, 403, 403, 403],
    prepare: async (scene) => ({
      input: { body: { sure: true as const } },
      as: { volunteer: (await scene.someone()).client, formerVolunteer: (await scene.someone()).client },
    }),
  },
  downloadMyData: {
    statuses: [401, 401, 401, 401, 401, 401, 200, 200, 403, 403, 403, 403, 403, 403, 403],
    prepare: always({}),
  },
  answerProposalAsVolunteer: {
    statuses: [401, 401, 401, 401, 401, 401, 200, 404, 403, 403, 403, 403, 403, 403, 403],
    prepare: async (scene) => {
      const { mentor, proposalId } = await scene.pair();
      const elsewhere = await scene.pair();
      return {
        input: { params: { id: proposalId }, body: { answer: "yes" as const } },
        as: { volunteer: mentor.client },
        swaps: { [proposalId]: [elsewhere.proposalId] },
      };
    },
  },
  // Courses are open to volunteers of every provider of the network.
  listOpenCourses: {
    statuses: [401, 401, 401, 401, 401, 401, 200, 200, 403, 403, 403, 403, 403, 403, 403],
    prepare: always({}),
  },
  enrolMe: {
    statuses: [401, 401, 401, 401, 401, 401, 200, 200, 403, 403, 403, 403, 403, 403, 403],
    prepare: async (scene) => {
      const courseId = await scene.course();
      return { input: { body: { courseId } }, swaps: { [courseId]: [await scene.foreignCourse()] } };
    },
  },
  cancelMyEnrolment: {
    statuses: [401, 401, 401, 401, 401, 401, 200, 409, 403, 403, 403, 403, 403, 403, 403],
    prepare: async (scene) => {
      const courseId = await scene.course();
      const someone = await scene.someone();
      await someone.client.call("enrolMe", { body: { courseId } });
      return {
        input: { params: { id: courseId } },
        as: { volunteer: someone.client },
        swaps: { [courseId]: [await scene.foreignCourse()] },
      };
    },
  },
  downloadCourseCalendar: {
    statuses: [401, 401, 401, 401, 401, 401, 200, 200, 200, 404, 403, 403, 403, 403, 403],
    prepare: async (scene) => {
      const id = await scene.course();
      return { input: { params: { id } }, swaps: { [id]: [await scene.foreignCourse()] } };
    },
  },
  downloadMyCertificate: {
    statuses: [401, 401, 401, 401, 401, 401, 200, 404, 403, 403, 403, 403, 403, 403, 403],
    prepare: async (scene) => {
      const { id, holder } = await scene.certificate();
      const other = await scene.certificate();
      return { input: { params: { id } }, as: { volunteer: holder.client }, swaps: { [id]: [other.id] } };
    },
  },
  answerStammtisch: {
    statuses: [401, 401, 401, 401, 401, 401, 200, 200, 403, 403, 403, 403, 403, 403, 403],
    prepare: async (scene) => {
      const id = await scene.stammtisch();
      const swaps = { [id]: [await scene.stammtisch(scene.otherProvider), await scene.stammtisch(scene.otherNetwork)] };
      return { input: { params: { id }, body: { answer: "yes" as const } }, swaps };
    },
  },
  downloadStammtischCalendar: {
    statuses: [401, 401, 401, 401, 401, 401, 200, 200, 403, 403, 403, 403, 403, 403, 403],
    prepare: async (scene) => {
      const id = await scene.stammtisch();
      const swaps = { [id]: [await scene.stammtisch(scene.otherProvider), await scene.stammtisch(scene.otherNetwork)] };
      return { input: { params: { id } }, swaps };
    },
  },
} satisfies Partial<AccessTable>;
