import type { AssignmentProblem } from "../assignment/index.ts";
import type { NumberedWishes } from "./numbered-wishes.ts";
import type { RoundPool } from "./round-pool.ts";
import type { RoundSettings, WaitingBonus } from "./types.ts";

/** What is left to decide once pins, bans and people left out are taken away, in numbers of its own. */
export interface RoundProblem {
  readonly problem: AssignmentProblem;
  /** Per request of the problem: its number in the pool. */
  readonly requests: Int32Array;
  /** Per mentor of the problem: their number in the pool. */
  readonly mentors: Int32Array;
}

const WEEK_MS = 7 * 24 * 60 * 60 * 1_000;

/** In hundredths of a point: whole weeks of waiting until the round was frozen, bounded. */
export function waitingBonus({ pointsPerWeek, atMostPoints }: WaitingBonus, waitingSince: number, now: number): number {
  const weeks = Math.max(0, Math.floor((now - waitingSince) / WEEK_MS));
  return Math.min(Math.round(100 * atMostPoints), weeks * Math.round(100 * pointsPerWeek));
}

export const bonusOf = (pool: RoundPool, settings: RoundSettings, request: number): number =>
  waitingBonus(settings.waitingBonus, pool.requests[request]?.request.waitingSince ?? pool.now, pool.now);

/** Mentors a request may be planned with: enough points, not banned, nobody left out. Pins take no place here. */
export function forEachChoice(
  pool: RoundPool,
  { minimumPoints }: RoundSettings,
  wishes: NumberedWishes,
  request: number,
  visit: (mentor: number, points: number) => void,
): void {
  const row = pool.rows[request];
  if (row === undefined || wishes.requestsLeftOut.has(request)) return;
  for (let index = 0; index < row.mentors.length; index++) {
    const [mentor, points] = [row.mentors[index] ?? 0, row.points[index] ?? 0];
    if (points < minimumPoints || wishes.mentorsLeftOut.has(mentor) || wishes.isBanned(request, mentor)) continue;
    visit(mentor, points);
  }
}

export function buildProblem(pool: RoundPool, settings: RoundSettings, wishes: NumberedWishes): RoundProblem {
  const mentors = numbersWhere(pool.mentors.length, (mentor) => (wishes.places[mentor] ?? 0) > 0);
  const requests = numbersWhere(
    pool.requests.length,
    (request) => !wishes.pins.has(request) && !wishes.requestsLeftOut.has(request),
  );
  const columnOf = new Int32Array(pool.mentors.length).fill(-1);
  mentors.forEach((mentor, column) => (columnOf[mentor] = column));
  const most = requests.reduce((sum, request) => sum + (pool.rows[request]?.mentors.length ?? 0), 0);
  const [from, to, value] = [new Int32Array(most), new Int32Array(most), new Int32Array(most)];
  let count = 0;
  requests.forEach((request, number) => {
    const bonus = bonusOf(pool, settings, request);
    forEachChoice(pool, settings, wishes, request, (mentor, points) => {
      const column = columnOf[mentor] ?? -1;
      if (column < 0) return;
      from[count] = number;
      to[count] = column;
      value[count++] = 100 * points + bonus;
    });
  });
  const problem = {
    requests: requests.length,
    mentors: mentors.length,
    capacities: mentors.map((mentor) => wishes.places[mentor] ?? 0),
    edges: { request: from.slice(0, count), mentor: to.slice(0, count), value: value.slice(0, count) },
    priority: Uint8Array.from(requests, (request) => (wishes.priority.has(request) ? 1 : 0)),
  };
  return { problem, requests, mentors };
}

const numbersWhere = (count: number, isIn: (number: number) => boolean): Int32Array =>
  Int32Array.from({ length: count }, (_, number) => number).filter(isIn);
