import type { AlternativeView } from "@augenhoehe/contract";
import type { ReasonWords } from "#lib/messages/reason-message.ts";
import { costSentences } from "./change-words.ts";
import { pairOf } from "./pair-words.ts";

export interface AlternativeWords {
  readonly requestId: string;
  readonly mentorId: string;
  readonly mentee: string;
  readonly mentor: string;
  readonly pair: string;
  readonly points: number;
  readonly cost: string;
  /** Somebody would have nobody because of it. */
  readonly leavesSomebody: boolean;
}

export const alternativeWords = (alternative: AlternativeView, words: ReasonWords): AlternativeWords => ({
  requestId: alternative.requestId,
  mentorId: alternative.mentorId,
  mentee: alternative.chosenName,
  mentor: alternative.mentorName,
  pair: pairOf({ chosenName: alternative.chosenName, name: alternative.mentorName }),
  points: alternative.points,
  cost: costSentences(alternative.cost, alternative.requestId, words).join(" "),
  leavesSomebody: alternative.cost.counts.noLongerServed > 0,
});
