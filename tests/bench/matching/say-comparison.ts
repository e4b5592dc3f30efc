import type { Comparison, Outcome } from "./compare-solvers.ts";
import { megabytes, type Verdict } from "./judge-comparison.ts";

const whole = (figure: number): string => figure.toLocaleString("en", { maximumFractionDigits: 0 });

const COLUMNS: readonly { readonly title: string; readonly width: number }[] = [
  { title: "instance", width: -15 },
  { title: "first", width: -14 },
  { title: "served", width: 7 },
  { title: "read ms", width: 8 },
  { title: "ours ms", width: 8 },
  { title: "peak MB", width: 8 },
  { title: "+ proof", width: 8 },
  { title: "LEMON ms", width: 9 },
  { title: "peak MB", width: 8 },
  { title: "ratio", width: 7 },
  { title: "munkres ms", width: 16 },
  { title: "faster", width: 8 },
  { title: "highs ms", width: 8 },
  { title: "answer", width: -1 },
];

const line = (cells: readonly string[]): string =>
  COLUMNS.map(({ width }, column) => {
    const cell = cells[column] ?? "";
    return width < 0 ? cell.padEnd(-width) : cell.padStart(width);
  }).join("  ");

export const comparisonHead = (): string => line(COLUMNS.map(({ title }) => title));

export function comparisonLine({ plan, task, ours, lemon, munkres, highs }: Comparison, verdict: Verdict): string {
  const { lemonRatio, munkresTimes, judges, faults } = verdict;
  return line([
    plan.name,
    task,
    ours.ran ? whole(ours.answer.served) : "",
    ours.ran ? whole(ours.answer.readMs) : "",
    timeOf(ours),
    peakOf(ours),
    ours.ran ? whole(megabytes(ours.answer.proofPeakBytes ?? 0)) : "",
    timeOf(lemon),
    peakOf(lemon),
    lemonRatio === undefined ? "" : `${lemonRatio.toFixed(2)} ×`,
    timeOf(munkres),
    munkresTimes === undefined ? "" : `${munkresTimes.toFixed(1)} ×`,
    timeOf(highs),
    faults.length > 0 ? `WRONG: ${faults.join("; ")}` : `proved${judges.map((judge) => `, = ${judge}`).join("")}`,
  ]);
}

const timeOf = (outcome: Outcome): string => (outcome.ran ? whole(outcome.answer.solveMs) : outcome.why);
const peakOf = (outcome: Outcome): string => (outcome.ran ? whole(megabytes(outcome.answer.peakBytes)) : "");
