import type { RoundInput } from "@augenhoehe/domain/matching";
import { createBoundedMemory, type BoundedMemory } from "./bounded-memory.ts";
import type { FrozenRound } from "./frozen-round.ts";
import { createRoundThread, type Watch } from "./round-thread.ts";
import {
  answerRoundTask,
  type PlanAnswer,
  type RoundAnswers,
  type RoundQuestion,
  type RoundTasks,
} from "./round-tasks.ts";

/** Up to so many pairs of people a plan is worked out in the few milliseconds that nobody else notices. */
const SMALL_PAIRS = 20_000;
const REMEMBERED_PEOPLE = 20_000;
const REMEMBERED_PAIRS = 20_000;

type Round = { readonly id: string; readonly frozen: FrozenRound };
interface RoundSize {
  readonly requests: number;
  readonly mentors: number;
}

/** Works out plans: small rounds at once, large ones in a thread. What it remembers follows from what is stored. */
export interface RoundEngine {
  isSmall(size: RoundSize): boolean;
  ask<Q extends RoundQuestion>(round: Round, question: Q, task: RoundTasks[Q], watch?: Watch): Promise<RoundAnswers[Q]>;
  /** Frozen people by round. */
  readonly frozen: BoundedMemory<FrozenRound>;
  /** Plans by draft, revision and who is not to be seen. */
  readonly plans: BoundedMemory<PlanAnswer>;
  /** Goes on after the answer was sent; waited for at the end. */
  keep(work: Promise<void>): void;
  isStopped(): boolean;
  stop(): Promise<void>;
}

export function createRoundEngine({ smallPairs = SMALL_PAIRS }: { readonly smallPairs?: number } = {}): RoundEngine {
  const thread = createRoundThread();
  const kept = new Set<Promise<void>>();
  let stopped = false;
  const isSmall = ({ requests, mentors }: RoundSize) => requests * mentors <= smallPairs;
  return {
    isSmall,
    async ask(round, question, task, watch) {
      const { input } = round.frozen;
      const size = { requests: input.requests.length, mentors: input.mentors.length };
      if (isSmall(size)) return answerRoundTask(input, question, task, watch?.onProgress ?? (() => undefined));
      return thread.ask({ id: round.id, input }, question, task, watch);
    },
    frozen: createBoundedMemory(REMEMBERED_PEOPLE, ({ input }) => peopleIn(input)),
    plans: createBoundedMemory(REMEMBERED_PAIRS, ({ plan }) => plan.pairs.length + plan.unserved.length),
    keep(work) {
      kept.add(work);
      void work.finally(() => kept.delete(work));
    },
    isStopped: () => stopped,
    async stop() {
      stopped = true;
      await thread.stop();
      await Promise.allSettled(kept);
    },
  };
}

const peopleIn = ({ requests, mentors }: RoundInput): number => requests.length + mentors.length;
