import type { InstancePlan } from "./instances.ts";
import type { openLemon } from "./lemon-peer.ts";
import { type Answer, answerSchema } from "./peer-answer.ts";
import { runScript } from "./run-in-child.ts";
import type { Task } from "./tasks.ts";

const SOLVE = new URL("./solve-in-child.ts", import.meta.url);

/** One solver on one instance: the median of its runs, or why there is none. */
export type Outcome =
  | { readonly ran: true; readonly answer: Answer; readonly runs: number }
  | { readonly ran: false; readonly why: string };

export interface Comparison {
  readonly plan: InstancePlan;
  readonly task: Task;
  readonly ours: Outcome;
  readonly lemon: Outcome;
  readonly munkres: Outcome;
  readonly highs: Outcome;
}

export interface ComparisonSettings {
  readonly runs: number;
  readonly full: boolean;
  readonly limitSeconds: number;
  /** Compare the time spent computing, not the time that passed. */
  readonly processorTime: boolean;
  readonly lemon: Awaited<ReturnType<typeof openLemon>>;
}

/** Undefined when stopped at the time limit. */
type Run = () => Promise<Answer | undefined>;

/** The solvers take turns, so that a busy minute of the machine meets all of them. */
export async function compareSolvers(
  plan: InstancePlan,
  path: string,
  task: Task,
  { runs, full, limitSeconds, processorTime, lemon }: ComparisonSettings,
): Promise<Comparison> {
  const read = (printed: string | undefined): Answer | undefined => {
    if (printed === undefined) return undefined;
    const answer = answerSchema.parse(JSON.parse(printed));
    return processorTime ? { ...answer, solveMs: answer.processorMs } : answer;
  };
  const script =
    (solver: string): Run =>
    async () =>
      read(await runScript(SOLVE, [solver, path, task], limitSeconds));
  const munkresRuns = munkresRunsOf(plan, task, runs, full);
  const outcomes = {
    ours: new Turns(runs, limitSeconds, script("ours")),
    lemon: new Turns(lemon ? runs : "not run", limitSeconds, async () => read(await lemon?.(path, task, limitSeconds))),
    munkres: new Turns(munkresRuns, limitSeconds, script("munkres")),
    highs: new Turns(plan.highs && task !== "priority-first" ? 1 : "–", limitSeconds, script("highs")),
  };
  for (let round = 0; round < runs; round++) {
    for (const turns of Object.values(outcomes)) await turns.take();
  }
  const { ours, lemon: lemonTurns, munkres, highs } = outcomes;
  return {
    plan,
    task,
    ours: ours.outcome(),
    lemon: lemonTurns.outcome(),
    munkres: munkres.outcome(),
    highs: highs.outcome(),
  };
}

function munkresRunsOf({ munkres }: InstancePlan, task: Task, runs: number, full: boolean): number | string {
  if (munkres === "never" || task !== "value") return "–";
  if (munkres === "runs") return runs;
  return munkres === "once" || full ? 1 : "not run (--full)";
}

class Turns {
  private readonly answers: Answer[] = [];
  private readonly planned: number;
  private readonly run: Run;
  private readonly limitSeconds: number;
  private why: string;

  /** `planned`: how many runs, or in words why none. */
  constructor(planned: number | string, limitSeconds: number, run: Run) {
    this.planned = typeof planned === "number" ? planned : 0;
    this.why = typeof planned === "string" ? planned : "";
    this.limitSeconds = limitSeconds;
    this.run = run;
  }

  async take(): Promise<void> {
    if (this.why !== "" || this.answers.length === this.planned) return;
    const answer = await this.run();
    if (answer === undefined) this.why = `stopped at ${this.limitSeconds} s`;
    else this.answers.push(answer);
  }

  outcome(): Outcome {
    const [first] = this.answers;
    if (this.why !== "" || first === undefined) return { ran: false, why: this.why };
    const median = (figure: (answer: Answer) => number) => medianOf(this.answers.map(figure));
    const answer = {
      ...first,
      readMs: median(({ readMs }) => readMs),
      solveMs: median(({ solveMs }) => solveMs),
      peakBytes: Math.max(...this.answers.map(({ peakBytes }) => peakBytes)),
      proofPeakBytes: Math.max(...this.answers.map(({ proofPeakBytes = 0 }) => proofPeakBytes)),
      wrong: this.answers.map(({ wrong }) => wrong).find((reason) => typeof reason === "string") ?? first.wrong,
    };
    return { ran: true, answer, runs: this.answers.length };
  }
}

export function medianOf(figures: readonly number[]): number {
  const sorted = figures.toSorted((a, b) => a - b);
  return sorted[Math.floor((sorted.length - 1) / 2)] ?? Number.NaN;
}
