import { FEEDBACK_FACES, FEEDBACK_SENTENCE_LENGTH, FEEDBACK_STATES, MATERIAL_MAX_BYTES } from "@augenhoehe/domain";
import { z } from "zod";
import { endpoint } from "./endpoint.ts";
import { Created, Done, Id, IdParams, Instant, line } from "./shared.ts";

/** One evening as its trainer plans it: how many come, and nothing about who they are. */
export const RoomDate = z.strictObject({
  courseId: Id,
  courseTitle: z.string(),
  sessionId: Id,
  moduleKey: z.string(),
  moduleTitle: z.string(),
  startsAt: Instant,
  endsAt: Instant,
  place: z.string(),
  cancelled: z.boolean(),
  /** Have a place and have not said that they cannot come; guests are counted apart. */
  coming: z.number().int(),
  excused: z.number().int(),
  guests: z.number().int(),
  present: z.number().int(),
  /** On the list, and neither present nor absent yet. */
  unmarked: z.number().int(),
});
export type RoomDate = z.infer<typeof RoomDate>;

export const Material = z.strictObject({
  id: Id,
  moduleKey: z.string(),
  fileName: z.string(),
  contentType: z.string(),
  sizeBytes: z.number().int(),
  uploadedAt: Instant,
});
export type Material = z.infer<typeof Material>;

/** Answers that may be read: always five or more at once. */
export const FeedbackCounts = z.strictObject({
  answers: z.number().int(),
  faces: z.record(z.enum(FEEDBACK_FACES), z.number().int()),
  sentences: z.array(z.string()),
});
export type FeedbackCounts = z.infer<typeof FeedbackCounts>;

const RoomCourse = z.strictObject({
  id: Id,
  title: z.string(),
  organiser: z.string(),
  curriculumTitle: z.string(),
  places: z.number().int(),
  enrolled: z.number().int(),
  cancelled: z.boolean(),
  over: z.boolean(),
});

/** Base64 of the largest file with some air, so that a file which is too large is answered in words. */
const MATERIAL_BODY_BYTES = MATERIAL_MAX_BYTES * 1.5;
/** Names come as they are on somebody's disk; what is kept of them is decided by `cleanMaterialName`. */
const materialFile = { fileName: z.string().min(1, "required").max(400), contentBase64: z.base64().min(1, "required") };

export const courseRoomEndpoints = {
  readTrainerHome: endpoint({
    method: "GET",
    path: "/api/course-rooms",
    who: ["trainer", "coordinator"],
    summary: "The courses I run: as trainer my own, as coordinator those of my provider; what is next in them",
    response: z.strictObject({
      next: z.array(RoomDate),
      /** Held, and somebody on the list is neither present nor absent. */
      unmarked: z.array(RoomDate),
      courses: z.array(RoomCourse.extend({ firstDate: Instant.nullable(), lastDate: Instant.nullable() })),
    }),
  }),
  readCourseRoom: endpoint({
    method: "GET",
    path: "/api/courses/:id/room",
    who: ["trainer", "coordinator"],
    summary: "A course for those who run it: modules, dates, hours held, who missed what (display names)",
    params: IdParams,
    response: z.strictObject({
      course: RoomCourse,
      dates: z.array(RoomDate),
      modules: z.array(
        z.strictObject({
          key: z.string(),
          title: z.string(),
          topics: z.string(),
          /** Null for a module that the curriculum no longer has. */
          hours: z.number().nullable(),
          compulsory: z.boolean(),
          minutesHeld: z.number().int(),
          /** Display names of participants who were absent and have not made it up anywhere. */
          missedBy: z.array(z.string()),
          materials: z.number().int(),
        }),
      ),
      minutesHeld: z.number().int(),
      minutesPlanned: z.number().int(),
    }),
  }),
  listMaterials: endpoint({
    method: "GET",
    path: "/api/courses/:id/materials",
    who: ["trainer", "coordinator"],
    summary: "The files of a course by module, and how many more it can have",
    params: IdParams,
    response: z.strictObject({
      courseTitle: z.string(),
      modules: z.array(z.strictObject({ key: z.string(), title: z.string(), materials: z.array(Material) })),
      placesLeft: z.number().int(),
    }),
  }),
  addMaterial: endpoint({
    method: "POST",
    path: "/api/courses/:id/materials",
    who: ["trainer", "coordinator"],
    summary: "Put a file beside a module; its name is cleaned, its content must be what the name says",
    params: IdParams,
    body: z.strictObject({ moduleKey: line(60), ...materialFile }),
    response: Created,
    bodyLimit: MATERIAL_BODY_BYTES,
    perMinute: 30,
  }),
  replaceMaterial: endpoint({
    method: "PUT",
    path: "/api/materials/:id",
    who: ["trainer", "coordinator"],
    summary: "A newer version of a file under the same address",
    params: IdParams,
    body: z.strictObject(materialFile),
    response: Done,
    bodyLimit: MATERIAL_BODY_BYTES,
    perMinute: 30,
  }),
  deleteMaterial: endpoint({
    method: "DELETE",
    path: "/api/materials/:id",
    who: ["trainer", "coordinator"],
    summary: "Take a file away, for everybody and for good",
    params: IdParams,
    response: Done,
  }),
  downloadMaterial: endpoint({
    method: "GET",
    path: "/api/materials/:id/file",
    who: ["volunteer", "trainer", "coordinator"],
    summary: "A file of a course, always to save: for its participants, guests of the module, and those who run it",
    params: IdParams,
    response: { file: ["application/octet-stream"] },
    perMinute: 120,
  }),
  readCourseFeedback: endpoint({
    method: "GET",
    path: "/api/courses/:id/feedback",
    who: ["trainer", "coordinator"],
    summary: "What participants told after each session, without names, in groups of five or more",
    params: IdParams,
    response: z.strictObject({
      courseTitle: z.string(),
      /** All that is shown below, together. */
      total: FeedbackCounts.nullable(),
      sessions: z.array(
        z.strictObject({
          sessionId: Id,
          moduleTitle: z.string(),
          startsAt: Instant,
          /** Null while fewer than five have answered, however many they are. */
          shown: FeedbackCounts.nullable(),
          /** More answers can still come. */
          isOpen: z.boolean(),
        }),
      ),
      /** What was left over of all sessions, once nobody can answer any more. */
      leftOver: FeedbackCounts.nullable(),
    }),
  }),
  readMyCourse: endpoint({
    method: "GET",
    path: "/api/me/courses/:id",
    who: ["volunteer"],
    summary: "A course I take part in or come to as a guest: dates, files, where my opinion is asked",
    params: IdParams,
    response: z.strictObject({
      course: z.strictObject({
        id: Id,
        title: z.string(),
        organiser: z.string(),
        curriculumTitle: z.string(),
        cancelled: z.boolean(),
        over: z.boolean(),
      }),
      trainers: z.array(z.string()),
      /** Participates in the whole course; a guest only in the sessions that say so. */
      enrolled: z.boolean(),
      sessions: z.array(
        z.strictObject({
          id: Id,
          moduleKey: z.string(),
          moduleTitle: z.string(),
          startsAt: Instant,
          endsAt: Instant,
          place: z.string(),
          cancelled: z.boolean(),
          attended: z.boolean().nullable(),
          booking: z.enum(["guest", "excused"]).nullable(),
          feedback: z.enum(FEEDBACK_STATES),
          feedbackUntil: Instant,
        }),
      ),
      materials: z.array(Material),
    }),
  }),
  giveFeedback: endpoint({
    method: "POST",
    path: "/api/sessions/:id/feedback",
    who: ["volunteer"],
    summary: "One face and, if you like, one sentence, without a name; once per session",
    params: IdParams,
    body: z.strictObject({ face: z.enum(FEEDBACK_FACES), sentence: line(FEEDBACK_SENTENCE_LENGTH).nullable() }),
    response: Done,
  }),
};
