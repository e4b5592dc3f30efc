import {
  PAGE_SIZE,
  type EndpointOutput,
  type endpoints,
  type FUNNEL_PERIODS,
  type StuckPerson,
} from "@augenhoehe/contract";
import { moveFor, type FunnelStep } from "@augenhoehe/domain";
import type { AppDeps } from "../../http/app-deps.ts";
import type { StaffActor } from "../../http/policy.ts";
import { displayName } from "../../training/roster.ts";
import { readWays, type PersonOnTheWay } from "./read-ways.ts";
import { stuckFacts } from "./stuck-facts.ts";

interface Asked {
  readonly period: (typeof FUNNEL_PERIODS)[number];
  readonly step: FunnelStep;
  readonly page: number;
}

export const listStuckPeople = (deps: AppDeps, actor: StaffActor, { period, step, page }: Asked) =>
  deps.db.withTenant(actor.networkId, async (tx): Promise<EndpointOutput<typeof endpoints.listStuckPeople>> => {
    const now = deps.clock();
    const people = (await readWays(tx, actor, period, now))
      .filter(({ place }) => place.kind === "stuck" && place.before === step)
      .sort(byWait);
    const shown = people.slice((page - 1) * PAGE_SIZE, page * PAGE_SIZE);
    const factsOf = await stuckFacts(tx, shown, now);
    return {
      items: shown.map((person) => stuckPerson(person, moveFor(step, factsOf(person)))),
      total: people.length,
      page,
      pageSize: PAGE_SIZE,
    };
  });

const stuckPerson = (
  person: PersonOnTheWay,
  { move, target, modules, minutes }: ReturnType<typeof moveFor>,
): StuckPerson => ({
  volunteerId: person.row.id,
  name: displayName(person.row),
  since: sinceOf(person)?.toISOString() ?? null,
  move,
  courseId: target?.courseId ?? null,
  courseTitle: target?.courseTitle ?? null,
  at: target?.at?.toISOString() ?? null,
  modules: [...modules],
  minutes,
});

const sinceOf = ({ place }: PersonOnTheWay): Date | null => (place.kind === "stuck" ? place.since : null);

/** Who waits longest comes first; of whom nobody knows since when, last. */
const byWait = (a: PersonOnTheWay, b: PersonOnTheWay): number =>
  (sinceOf(a)?.getTime() ?? Infinity) - (sinceOf(b)?.getTime() ?? Infinity) || (a.row.id < b.row.id ? -1 : 1);
