import { z } from "zod";
import { ROUND_BAN_REASONS, ROUND_SETTING_LIMITS, ROUND_SIDES } from "@augenhoehe/domain/matching";
import { endpoint } from "./endpoint.ts";
import {
  PairView,
  PlanComparisonView,
  RecruitmentView,
  RoundFigures,
  RoundPlanView,
  SendingReport,
  UnservedView,
} from "./round-plans.ts";
import {
  Created,
  Done,
  Id,
  IdParams,
  Instant,
  Keys,
  LanguageCode,
  LocalDate,
  PageQuery,
  line,
  page,
} from "./shared.ts";

/** A round may not be larger; more than this nobody decides by hand. */
export const ROUND_LIMITS = { requests: 2_000, mentors: 5_000, drafts: 12, steps: 1_000, sentAtOnce: 500 } as const;

const hundredths = (max: number) => z.number().min(0).max(max).multipleOf(0.01);

/** What counts, per draft. */
export const RoundSettings = z.strictObject({
  objective: z.enum(["served-first", "value"]),
  /** A pair with fewer points is made only by a pin. */
  minimumPoints: z.number().int().min(0).max(ROUND_SETTING_LIMITS.minimumPoints),
  /** Points on top of the fit for each whole week of waiting. */
  waitingBonus: z.strictObject({
    pointsPerWeek: hundredths(ROUND_SETTING_LIMITS.pointsPerWeek),
    atMostPoints: hundredths(ROUND_SETTING_LIMITS.atMostPoints),
  }),
});
export type RoundSettings = z.infer<typeof RoundSettings>;

/** Who is part of a round, among the own provider's open requests. Empty lists mean all. */
export const RoundFilter = z.strictObject({
  districts: Keys,
  /** Spoken by the person who asked. */
  languages: z.array(LanguageCode).max(40),
  /** Days on which the request came in, both included. */
  waitingSince: LocalDate.nullable(),
  waitingUntil: LocalDate.nullable(),
});
export type RoundFilter = z.infer<typeof RoundFilter>;

/** `mentorId` is the id of a volunteer, everywhere in a round. */
const Pair = { requestId: Id, mentorId: Id };

/** One change by hand. */
export const RoundEdit = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("pin"), ...Pair }),
  z.strictObject({ kind: z.literal("unpin"), requestId: Id }),
  z.strictObject({ kind: z.literal("ban"), ...Pair, reason: z.enum(ROUND_BAN_REASONS) }),
  z.strictObject({ kind: z.literal("unban"), ...Pair }),
  /** Two pairs as they are in the plan: each request gets the other's mentor. */
  z.strictObject({ kind: z.literal("swap"), pairs: z.tuple([z.strictObject(Pair), z.strictObject(Pair)]) }),
  z.strictObject({ kind: z.literal("prioritise"), requestId: Id }),
  z.strictObject({ kind: z.literal("deprioritise"), requestId: Id }),
  z.strictObject({ kind: z.literal("leave_out"), side: z.enum(ROUND_SIDES), id: Id }),
  z.strictObject({ kind: z.literal("bring_back"), side: z.enum(ROUND_SIDES), id: Id }),
]);
export type RoundEdit = z.infer<typeof RoundEdit>;

export const RoundRow = z.strictObject({
  id: Id,
  name: z.string(),
  /** The moment as of which everything was frozen. */
  createdAt: Instant,
  createdBy: z.string(),
  closedAt: Instant.nullable(),
  requests: z.number().int(),
  mentors: z.number().int(),
  drafts: z.number().int(),
  /** Proposals made from it. */
  sent: z.number().int(),
});
export type RoundRow = z.infer<typeof RoundRow>;

export const RoundDraftRow = z.strictObject({
  id: Id,
  name: z.string(),
  /** Counts up with every change; a change names the one it was made on. */
  revision: z.number().int(),
  settings: RoundSettings,
  /** Changes made by hand, or of the settings, that can be undone. */
  steps: z.number().int(),
  changedAt: Instant,
  changedBy: z.string(),
  /** Null while its plan is not worked out. */
  figures: RoundFigures.nullable(),
});
export type RoundDraftRow = z.infer<typeof RoundDraftRow>;

export const RoundDetail = RoundRow.extend({
  filter: RoundFilter,
  weightsVersion: z.number().int(),
  drafts: z.array(RoundDraftRow),
});
export type RoundDetail = z.infer<typeof RoundDetail>;

/** Who could be part of a round now, to choose from. */
export const RoundPool = z.strictObject({
  requests: z.number().int(),
  mentors: z.number().int(),
  freePlaces: z.number().int(),
  districts: z.array(z.strictObject({ key: z.string(), name: z.string(), requests: z.number().int() })),
  languages: z.array(z.strictObject({ code: LanguageCode, requests: z.number().int() })),
  defaults: RoundSettings,
});
export type RoundPool = z.infer<typeof RoundPool>;

const RoundName = line(80);
/** The revision the change was made on; refused with `round_draft_changed { revision }` when it is not the present one. */
const OnRevision = { revision: z.number().int().min(1) };
const Revision = z.strictObject({ revision: z.number().int() });
const DraftParams = z.strictObject({ id: Id, draftId: Id });
const RequestParams = z.strictObject({ id: Id, draftId: Id, requestId: Id });
const coordinators = ["coordinator"] as const;

export const roundsEndpoints = {
  readRoundPool: endpoint({
    method: "GET",
    path: "/api/rounds/pool",
    who: coordinators,
    summary: "How many could be part of a round now, by district and language",
    response: RoundPool,
  }),
  createRound: endpoint({
    method: "POST",
    path: "/api/rounds",
    who: coordinators,
    summary: "Freeze who waits and who is free, and begin the first draft of a plan",
    body: z.strictObject({ name: RoundName, filter: RoundFilter, settings: RoundSettings }),
    response: z.strictObject({ id: Id, draftId: Id }),
    perMinute: 30,
  }),
  listRounds: endpoint({
    method: "GET",
    path: "/api/rounds",
    who: coordinators,
    summary: "Matching rounds of the own provider, the newest first",
    query: z.strictObject({ ...PageQuery }),
    response: page(RoundRow),
  }),
  readRound: endpoint({
    method: "GET",
    path: "/api/rounds/:id",
    who: coordinators,
    summary: "A round with its drafts",
    params: IdParams,
    response: RoundDetail,
  }),
  renameRound: endpoint({
    method: "PUT",
    path: "/api/rounds/:id",
    who: coordinators,
    summary: "Give a round another name",
    params: IdParams,
    body: z.strictObject({ name: RoundName }),
    response: Done,
  }),
  closeRound: endpoint({
    method: "POST",
    path: "/api/rounds/:id/close",
    who: coordinators,
    summary: "Close a round: it can be read and changes no more",
    params: IdParams,
    response: Done,
  }),
  deleteRound: endpoint({
    method: "DELETE",
    path: "/api/rounds/:id",
    who: coordinators,
    summary: "Delete a round with everything frozen in it; proposals made from it stay",
    params: IdParams,
    response: Done,
  }),
  createRoundDraft: endpoint({
    method: "POST",
    path: "/api/rounds/:id/drafts",
    who: coordinators,
    summary: "Begin another draft, or copy one with everything decided in it",
    params: IdParams,
    body: z.strictObject({ name: RoundName, copyOf: Id }),
    response: Created,
  }),
  renameRoundDraft: endpoint({
    method: "PUT",
    path: "/api/rounds/:id/drafts/:draftId",
    who: coordinators,
    summary: "Give a draft another name",
    params: DraftParams,
    body: z.strictObject({ name: RoundName }),
    response: Done,
  }),
  deleteRoundDraft: endpoint({
    method: "DELETE",
    path: "/api/rounds/:id/drafts/:draftId",
    who: coordinators,
    summary: "Delete a draft; a round keeps at least one",
    params: DraftParams,
    response: Done,
  }),
  changeRoundSettings: endpoint({
    method: "PUT",
    path: "/api/rounds/:id/drafts/:draftId/settings",
    who: coordinators,
    summary: "Change what counts in a draft",
    params: DraftParams,
    body: z.strictObject({ ...OnRevision, settings: RoundSettings }),
    response: Revision,
  }),
  editRoundDraft: endpoint({
    method: "POST",
    path: "/api/rounds/:id/drafts/:draftId/edits",
    who: coordinators,
    summary: "Decide something by hand: pin, ban, swap, priority, leave out",
    params: DraftParams,
    body: z.strictObject({ ...OnRevision, edit: RoundEdit }),
    response: Revision,
  }),
  undoRoundStep: endpoint({
    method: "POST",
    path: "/api/rounds/:id/drafts/:draftId/undo",
    who: coordinators,
    summary: "Take back the last change of a draft",
    params: DraftParams,
    body: z.strictObject(OnRevision),
    response: Revision,
  }),
  readRoundPlan: endpoint({
    method: "GET",
    path: "/api/rounds/:id/drafts/:draftId/plan",
    who: coordinators,
    summary: "The best plan of a draft, or how far its solving has come",
    params: DraftParams,
    query: z.strictObject({ ...PageQuery }),
    response: RoundPlanView,
  }),
  cancelRoundPlan: endpoint({
    method: "POST",
    path: "/api/rounds/:id/drafts/:draftId/plan/cancel",
    who: coordinators,
    summary: "Stop the solving of a large plan, whichever process is at it",
    params: DraftParams,
    response: Done,
  }),
  startRoundPlan: endpoint({
    method: "POST",
    path: "/api/rounds/:id/drafts/:draftId/plan/start",
    who: coordinators,
    summary: "Solve a plan whose solving was stopped or failed",
    params: DraftParams,
    response: Done,
  }),
  readRoundPair: endpoint({
    method: "GET",
    path: "/api/rounds/:id/drafts/:draftId/pairs/:requestId",
    who: coordinators,
    summary: "Both people of a pair side by side, and what every other choice would cost the others",
    params: RequestParams,
    response: PairView,
  }),
  readRoundUnserved: endpoint({
    method: "GET",
    path: "/api/rounds/:id/drafts/:draftId/unserved/:requestId",
    who: coordinators,
    summary: "Why somebody stays unserved, and what would open a door",
    params: RequestParams,
    response: UnservedView,
  }),
  readRoundRecruitment: endpoint({
    method: "GET",
    path: "/api/rounds/:id/drafts/:draftId/recruitment",
    who: coordinators,
    summary: "Whom to recruit next, from the prices of the plan",
    params: DraftParams,
    response: RecruitmentView,
  }),
  downloadRoundRecruitment: endpoint({
    method: "GET",
    path: "/api/rounds/:id/drafts/:draftId/recruitment/file",
    who: coordinators,
    summary: "The same as a small table for a volunteer agency, in German, without anybody's data",
    params: DraftParams,
    query: z.strictObject({ format: z.enum(["csv", "xlsx"]) }),
    response: { file: ["text/csv", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"] },
    perMinute: 30,
  }),
  compareRoundDrafts: endpoint({
    method: "GET",
    path: "/api/rounds/:id/drafts/:draftId/comparison/:otherId",
    who: coordinators,
    summary: "What the other draft does differently from this one",
    params: z.strictObject({ id: Id, draftId: Id, otherId: Id }),
    response: z.strictObject({
      before: RoundDraftRow.extend({ figures: RoundFigures }),
      after: RoundDraftRow.extend({ figures: RoundFigures }),
      comparison: PlanComparisonView,
    }),
  }),
  sendRound: endpoint({
    method: "POST",
    path: "/api/rounds/:id/drafts/:draftId/send",
    who: coordinators,
    summary: "Make proposals of the chosen pairs; each volunteer is asked first. What went stale is listed",
    params: DraftParams,
    body: z.strictObject({
      ...OnRevision,
      /** `all` pairs of the plan, or those of these requests. */
      requestIds: z.union([z.literal("all"), z.array(Id).min(1).max(ROUND_LIMITS.sentAtOnce)]),
    }),
    response: SendingReport,
    perMinute: 30,
  }),
};
