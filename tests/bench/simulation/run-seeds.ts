import type { Load } from "./assumed.ts";
import { groupsOf } from "./groups.ts";
import { liveThrough, type Course } from "./live-through.ts";
import { pairPoints } from "./pair-points.ts";
import { policiesFor } from "./policies.ts";
import { twoYears, type TwoYears } from "./two-years.ts";
import { addWait, noWaits, type Waits } from "./waiting-time.ts";

/** What one policy came to in one run of two years. */
export interface Outcome {
  readonly tandems: number;
  readonly points: number;
  readonly gaveUp: number;
  readonly stillWaiting: number;
  readonly waitsByGroup: ReadonlyMap<string, Waits>;
}

/** Policy → one outcome per seed, in the order of the seeds. */
export type Outcomes = ReadonlyMap<string, readonly Outcome[]>;

/** Every policy lives through the same two years, seed by seed. */
export function runSeeds(load: Load, seeds: readonly number[]): Outcomes {
  const outcomes = new Map<string, Outcome[]>();
  for (const seed of seeds) {
    const years = twoYears(seed, load);
    const points = pairPoints(years);
    const groups = groupsOf(years);
    for (const policy of policiesFor(years)) {
      const outcome = outcomeOf(years, groups, liveThrough(years, points, policy));
      outcomes.set(policy.name, [...(outcomes.get(policy.name) ?? []), outcome]);
    }
  }
  return outcomes;
}

function outcomeOf({ days }: TwoYears, groups: readonly (readonly string[])[], course: Course): Outcome {
  const waitsByGroup = new Map<string, Waits>();
  for (const ending of course.endings) {
    for (const group of groups[ending.asker] ?? []) {
      const waits = waitsByGroup.get(group) ?? noWaits(days);
      waitsByGroup.set(group, waits);
      addWait(waits, ending.days, ending.outcome === "tandem");
    }
  }
  const countOf = (outcome: Course["endings"][number]["outcome"]): number =>
    course.endings.filter((ending) => ending.outcome === outcome).length;
  return {
    tandems: course.tandems.length,
    points: course.tandems.reduce((sum, { points }) => sum + points, 0),
    gaveUp: countOf("gave_up"),
    stillWaiting: countOf("still_waiting"),
    waitsByGroup,
  };
}
