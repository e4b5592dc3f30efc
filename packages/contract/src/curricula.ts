import { CURRICULUM_PURPOSES, LOCALES, TOP_UP_TOPICS, UNIT_MINUTES } from "@augenhoehe/domain";
import { z } from "zod";
import { endpoint } from "./endpoint.ts";
import { Created, Done, Id, IdParams, Instant, LocalDate, line, prose } from "./shared.ts";

export const ModuleSummary = z.strictObject({
  key: z.string(),
  position: z.number().int(),
  title: z.string(),
  topics: z.string(),
  /** Clock hours. */
  hours: z.number(),
  language: z.enum(LOCALES),
  compulsory: z.boolean(),
});

export const Topic = z.enum(TOP_UP_TOPICS);

export const CurriculumSummary = z.strictObject({
  id: Id,
  title: z.string(),
  purpose: z.enum(CURRICULUM_PURPOSES),
  /** What a new course follows unless another is chosen; exactly one of the network. */
  isStandard: z.boolean(),
  /** The topic that a top-up answers. */
  topic: Topic.nullable(),
  unitMinutes: z.literal(UNIT_MINUTES),
  minHoursPercent: z.number().int(),
  validityMonths: z.number().int().nullable(),
  archived: z.boolean(),
  modules: z.array(ModuleSummary),
  /** Courses that follow it and are neither over nor cancelled. */
  coursesAhead: z.number().int(),
});
export type CurriculumSummary = z.infer<typeof CurriculumSummary>;

export const CurriculumDetail = CurriculumSummary.extend({
  certificateText: z.string(),
  /** Taken out; sessions held under them keep their title, and they can be taken in again. */
  retiredModules: z.array(ModuleSummary),
});
export type CurriculumDetail = z.infer<typeof CurriculumDetail>;

export const MODULES_MAX = 30;

export const CurriculumInput = z.strictObject({
  title: line(120),
  purpose: z.enum(CURRICULUM_PURPOSES),
  /** Only of a top-up. */
  topic: Topic.nullable(),
  unitMinutes: z.literal(UNIT_MINUTES),
  minHoursPercent: z.number().int().min(0).max(100),
  validityMonths: z.number().int().min(1).max(240).nullable(),
  /** With placeholders, see `CERTIFICATE_PLACEHOLDERS`; empty means the usual wording. */
  certificateText: prose(600),
  /** In their order. */
  modules: z
    .array(
      z.strictObject({
        /** Of a module that the curriculum has or had; null for a new one. */
        key: line(60).nullable(),
        title: line(160),
        topics: prose(1000),
        /** Teaching units of `unitMinutes`. */
        units: z.number().min(0.5).max(40),
        language: z.enum(LOCALES),
        compulsory: z.boolean(),
      }),
    )
    .min(1, "required")
    .max(MODULES_MAX),
});
export type CurriculumInput = z.infer<typeof CurriculumInput>;

/** What saving an edit would mean for people who are on their way to the certificate. */
export const CurriculumEffect = z.strictObject({
  courses: z.number().int(),
  /** Enrolled in a course that is not over, or with attended sessions and no certificate yet. */
  people: z.number().int(),
  /** Of those, who would then still lack a module, or hours, after everything they are enrolled in: and do not now. */
  lackModules: z.number().int(),
  lackHours: z.number().int(),
});
export type CurriculumEffect = z.infer<typeof CurriculumEffect>;

/** What answers a topic: a date on the calendar, a top-up without one, an example to take over, or nothing yet. */
export const TopicAnswer = z.discriminatedUnion("kind", [
  z.strictObject({
    kind: z.literal("planned"),
    courseId: Id,
    title: z.string(),
    startsOn: LocalDate,
    startsAt: Instant,
  }),
  z.strictObject({ kind: z.literal("curriculum"), curriculumId: Id, title: z.string() }),
  z.strictObject({ kind: z.literal("example"), key: z.string(), title: z.string() }),
  z.strictObject({ kind: z.literal("none") }),
]);

const exampleKey = line(60);

export const curriculaEndpoints = {
  readCurriculum: endpoint({
    method: "GET",
    path: "/api/curriculum",
    who: ["coordinator", "trainer"],
    summary: "The modules of the network's usual curriculum and the trainers who can be named",
    response: z.strictObject({
      title: z.string(),
      modules: z.array(ModuleSummary),
      trainers: z.array(z.strictObject({ accountId: Id, displayName: z.string() })),
    }),
  }),
  listCurricula: endpoint({
    method: "GET",
    path: "/api/curricula",
    who: ["coordinator"],
    summary: "The network's curricula, the usual one first, archived ones last; and examples not taken over yet",
    response: z.strictObject({
      items: z.array(CurriculumSummary),
      examples: z.array(
        z.strictObject({
          key: z.string(),
          title: z.string(),
          purpose: z.enum(CURRICULUM_PURPOSES),
          unitMinutes: z.literal(UNIT_MINUTES),
          hours: z.number(),
          modules: z.array(z.string()),
        }),
      ),
    }),
  }),
  createCurriculum: endpoint({
    method: "POST",
    path: "/api/curricula",
    who: ["coordinator"],
    summary: "Write a curriculum",
    body: CurriculumInput,
    response: Created,
  }),
  adoptExampleCurriculum: endpoint({
    method: "POST",
    path: "/api/curricula/examples",
    who: ["coordinator"],
    summary: "Take over an example as the network's own curriculum",
    body: z.strictObject({ key: exampleKey }),
    response: Created,
  }),
  readCurriculumDetail: endpoint({
    method: "GET",
    path: "/api/curricula/:id",
    who: ["coordinator"],
    summary: "A curriculum with everything that can be changed about it",
    params: IdParams,
    response: CurriculumDetail,
  }),
  updateCurriculum: endpoint({
    method: "PUT",
    path: "/api/curricula/:id",
    who: ["coordinator"],
    summary: "Change a curriculum; certificates already issued stay as they are",
    params: IdParams,
    body: CurriculumInput,
    response: Done,
  }),
  previewCurriculum: endpoint({
    method: "POST",
    path: "/api/curricula/:id/preview",
    who: ["coordinator"],
    summary: "How many people on their way a change would leave without a module or hours; nothing is saved",
    params: IdParams,
    body: CurriculumInput,
    response: CurriculumEffect,
  }),
  copyCurriculum: endpoint({
    method: "POST",
    path: "/api/curricula/:id/copy",
    who: ["coordinator"],
    summary: "A copy to change, under a title of its own",
    params: IdParams,
    body: z.strictObject({ title: line(120) }),
    response: Created,
  }),
  archiveCurriculum: endpoint({
    method: "POST",
    path: "/api/curricula/:id/archive",
    who: ["coordinator"],
    summary: "Put a curriculum away: no new course follows it",
    params: IdParams,
    response: Done,
  }),
  restoreCurriculum: endpoint({
    method: "POST",
    path: "/api/curricula/:id/restore",
    who: ["coordinator"],
    summary: "Bring a curriculum back from the archive",
    params: IdParams,
    response: Done,
  }),
  makeCurriculumStandard: endpoint({
    method: "POST",
    path: "/api/curricula/:id/standard",
    who: ["coordinator"],
    summary: "Make it what new courses follow unless another is chosen",
    params: IdParams,
    response: Done,
  }),
  suggestTopUps: endpoint({
    method: "GET",
    path: "/api/top-up-suggestions",
    who: ["coordinator"],
    summary:
      "Topics that Stammtisch meetings of the last 12 months raised, the most frequent first, with what answers them",
    response: z.strictObject({
      /** Meetings of the network that noted at least one topic. */
      meetings: z.number().int(),
      items: z.array(z.strictObject({ topic: Topic, meetings: z.number().int(), answer: TopicAnswer })),
    }),
  }),
};
