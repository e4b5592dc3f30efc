import type { Load } from "./assumed.ts";
import { ALL_GROUPS, EVERYBODY } from "./groups.ts";
import { ROUND } from "./policies.ts";
import type { Outcome, Outcomes } from "./run-seeds.ts";
import { firstComeFirstServed } from "./simple-policies.ts";
import { groupSummary, laterThan, summaryOf, type Difference, type Spread } from "./summary.ts";

const say = (line = "") => process.stdout.write(`${line}\n`);
const days = (value: number | null): string => (value === null ? "–" : String(value));
const inRange = ({ all, from, to }: Spread, digits = 0): string =>
  `${all.toFixed(digits)} (${from.toFixed(digits)}–${to.toFixed(digits)})`;
const signed = (value: number): string => (value > 0 ? `+${value}` : String(value));

/** One load: every policy over everybody, then the round beside first come, first served, group by group. */
export function printLoad(load: Load, outcomes: Outcomes): void {
  say(
    `${load.name}: ${load.mentorsAtStart} mentors at the start and ${load.newMentorsPerYear} more a year, ` +
      `${load.waitingAtStart} people waiting and ${load.requestsPerYear} more a year`,
  );
  sayCells(["", "tandems", "mean points", "gave up", "waiting at end", "median d", "90 % within d", "in ½ year"]);
  for (const [name, runs] of outcomes) {
    const summary = summaryOf(runs);
    const { median, p90, p90Spread, servedInHalfAYear } = groupSummary(runs, EVERYBODY);
    sayCells([
      name,
      inRange(summary.tandems),
      inRange(summary.meanPoints, 1),
      inRange(summary.gaveUp),
      inRange(summary.stillWaiting),
      days(median),
      p90Spread === null ? days(p90) : inRange(p90Spread),
      percent(servedInHalfAYear),
    ]);
  }
  say();
  printGroups(outcomes);
}

function printGroups(outcomes: Outcomes): void {
  const names = [...outcomes.keys()].filter((name) => !name.startsWith("round") || name === ROUND);
  say("90 % have a tandem within … days (in brackets: nine of ten seeds)");
  sayCells(["", ...names, "round later by, 95 %", "people"]);
  for (const group of ALL_GROUPS) {
    const cells = names.map((name) => {
      const { p90, p90Spread } = groupSummary(outcomes.get(name) ?? [], group);
      return p90Spread === null ? days(p90) : inRange(p90Spread);
    });
    const { people } = groupSummary(outcomes.get(ROUND) ?? [], group);
    sayCells([group, ...cells, difference(roundLater(outcomes, group)), people.toFixed(0)]);
  }
  say();
  say("Median days, and share with a tandem within half a year");
  sayCells(["", ...names]);
  for (const group of ALL_GROUPS) {
    sayCells([
      group,
      ...names.map((name) => {
        const { median, servedInHalfAYear } = groupSummary(outcomes.get(name) ?? [], group);
        return `${days(median)} · ${percent(servedInHalfAYear)}`;
      }),
    ]);
  }
  say();
}

/** Groups that wait longer under the round than under first come, first served, beyond what chance explains. */
export const groupsThatWaitLonger = (outcomes: Outcomes): readonly string[] =>
  ALL_GROUPS.filter((group) => (roundLater(outcomes, group)?.from ?? 0) > 0);

const roundLater = (outcomes: Outcomes, group: string): Difference | null =>
  laterThan(of(outcomes, ROUND), of(outcomes, firstComeFirstServed.name), group);

const of = (outcomes: Outcomes, policy: string): readonly Outcome[] => outcomes.get(policy) ?? [];

const percent = (share: number): string => `${(100 * share).toFixed(0)} %`;

const difference = (later: Difference | null): string =>
  later === null ? "never reached" : `${signed(later.days)} (${signed(later.from)} … ${signed(later.to)})`;

function sayCells([first = "", ...rest]: readonly string[]): void {
  say([first.padEnd(28), ...rest.map((cell) => cell.padStart(Math.max(16, cell.length)))].join("  "));
}
