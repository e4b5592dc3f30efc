import { z } from "zod";
import { PROPOSAL_STATES, REFUSAL_CODES, REQUEST_STATUSES } from "@augenhoehe/domain";
import {
  EXCLUSION_CODES,
  MENTOR_OFFERS,
  RECRUIT_TIMES,
  ROUND_BAN_REASONS,
  ROUND_EDIT_KINDS,
  UNSERVED_BECAUSE,
  WISHES,
} from "@augenhoehe/domain/matching";
import { CautionView, PairingView, ScoreView } from "./requests.ts";
import { AgeBand, Facts, Gender, Id, Instant, Key, LanguageCode } from "./shared.ts";

const count = z.number().int();

export const RoundFigures = z.strictObject({
  /** Requests that are part of the plan, without those left out. */
  requests: count,
  served: count,
  priorityRequests: count,
  priorityServed: count,
  /** Sum of the fit of all pairs, and its mean per pair (null without pairs). */
  points: count,
  meanPoints: z.number().nullable(),
  bonus: z.number(),
  /** Pairs in which the mentor is the request's first choice. */
  firstChoices: count,
  pinned: count,
});
export type RoundFigures = z.infer<typeof RoundFigures>;

/** A person of the own provider in a round. */
export const RoundRequestView = z.strictObject({
  requestId: Id,
  chosenName: z.string(),
  district: Key.nullable(),
  districtName: z.string().nullable(),
  /** Up to the moment the round was frozen. */
  waitingDays: count,
});
export const RoundMentorView = z.strictObject({
  mentorId: Id,
  name: z.string(),
  district: Key.nullable(),
  districtName: z.string().nullable(),
});

/**
 * Whether a pair can still be sent, as of now: `ready` · `sent` from this round · `gone`: the request is not open any
 * more, or the mentor left. Sending looks closer.
 */
export const PairStanding = z.discriminatedUnion("state", [
  z.strictObject({ state: z.literal("ready") }),
  z.strictObject({ state: z.literal("sent"), proposalId: Id, proposalState: z.enum(PROPOSAL_STATES) }),
  z.strictObject({ state: z.literal("gone"), requestStatus: z.enum(REQUEST_STATUSES), mentorLeft: z.boolean() }),
]);
export type PairStanding = z.infer<typeof PairStanding>;

/** What asks for a look, the most pressing first. */
export const PAIR_MARKS = ["gone", "pinned", "not_first_choice", "caution"] as const;

export const RoundPairRow = RoundRequestView.extend(RoundMentorView.omit({ district: true, districtName: true }).shape)
  .extend({
    mentorDistrict: Key.nullable(),
    mentorDistrictName: z.string().nullable(),
    score: ScoreView,
    /** Waiting bonus in points, apart from the fit. */
    bonus: z.number(),
    pinned: z.boolean(),
    priority: z.boolean(),
    /** The mentor's place among those possible for this request; 1 is the first choice. And the other way round. */
    mentorPlace: count,
    mentorsPossible: count,
    requestPlace: count,
    requestsPossible: count,
    cautions: z.array(CautionView),
    marks: z.array(z.enum(PAIR_MARKS)),
    standing: PairStanding,
  })
  .strict();
export type RoundPairRow = z.infer<typeof RoundPairRow>;

const ExclusionCounts = z.array(z.strictObject({ code: z.enum(EXCLUSION_CODES), mentors: count, alone: count }));

export const UnservedRow = RoundRequestView.extend({
  priority: z.boolean(),
  because: z.enum(UNSERVED_BECAUSE),
  possible: count,
  /** How many mentors each exclusion rules out, and how many it alone does. */
  excluded: ExclusionCounts,
});
export type UnservedRow = z.infer<typeof UnservedRow>;

const MentorAt = z.strictObject({ mentorId: Id, name: z.string(), points: count });

/** What is different between two plans, from the first to the second. */
export const PlanComparisonView = z.strictObject({
  /** Served in both, by another mentor. At most `COMPARED_AT_MOST` of each list; `counts` are complete. */
  moved: z.array(z.strictObject({ requestId: Id, chosenName: z.string(), before: MentorAt, after: MentorAt })),
  newlyServed: z.array(z.strictObject({ requestId: Id, chosenName: z.string(), by: MentorAt })),
  noLongerServed: z.array(z.strictObject({ requestId: Id, chosenName: z.string(), by: MentorAt })),
  counts: z.strictObject({ moved: count, newlyServed: count, noLongerServed: count, kept: count }),
  /** After minus before. */
  served: count,
  priorityServed: count,
  points: count,
  bonus: z.number(),
});
export type PlanComparisonView = z.infer<typeof PlanComparisonView>;
export const COMPARED_AT_MOST = 200;

/** Pairs on one page of a plan. */
export const ROUND_PAGE_SIZE = 200;

/** A district with its place on a map: `x` to the east, `y` to the south, both within 0–1, true to scale. */
export const MapDistrict = z.strictObject({
  key: Key,
  name: z.string(),
  x: z.number().min(0).max(1),
  y: z.number().min(0).max(1),
  requests: count,
  mentors: count,
});

const LastStep = z.strictObject({
  kind: z.enum([...ROUND_EDIT_KINDS, "settings"]),
  at: Instant,
  by: z.string(),
  /** Names of those it is about, as far as they are there to see. */
  chosenNames: z.array(z.string()),
  mentorNames: z.array(z.string()),
});

const ReadyPlan = z.strictObject({
  status: z.literal("ready"),
  revision: count,
  weightsVersion: count,
  /** The plan's own prices were checked: within the settings and the decisions made by hand there is no better one. */
  proved: z.boolean(),
  figures: RoundFigures,
  /** Those that ask for a decision first: gone, pinned, not the first choice, with cautions; then by falling need. */
  pairs: z.array(RoundPairRow),
  /** Of all pages. */
  total: count,
  page: count,
  pageSize: count,
  /** Pairs that can still be sent, of all pages. */
  sendable: count,
  /** Longest waiting first. */
  unserved: z.array(UnservedRow),
  /** Lines join the district of who asked with that of the mentor; both may be the same. Of all pages. */
  map: z.strictObject({
    districts: z.array(MapDistrict),
    /** Height of the map when its width is 1. */
    ratio: z.number(),
    lines: z.array(z.strictObject({ from: Key, to: Key, pairs: count })),
  }),
  /** What was decided by hand and is in no pair. */
  decisions: z.strictObject({
    bans: z.array(
      z.strictObject({
        requestId: Id,
        chosenName: z.string(),
        mentorId: Id,
        mentorName: z.string(),
        reason: z.enum(ROUND_BAN_REASONS),
      }),
    ),
    requestsLeftOut: z.array(RoundRequestView),
    mentorsLeftOut: z.array(RoundMentorView),
  }),
  steps: count,
  /** What can be undone; null when nothing was changed. */
  lastStep: LastStep.nullable(),
  /** What the last change did to the plan (an edit, an undo, other settings); null when there was none. */
  lastChange: PlanComparisonView.nullable(),
});

/** A plan that is not there yet is asked for again: nothing is kept waiting on an open line. */
export const RoundPlanView = z.discriminatedUnion("status", [
  z.strictObject({ status: z.literal("working"), revision: count, progress: z.number().min(0).max(1) }),
  z.strictObject({ status: z.literal("cancelled"), revision: count }),
  z.strictObject({ status: z.literal("failed"), revision: count }),
  ReadyPlan,
]);
export type RoundPlanView = z.infer<typeof RoundPlanView>;
export type ReadyPlanView = z.infer<typeof ReadyPlan>;

/** A pair that could be made instead, and what that would cost: from the plan as it is to the best one with this pair. */
export const AlternativeView = RoundRequestView.pick({ requestId: true, chosenName: true }).extend({
  mentorId: Id,
  mentorName: z.string(),
  points: count,
  cost: PlanComparisonView,
});
export type AlternativeView = z.infer<typeof AlternativeView>;

export const PairView = z.strictObject({
  revision: count,
  row: RoundPairRow,
  /** Both as they were when the round was frozen. */
  request: PairingView.shape.request,
  mentor: PairingView.shape.mentor,
  /** Other mentors for the same request, other requests for the same mentor; by points. */
  otherMentors: z.array(AlternativeView),
  otherRequests: z.array(AlternativeView),
});
export type PairView = z.infer<typeof PairView>;

const doorEffect = { serves: z.boolean(), change: PlanComparisonView };
export const DoorView = z.discriminatedUnion("side", [
  z.strictObject({
    side: z.literal("request"),
    opens: z.enum([...WISHES, "interpreter"]),
    moreMentors: count,
    ...doorEffect,
  }),
  z.strictObject({
    side: z.literal("mentor"),
    mentorId: Id,
    mentorName: z.string(),
    opens: z.enum(MENTOR_OFFERS),
    ...doorEffect,
  }),
]);

export const UnservedView = z.strictObject({
  revision: count,
  row: UnservedRow,
  request: PairingView.shape.request,
  belowMinimum: count,
  ruledOut: count,
  full: count,
  /** What would open a door, the most helpful first. */
  doors: z.array(DoorView),
  /** Pairs that would serve this person, the cheapest for the others first. */
  displacing: z.array(AlternativeView),
});
export type UnservedView = z.infer<typeof UnservedView>;

/** Whom to look for: groups, never one person. */
export const RecruitmentView = z.strictObject({
  revision: count,
  groups: z.array(
    z.strictObject({
      language: LanguageCode,
      district: Key.nullable(),
      districtName: z.string().nullable(),
      gender: Gender.nullable(),
      time: z.enum(RECRUIT_TIMES).nullable(),
      ageBand: AgeBand.nullable(),
      mentors: count,
      tandems: count,
      points: count,
    }),
  ),
  together: z.strictObject({ mentors: count, tandems: count }),
  othersUnserved: count,
});
export type RecruitmentView = z.infer<typeof RecruitmentView>;

const SentPair = { requestId: Id, chosenName: z.string(), mentorId: Id, mentorName: z.string() };

export const SendingReport = z.strictObject({
  sent: z.array(z.strictObject({ ...SentPair, proposalId: Id })),
  /** Sent from this round before, e.g. by a second press on the button. */
  alreadySent: z.array(z.strictObject({ ...SentPair, proposalId: Id })),
  /** Not sent, because something changed since the round was frozen. */
  stale: z.array(z.strictObject({ ...SentPair, reason: z.enum(REFUSAL_CODES), facts: Facts })),
  /** How many pairs wait for another press because so many cannot be sent at once. */
  left: count,
});
export type SendingReport = z.infer<typeof SendingReport>;
