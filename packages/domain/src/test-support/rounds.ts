import fc from "fast-check";
import { isExcluded } from "../matching/exclusions.ts";
import { freezeRound, poolOf } from "../matching/round/round-pool.ts";
import { waitingBonus } from "../matching/round/round-problem.ts";
import type {
  RoundInput,
  RoundPin,
  RoundPlan,
  RoundRequest,
  RoundSettings,
  RoundWishes,
} from "../matching/round/types.ts";
import type { PreparedRequest } from "../matching/prepare-request.ts";
import { totalOf } from "../matching/score-pairing.ts";
import { DEFAULT_WEIGHTS } from "../matching/types.ts";
import type { MatchMentor } from "../matching/types.ts";
import { anyContext, anyMentor, anyRequest } from "./arbitrary-people.ts";
import { AMAL, MOENCHENGLADBACH_PLACES, SABINE } from "./named-people.ts";

export const NOW = Date.UTC(2026, 8, 29);
const WEEK_MS = 7 * 24 * 60 * 60 * 1_000;

/** Amal, under another name and with other facts; waiting for some weeks. */
export const waiting = (id: string, facts: Partial<RoundRequest> = {}, weeks = 0): RoundRequest => ({
  ...AMAL,
  declined: [],
  former: [],
  waitingSince: NOW - weeks * WEEK_MS,
  ...facts,
  id,
});

/** Sabine, under another name and with other facts, with one free place. */
export const mentor = (id: string, facts: Partial<MatchMentor> = {}): MatchMentor => ({
  ...SABINE,
  capacity: 1,
  ...facts,
  id,
});

export const roundOf = (requests: readonly RoundRequest[], mentors: readonly MatchMentor[]): RoundInput =>
  freezeRound({
    requests,
    mentors,
    weights: DEFAULT_WEIGHTS,
    districts: MOENCHENGLADBACH_PLACES,
    interestShares: [
      ["cooking", 0.6],
      ["chess", 0.05],
    ],
    now: NOW,
  });

/** Without a minimum, so that few points are no reason to be unserved. */
export const ANY_POINTS: RoundSettings = {
  objective: "served-first",
  minimumPoints: 0,
  waitingBonus: { pointsPerWeek: 0.5, atMostPoints: 10 },
};

export interface RoundScene {
  readonly input: RoundInput;
  readonly settings: RoundSettings;
  readonly wishes: RoundWishes;
}

/** Up to six requests and four mentors: few enough to try every plan. */
export const anyRound = (): fc.Arbitrary<RoundScene> =>
  anyInput().chain((input) =>
    fc.record({ input: fc.constant(input), settings: anySettings(), wishes: anyWishes(input) }),
  );

const anyInput = (): fc.Arbitrary<RoundInput> =>
  fc
    .record({
      requests: fc.uniqueArray(anyRoundRequest(), { maxLength: 6, size: "max", selector: ({ id }) => id }),
      mentors: fc.uniqueArray(anyReadyMentor(), { maxLength: 4, size: "max", selector: ({ id }) => id }),
      context: anyContext(),
      paired: fc.array(fc.tuple(fc.nat(4), fc.nat(3), fc.boolean()), { maxLength: 2 }),
    })
    .map(({ requests, mentors, context, paired }) =>
      freezeRound({
        requests: requests.map((request, index) => {
          const ids = (isFormer: boolean): string[] =>
            paired.flatMap(([of, by, former]) => (of === index && former === isFormer ? [mentors[by]?.id ?? "?"] : []));
          return { ...request, declined: ids(false), former: ids(true) };
        }),
        mentors,
        weights: context.weights,
        districts: MOENCHENGLADBACH_PLACES,
        interestShares: [...context.interestShares],
        now: NOW,
      }),
    );

/** Most are easy to match, or nearly every plan would be empty; who is not keeps every kind of hindrance. */
const anyRoundRequest = (): fc.Arbitrary<RoundRequest> =>
  fc
    .record({ request: anyRequest(), weeks: fc.nat(30), hindrances: fc.nat(3) })
    .map(({ request, weeks, hindrances }) => ({
      ...request,
      ...(hindrances < 3 ? { interpreterAgreed: true, slots: null, reachKm: null, involvesMinors: false } : {}),
      ...(hindrances < 2
        ? { wishes: { mentorGender: null, mentorAgeBands: [], eveningOnly: false }, forWhom: "self" }
        : {}),
      declined: [],
      former: [],
      waitingSince: NOW - weeks * WEEK_MS,
    }));

const anyReadyMentor = (): fc.Arbitrary<MatchMentor> =>
  fc.record({ person: anyMentor(), hindrances: fc.nat(4) }).map(({ person, hindrances }) => ({
    ...person,
    ...(hindrances < 4
      ? { gaps: [], paused: false, hasValidFuehrungszeugnis: true, openTandems: 0, openProposals: 0, reachKm: null }
      : {}),
    ...(hindrances < 3 ? { wishes: { menteeGender: null, menteeAgeBands: [], forWhom: [] } } : {}),
    capacity: hindrances < 3 ? Math.min(2, person.capacity) : person.capacity,
  }));

const anySettings = (): fc.Arbitrary<RoundSettings> =>
  fc.record({
    objective: fc.constantFrom("served-first", "value"),
    minimumPoints: fc.constantFrom(0, 0, 25, 45),
    waitingBonus: fc.record({
      pointsPerWeek: fc.constantFrom(0, 0.5, 2, 20),
      atMostPoints: fc.constantFrom(0, 7.25, 100),
    }),
  });

/** Wishes that a coordinator could have been allowed: pins only of possible pairs, and within free places. */
const anyWishes = (input: RoundInput): fc.Arbitrary<RoundWishes> => {
  const pool = poolOf(input);
  const pairs = input.requests.flatMap(({ id: requestId }) =>
    input.mentors.map(({ id: mentorId }): RoundPin => ({ requestId, mentorId })),
  );
  const possible = pool.requests.flatMap(({ request }, number) =>
    Array.from(pool.rows[number]?.mentors ?? [], (of) => ({
      requestId: request.id,
      mentorId: pool.mentors[of]?.id ?? "",
    })),
  );
  return fc
    .record({
      pins: fc.subarray(possible, { maxLength: Math.min(2, possible.length) }),
      bans: fc.subarray(pairs, { maxLength: Math.min(3, pairs.length) }),
      priority: fc.subarray(input.requests.map(({ id }) => id)),
      requestsOut: fc.subarray(
        input.requests.map(({ id }) => id),
        { maxLength: Math.min(1, input.requests.length) },
      ),
      mentorsOut: fc.subarray(
        input.mentors.map(({ id }) => id),
        { maxLength: Math.min(1, input.mentors.length) },
      ),
    })
    .map(({ pins, bans, priority, requestsOut, mentorsOut }) => {
      const leftOut = { requests: requestsOut, mentors: mentorsOut };
      const kept = allowedPins(input, pins).filter(
        ({ requestId, mentorId }) => !requestsOut.includes(requestId) && !mentorsOut.includes(mentorId),
      );
      const isPinned = (pair: RoundPin): boolean =>
        kept.some(({ requestId, mentorId }) => requestId === pair.requestId && mentorId === pair.mentorId);
      return {
        pins: kept,
        bans: bans.filter((ban) => !isPinned(ban)).map((ban) => ({ ...ban, reason: "other" as const })),
        priority,
        leftOut,
      };
    });
};

function allowedPins(input: RoundInput, pins: readonly RoundPin[]): RoundPin[] {
  const kept: RoundPin[] = [];
  for (const pin of pins) {
    const one = input.mentors.find(({ id }) => id === pin.mentorId);
    const free = one === undefined ? 0 : one.capacity - one.openTandems - one.openProposals;
    const taken = kept.filter(({ mentorId }) => mentorId === pin.mentorId).length;
    if (taken < free && !kept.some(({ requestId }) => requestId === pin.requestId)) kept.push(pin);
  }
  return kept;
}

/** What a plan is judged by, in strict order; `kept` counts pairs that another plan has too. */
export type Worth = readonly [priorityServed: number, served: number, value: number, kept: number];

export function worthOf({ objective }: RoundSettings, plan: RoundPlan, near: RoundPlan): Worth {
  const value = Math.round(100 * (plan.points + plan.bonus));
  const kept = plan.pairs.filter((pair) => isIn(near, pair)).length;
  return objective === "value" ? [0, 0, value, kept] : [plan.priorityServed, plan.served, value, kept];
}

const isIn = ({ pairs }: RoundPlan, { requestId, mentorId }: RoundPin): boolean =>
  pairs.some((pair) => pair.requestId === requestId && pair.mentorId === mentorId);

/** The best worth of all plans there are, by trying every one of them. */
export function bestWorthByTrying(scene: RoundScene, near: RoundPlan): Worth {
  const { input, wishes } = scene;
  const free = input.mentors.map((one) => (wishes.leftOut.mentors.includes(one.id) ? 0 : freeOf(one)));
  const options = poolOf(input).requests.map((prepared) => optionsOf(scene, prepared, near));

  const tryFrom = (index: number): Worth | null => {
    const own = options[index];
    if (own === undefined) return [0, 0, 0, 0];
    let best = own.mustBeServed ? null : tryFrom(index + 1);
    for (const { mentor, worth } of own.pairs) {
      if ((free[mentor] ?? 0) <= 0) continue;
      free[mentor] = (free[mentor] ?? 0) - 1;
      const rest = tryFrom(index + 1);
      free[mentor] += 1;
      if (rest === null) continue;
      const sum: Worth = [rest[0] + worth[0], rest[1] + worth[1], rest[2] + worth[2], rest[3] + worth[3]];
      if (best === null || isMore(sum, best)) best = sum;
    }
    return best;
  };
  return tryFrom(0) ?? [-1, -1, -1, -1];
}

interface Options {
  readonly mustBeServed: boolean;
  readonly pairs: readonly { readonly mentor: number; readonly worth: Worth }[];
}

/** The pairs one request may be in, judged with the readable rules alone. */
function optionsOf({ input, settings, wishes }: RoundScene, prepared: PreparedRequest, near: RoundPlan): Options {
  const { request } = prepared;
  const pinnedTo = wishes.pins.find(({ requestId }) => requestId === request.id)?.mentorId;
  const isOut = wishes.leftOut.requests.includes(request.id);
  const bonus = waitingBonus(settings.waitingBonus, request.waitingSince, input.now);
  const countsServed = settings.objective === "served-first" ? 1 : 0;
  const pairs = input.mentors.flatMap((one, mentor) => {
    const points = totalOf(one, prepared);
    const pair = { requestId: request.id, mentorId: one.id };
    const isBanned = wishes.bans.some((ban) => ban.requestId === request.id && ban.mentorId === one.id);
    const isChosen =
      pinnedTo === undefined ? !isOut && points >= settings.minimumPoints && !isBanned : pinnedTo === one.id;
    if (!isChosen || isExcluded(one, prepared)) return [];
    const isFirst = wishes.priority.includes(request.id) ? countsServed : 0;
    return [{ mentor, worth: [isFirst, countsServed, 100 * points + bonus, isIn(near, pair) ? 1 : 0] as const }];
  });
  return { mustBeServed: pinnedTo !== undefined, pairs };
}

const freeOf = ({ capacity, openTandems, openProposals }: MatchMentor): number =>
  Math.max(0, capacity - openTandems - openProposals);

function isMore(a: Worth, b: Worth): boolean {
  const [mine = 0, other = 0] = a.map((part, index) => [part, b[index] ?? 0]).find(([x, y]) => x !== y) ?? [];
  return mine > other;
}
