import { parentPort } from "node:worker_threads";
import { Refusal, type RefusalCode, type RefusalFacts } from "@augenhoehe/domain";
import type { RoundInput } from "@augenhoehe/domain/matching";
import { createBoundedMemory } from "./bounded-memory.ts";
import { answerRoundTask, type RoundAnswers, type RoundQuestion, type RoundTasks } from "./round-tasks.ts";

/** One question to the thread. The people travel only when it says that it does not know them. */
export interface ToThread {
  readonly roundId: string;
  readonly input?: RoundInput;
  readonly question: RoundQuestion;
  readonly task: RoundTasks[RoundQuestion];
}

export type FromThread =
  | { readonly kind: "unknown_round" }
  | { readonly kind: "progress"; readonly share: number }
  | { readonly kind: "answer"; readonly answer: RoundAnswers[RoundQuestion] }
  | { readonly kind: "refused"; readonly code: RefusalCode; readonly facts: RefusalFacts | undefined }
  | { readonly kind: "failed"; readonly message: string };

const port = parentPort;
if (port === null) throw new Error("This file runs in a thread");
const say = (message: FromThread): void => port.postMessage(message);

/** With a round's people stays what was worked out about them. */
const REMEMBERED_PEOPLE = 20_000;
const inputs = createBoundedMemory<RoundInput>(
  REMEMBERED_PEOPLE,
  ({ requests, mentors }) => requests.length + mentors.length,
);

port.on("message", ({ roundId, input, question, task }: ToThread) => {
  if (input !== undefined) inputs.set(roundId, input);
  const known = inputs.get(roundId);
  if (known === undefined) return say({ kind: "unknown_round" });
  try {
    const answer = answerRoundTask(known, question, task, (share) => say({ kind: "progress", share }));
    say({ kind: "answer", answer });
  } catch (error) {
    if (error instanceof Refusal) say({ kind: "refused", code: error.code, facts: error.facts });
    else say({ kind: "failed", message: error instanceof Error ? error.message : "unknown" });
  }
});
