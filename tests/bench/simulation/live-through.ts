import { EXCLUDED, type PairPoints } from "./pair-points.ts";
import type { TwoYears } from "./two-years.ts";

export interface Pair {
  readonly asker: number;
  readonly helper: number;
}

/** What a coordinator knows on one day. People are numbered as in the two years. */
export interface Situation {
  readonly day: number;
  /** In the order of their arrival: the longest waiting first. */
  readonly waiting: readonly number[];
  /** Who has a free place now, and how many. */
  readonly freePlaces: ReadonlyMap<number, number>;
  readonly openWorkOf: (helper: number) => number;
  /** Helpers who were proposed before and became nothing. */
  readonly declinedBy: (asker: number) => ReadonlySet<number>;
  /** Points of a pair, or `EXCLUDED`, which includes a pair that has said no. */
  readonly pointsOf: (asker: number, helper: number) => number;
}

/** Who is proposed to whom. */
export interface Policy {
  readonly name: string;
  /** Day 0 is a Monday. */
  isDue(day: number, hasAnythingHappened: boolean): boolean;
  propose(situation: Situation): readonly Pair[];
}

export interface Ending {
  readonly asker: number;
  /** Days from asking to the tandem, or to the last day they were seen waiting. */
  readonly days: number;
  readonly outcome: "tandem" | "gave_up" | "still_waiting";
}

export interface FormedTandem extends Pair {
  readonly from: number;
  /** First day on which the place is free again. */
  readonly until: number;
  readonly points: number;
}

export interface Course {
  readonly endings: readonly Ending[];
  readonly tandems: readonly FormedTandem[];
  readonly proposals: number;
}

interface OpenProposal extends Pair {
  readonly answeredOn: number;
  readonly yes: boolean;
}

/** Lives through the two years, day by day, under one policy. A proposal the rules do not allow throws. */
export function liveThrough(years: TwoYears, points: PairPoints, policy: Policy): Course {
  const { askers, helpers } = years;
  const waiting = new Set<number>();
  const endings: Ending[] = [];
  const tandems: FormedTandem[] = [];
  const declined = new Map<number, Set<number>>();
  const openWork = new Int32Array(helpers.length);
  let open: OpenProposal[] = [];
  let proposals = 0;

  const arrivalsByDay = Map.groupBy(askers.keys(), (asker) => askers[asker]?.arrivesOn ?? 0);
  const declinedBy = (asker: number): ReadonlySet<number> => declined.get(asker) ?? new Set();
  const pointsOf = (asker: number, helper: number): number =>
    declinedBy(asker).has(helper) ? EXCLUDED : points.of(asker, helper);
  const end = (asker: number, outcome: Ending["outcome"], day: number): void => {
    endings.push({ asker, outcome, days: day - (askers[asker]?.arrivesOn ?? 0) });
  };
  const freePlacesOn = (day: number): ReadonlyMap<number, number> => {
    const free = new Map<number, number>();
    helpers.forEach(({ mentor, arrivesOn, leavesOn }, helper) => {
      const places = mentor.capacity - (openWork[helper] ?? 0);
      if (arrivesOn <= day && day < leavesOn && places > 0) free.set(helper, places);
    });
    return free;
  };

  function happenedOn(day: number): boolean {
    const arrived = arrivalsByDay.get(day) ?? [];
    for (const asker of arrived) waiting.add(asker);
    let any = arrived.length > 0 || helpers.some(({ arrivesOn }) => arrivesOn === day);
    for (const tandem of tandems) {
      if (tandem.until !== day) continue;
      openWork[tandem.helper] = (openWork[tandem.helper] ?? 0) - 1;
      any = true;
    }
    const answered = open.filter(({ answeredOn }) => answeredOn === day);
    open = open.filter(({ answeredOn }) => answeredOn !== day);
    for (const { asker, helper, yes } of answered) {
      any = true;
      if (yes) {
        tandems.push({
          asker,
          helper,
          from: day,
          until: day + (askers[asker]?.tandemDays ?? 0),
          points: points.of(asker, helper),
        });
        end(asker, "tandem", day);
        continue;
      }
      openWork[helper] = (openWork[helper] ?? 0) - 1;
      declined.set(asker, new Set([...declinedBy(asker), helper]));
      waiting.add(asker);
    }
    for (const asker of waiting) {
      if ((askers[asker]?.givesUpOn ?? 0) > day) continue;
      waiting.delete(asker);
      end(asker, "gave_up", day);
    }
    return any;
  }

  function send(pairs: readonly Pair[], day: number): void {
    const free = new Map(freePlacesOn(day));
    for (const { asker, helper } of pairs) {
      const places = free.get(helper) ?? 0;
      if (!waiting.has(asker) || places === 0 || pointsOf(asker, helper) === EXCLUDED) {
        throw new Error(`${policy.name} proposed what cannot be: ${String(asker)} with ${String(helper)}`);
      }
      free.set(helper, places - 1);
      waiting.delete(asker);
      openWork[helper] = (openWork[helper] ?? 0) + 1;
      const { yes, days } = years.answerTo(asker, helper);
      open.push({ asker, helper, yes, answeredOn: day + days });
      proposals++;
    }
  }

  for (let day = 0; day < years.days; day++) {
    const isDue = policy.isDue(day, happenedOn(day));
    if (!isDue || waiting.size === 0) continue;
    send(
      policy.propose({
        day,
        waiting: [...waiting].sort((a, b) => (askers[a]?.arrivesOn ?? 0) - (askers[b]?.arrivesOn ?? 0) || a - b),
        freePlaces: freePlacesOn(day),
        openWorkOf: (helper) => openWork[helper] ?? 0,
        declinedBy,
        pointsOf,
      }),
      day,
    );
  }
  for (const asker of [...waiting, ...open.map(({ asker }) => asker)]) end(asker, "still_waiting", years.days);
  return { endings, tandems, proposals };
}
