import type { Comparison, Outcome } from "./compare-solvers.ts";
import type { Answer } from "./peer-answer.ts";

/** A figure beside its goal. */
export interface Judgement {
  readonly text: string;
  readonly met: boolean;
}

export interface Verdict {
  /** What makes the answer wrong; empty when it is proved and everybody agrees on the optimum. */
  readonly faults: readonly string[];
  readonly judges: readonly string[];
  readonly lemonRatio: number | undefined;
  readonly munkresTimes: number | undefined;
  readonly goals: readonly Judgement[];
}

const PEERS = ["lemon", "munkres", "highs"] as const;
const msOf = (outcome: Outcome): number | undefined => (outcome.ran ? outcome.answer.solveMs : undefined);
export const megabytes = (bytes: number): number => bytes / 2 ** 20;

export function judgeComparison(comparison: Comparison): Verdict {
  const { ours, plan, lemon, munkres } = comparison;
  if (!ours.ran) return { faults: [ours.why], judges: [], lemonRatio: undefined, munkresTimes: undefined, goals: [] };
  const judges = PEERS.filter((peer) => comparison[peer].ran);
  const lemonMs = msOf(lemon);
  const munkresMs = msOf(munkres);
  const lemonRatio = lemonMs === undefined ? undefined : ours.answer.solveMs / lemonMs;
  const munkresTimes = munkresMs === undefined ? undefined : munkresMs / ours.answer.solveMs;
  const peak = megabytes(ours.answer.peakBytes);
  const goals = [
    judged(lemonRatio, plan.goals.lemonRatio, "at most", (ratio) => `${ratio.toFixed(2)} × LEMON`),
    judged(munkresTimes, plan.goals.munkresTimes, "at least", (times) => `${times.toFixed(1)} × faster than munkres`),
    judged(peak, plan.goals.peakMegabytes, "at most", (size) => `${size.toFixed(0)} MB at the most`),
  ].filter((goal) => goal !== undefined);
  return { faults: faultsOf(comparison, judges), judges, lemonRatio, munkresTimes, goals };
}

function faultsOf(comparison: Comparison, judges: readonly (typeof PEERS)[number][]): string[] {
  const { ours } = comparison;
  if (!ours.ran) return [];
  const { total, served, wrong } = ours.answer;
  const disagreements = judges.flatMap((peer) => {
    const theirs = comparison[peer];
    if (!theirs.ran || (theirs.answer.total === total && isSameService(comparison, theirs.answer))) return [];
    return [`${peer} finds ${theirs.answer.total} for ${theirs.answer.served} people, we ${total} for ${served}`];
  });
  return wrong === null ? disagreements : [`the certificate does not hold: ${wrong ?? "none given"}`, ...disagreements];
}

/** Several plans may be best and serve others, or under "value" another number of people. */
function isSameService({ ours, task }: Comparison, theirs: Answer): boolean {
  if (task === "value" || !ours.ran) return true;
  const { served, servedFirst } = ours.answer;
  return theirs.served === served && (task === "served-first" || theirs.servedFirst === servedFirst);
}

function judged(
  figure: number | undefined,
  goal: number | undefined,
  bound: "at most" | "at least",
  word: (figure: number) => string,
): Judgement | undefined {
  if (figure === undefined || goal === undefined) return undefined;
  const met = bound === "at most" ? figure <= goal : figure >= goal;
  return { text: `${word(figure)} (goal: ${bound} ${goal})`, met };
}
