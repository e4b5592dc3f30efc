import { seededRandom } from "@augenhoehe/api/demo/seeded-random";
import type { Outcome } from "./run-seeds.ts";
import { addedUp, peopleIn, reachedBy, servedWithin, type Waits } from "./waiting-time.ts";

/** A figure over all seeds, and between which values nine of ten seeds lie (the 5th and 95th percentile). */
export interface Spread {
  readonly all: number;
  readonly from: number;
  readonly to: number;
}

export interface PolicySummary {
  readonly tandems: Spread;
  readonly meanPoints: Spread;
  readonly gaveUp: Spread;
  readonly stillWaiting: Spread;
}

export interface GroupSummary {
  /** Per run. */
  readonly people: number;
  readonly median: number | null;
  readonly p90: number | null;
  /** Of the 90th percentile, over the seeds in which it was reached; `null` unless it was in nine of ten. */
  readonly p90Spread: Spread | null;
  readonly servedInHalfAYear: number;
}

const HALF_A_YEAR = 182;

export function summaryOf(outcomes: readonly Outcome[]): PolicySummary {
  const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;
  const tandems = outcomes.map((outcome) => outcome.tandems);
  const ofEach = (figure: (outcome: Outcome) => number): Spread => {
    const values = outcomes.map(figure);
    return spread(mean(values), values);
  };
  return {
    tandems: spread(mean(tandems), tandems),
    meanPoints: spread(
      mean(outcomes.map(({ points }) => points)) / mean(tandems),
      outcomes.map((outcome) => outcome.points / outcome.tandems),
    ),
    gaveUp: ofEach(({ gaveUp }) => gaveUp),
    stillWaiting: ofEach(({ stillWaiting }) => stillWaiting),
  };
}

export function groupSummary(outcomes: readonly Outcome[], group: string): GroupSummary {
  const parts = waitsOf(outcomes, group);
  const waits = addedUp(parts);
  const p90 = reachedBy(0.9, waits);
  const reached = parts.map((part) => reachedBy(0.9, part)).filter((days) => days !== null);
  return {
    people: peopleIn(waits) / outcomes.length,
    median: reachedBy(0.5, waits),
    p90,
    p90Spread: p90 === null || reached.length < 0.9 * parts.length ? null : spread(p90, reached),
    servedInHalfAYear: servedWithin(HALF_A_YEAR, waits),
  };
}

export interface Difference {
  /** Days that the 90th percentile lies later than under the other policy. */
  readonly days: number;
  /** Between these it lies in 95 of 100 draws of seeds. */
  readonly from: number;
  readonly to: number;
}

const DRAWS = 400;

/**
 * How much later nine of ten have a tandem than under the other policy; the seeds are drawn again and again, both
 * policies together. Endless where only this policy never gets there, `null` where neither does.
 */
export function laterThan(outcomes: readonly Outcome[], others: readonly Outcome[], group: string): Difference | null {
  const random = seededRandom(20_260_105);
  const [parts, otherParts] = [waitsOf(outcomes, group), waitsOf(others, group)];
  const difference = (seeds: readonly number[]): number | null => {
    const p90 = reachedBy(0.9, addedUp(drawn(parts, seeds)));
    const other = reachedBy(0.9, addedUp(drawn(otherParts, seeds)));
    return p90 === null && other === null ? null : (p90 ?? Infinity) - (other ?? Infinity);
  };
  const days = difference([...parts.keys()]);
  if (days === null) return null;
  const draws = Array.from({ length: DRAWS }, () => difference(parts.map(() => random.between(0, parts.length - 1))))
    .map((value) => value ?? 0)
    .sort((a, b) => a - b);
  return { days, from: percentile(0.025, draws), to: percentile(0.975, draws) };
}

const waitsOf = (outcomes: readonly Outcome[], group: string): Waits[] =>
  outcomes.map(({ waitsByGroup }) => waitsByGroup.get(group)).filter((waits) => waits !== undefined);

const drawn = (parts: readonly Waits[], seeds: readonly number[]): Waits[] =>
  seeds.map((seed) => parts[seed]).filter((waits) => waits !== undefined);

function spread(all: number, values: readonly number[]): Spread {
  const sorted = values.toSorted((a, b) => a - b);
  return { all, from: percentile(0.05, sorted), to: percentile(0.95, sorted) };
}

const percentile = (share: number, sorted: readonly number[]): number =>
  sorted[Math.round(share * (sorted.length - 1))] ?? Number.NaN;
