import type { RoundPairRow } from "@augenhoehe/contract";
import { isolated } from "#lib/messages/isolated.ts";
import { PROPOSAL_STATE_LABELS, REQUEST_STATUS_LABELS } from "#lib/messages/labels.ts";
import { cautionMessage, reasonMessage, type ReasonWords } from "#lib/messages/reason-message.ts";
import { m } from "#lib/paraglide/messages.js";
import type { Formats } from "#lib/server/format.ts";

export const PAIR_GROUPS = ["look", "clear", "decided", "sent"] as const;
export type PairGroup = (typeof PAIR_GROUPS)[number];

export interface PairWords {
  readonly requestId: string;
  readonly mentorId: string;
  readonly mentee: string;
  readonly mentor: string;
  /** „Rania und Klaus“ */
  readonly pair: string;
  readonly from: string | null;
  readonly to: string | null;
  readonly points: number;
  readonly choice: string;
  readonly waiting: string;
  readonly reasons: readonly string[];
  readonly cautions: readonly string[];
  readonly group: PairGroup;
  readonly pinned: boolean;
  readonly priority: boolean;
  /** Can still be changed and sent. */
  readonly isReady: boolean;
  /** Why not, or what became of it. */
  readonly standing: string | null;
  readonly proposalId: string | null;
}

export const pairOf = (row: { readonly chosenName: string; readonly name: string }): string =>
  m.rounds_pair_and({ mentee: isolated(row.chosenName), mentor: isolated(row.name) });

type Caution = RoundPairRow["cautions"][number];

/** True of many a good pair: said, but nothing that has to be decided. */
const MILD: ReadonlySet<Caution["code"]> = new Set(["one_common_time", "near_reach_limit"]);
/** A plan is there to use every place. */
const isSaid = ({ code }: Caution): boolean => code !== "last_place";

/** Up to this place among those possible, and from so many points on, a pair is clear unless something speaks against it. */
const GOOD_CHOICES = 3;
const GOOD_POINTS = 50;

function groupOf({ standing, pinned, mentorPlace, score, cautions }: RoundPairRow): PairGroup {
  if (standing.state === "sent") return "sent";
  if (standing.state === "gone") return "look";
  if (pinned) return "decided";
  const isGrave = cautions.some((caution) => isSaid(caution) && !MILD.has(caution.code));
  return isGrave || mentorPlace > GOOD_CHOICES || score.total < GOOD_POINTS ? "look" : "clear";
}

function choiceOf({ mentorPlace, mentorsPossible }: RoundPairRow, words: ReasonWords): string {
  if (mentorPlace === 1) return m.rounds_choice_first();
  if (mentorPlace > mentorsPossible) return m.rounds_choice_beyond();
  return m.rounds_choice_other({ place: words.number(mentorPlace), of: words.number(mentorsPossible) });
}

function standingOf({ standing, name }: RoundPairRow): string | null {
  if (standing.state === "ready") return null;
  if (standing.state === "sent")
    return m.rounds_standing_sent({ state: PROPOSAL_STATE_LABELS[standing.proposalState]() });
  return standing.mentorLeft
    ? m.rounds_gone_mentor({ name: isolated(name) })
    : m.rounds_gone_request({ status: REQUEST_STATUS_LABELS[standing.requestStatus]() });
}

/** One pair of a plan as a coordinator reads it. */
export function pairWords(row: RoundPairRow, words: ReasonWords, f: Formats): PairWords {
  const { requestId, mentorId, pinned, priority, standing } = row;
  return {
    requestId,
    mentorId,
    mentee: row.chosenName,
    mentor: row.name,
    pair: pairOf(row),
    from: row.district,
    to: row.mentorDistrict,
    points: row.score.total,
    choice: choiceOf(row, words),
    waiting: m.rounds_waits_since({ span: f.aboutDays(row.waitingDays) }),
    reasons: row.score.parts.filter(({ points }) => points > 0).map(({ reason }) => reasonMessage(reason, words)),
    cautions: row.cautions.filter(isSaid).map((caution) => cautionMessage(caution, words)),
    group: groupOf(row),
    pinned,
    priority,
    isReady: standing.state === "ready",
    standing: standingOf(row),
    proposalId: standing.state === "sent" ? standing.proposalId : null,
  };
}
