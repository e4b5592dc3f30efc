import type { RankingTimes } from "./ranking.ts";

const number = (value: number, digits = 0) => value.toLocaleString("en", { maximumFractionDigits: digits });
const both = ({ median, p99 }: { median: number; p99: number }) => `${median.toFixed(2)} ms, p99 ${p99.toFixed(2)} ms`;

/** One pool's figures, with ratios against what gives the same answer in the same run. */
export function sayRanking(times: RankingTimes, say: (line?: string) => void): void {
  const { top50, survey, definition, sql, lists } = times;
  const row = (name: string, told: string) => say(`${name.padEnd(46)}  ${told}`);
  const slower = (peer: { median: number }) => `${number(peer.median / top50.median)} × slower`;
  say(`Fifty best of ${number(times.mentors)} mentors, one thread; all three ways give the same mentors and points`);
  row("packed: index built", `${number(times.buildMs)} ms; one mentor changed ${times.upsertMs.toFixed(3)} ms`);
  row("packed: a request not seen before", both(top50));
  row("packed: with counts, wishes and reasons", both(survey));
  row("the definition, mentor by mentor", `${both(definition)} (${slower(definition)}, goal 50)`);
  row("one prepared SQL statement with bit operations", `${both(sql)} (${slower(sql)}, goal 50)`);
  row(`packed: lists for ${number(lists.requests)} requests`, `${number(lists.ms)} ms`);
}
