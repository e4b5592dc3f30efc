import { CAUTION_CODES, CRITERIA, EXCLUSION_CODES, UNSERVED_BECAUSE } from "@augenhoehe/domain/matching";
import { z } from "zod";
import { ASSUMPTION_CODES, type PlanReport } from "./plan-report.ts";

const Person = z.strictObject({ name: z.string(), row: z.number().int().meta({ description: "the header is row 1" }) });
const List = z.strictObject({
  file: z.string(),
  people: z.number().int(),
  leftOut: z.number().int().meta({ description: "rows that are not in the plan" }),
  columns: z.array(
    z.strictObject({
      header: z.string(),
      field: z.string().nullable().meta({ description: "what it was read as; null: not read" }),
      neverRead: z.boolean().meta({ description: "about what is never asked; its cells were thrown away" }),
    }),
  ),
});
const points = z.number();

/** What `npm run plan -- … --json` prints. Sentences are in the language asked for; codes stay the same. */
export const PlanJson = z.strictObject({
  format: z.literal("augenhoehe-plan"),
  version: z.literal(1),
  language: z.enum(["de", "en"]),
  today: z.iso.date(),
  settings: z.strictObject({
    objective: z.enum(["served-first", "value"]),
    minimumPoints: z.number().int(),
    waitingBonus: z.strictObject({ pointsPerWeek: points, atMostPoints: points }),
  }),
  weights: z.strictObject({
    version: z.number().int(),
    ...{ language: points, district: points, availability: points, interests: points },
  }),
  volunteers: List,
  requests: List,
  totals: z.strictObject({
    requests: z.number().int(),
    volunteers: z.number().int(),
    places: z.number().int(),
    served: z.number().int(),
    points,
    bonus: points.meta({ description: "for waiting, on top of the points" }),
  }),
  pairs: z.array(
    z.strictObject({
      request: Person,
      volunteer: Person,
      points: points.meta({ description: "the fit, whole points 0–100" }),
      bonus: points,
      choice: z.strictObject({ place: z.number().int(), of: z.number().int() }),
      reasons: z.array(
        z.strictObject({
          criterion: z.enum(CRITERIA),
          ...{ points, weight: points, code: z.string(), sentence: z.string() },
        }),
      ),
      cautions: z.array(z.strictObject({ code: z.enum([...CAUTION_CODES, "with_minors"]), sentence: z.string() })),
    }),
  ),
  unserved: z.array(
    z.strictObject({
      request: Person,
      waitingWeeks: z.number().int(),
      why: z
        .strictObject({
          code: z.enum(UNSERVED_BECAUSE),
          sentence: z.string(),
          excluded: z.array(
            z.strictObject({ code: z.enum(EXCLUSION_CODES), volunteers: z.number().int(), words: z.string() }),
          ),
          doors: z.array(z.strictObject({ code: z.string(), sentence: z.string() })),
        })
        .nullable()
        .meta({ description: "null where the lists are too long to look into every single person's chances" }),
    }),
  ),
  recruit: z.strictObject({
    groups: z.array(
      z.strictObject({
        language: z.string(),
        district: z.string().nullable(),
        gender: z.string().nullable(),
        time: z.string().nullable(),
        ageBand: z.string().nullable(),
        mentors: z.number().int(),
        tandems: z.number().int(),
        points,
        sentence: z.string(),
      }),
    ),
    together: z.strictObject({ mentors: z.number().int(), tandems: z.number().int() }),
    othersUnserved: z.number().int(),
  }),
  assumptions: z.array(z.strictObject({ code: z.enum(ASSUMPTION_CODES), sentence: z.string() })),
  notes: z.array(
    z.strictObject({
      file: z.string(),
      line: z.number().int(),
      column: z.number().int().nullable().meta({ description: "from 0; null: the whole row" }),
      header: z.string().nullable(),
      severity: z.enum(["error", "hint"]),
      code: z.string(),
      facts: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])),
      isWarning: z.boolean(),
      sentence: z.string(),
    }),
  ),
});
export type PlanJson = z.infer<typeof PlanJson>;

export const planJson = (report: PlanReport, language: PlanJson["language"]): PlanJson =>
  PlanJson.parse({ format: "augenhoehe-plan", version: 1, language, ...report });
