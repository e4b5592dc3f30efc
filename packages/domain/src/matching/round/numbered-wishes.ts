import { Refusal } from "../../refusals.ts";
import { exclusionsFor } from "../exclusions.ts";
import type { RoundPool } from "./round-pool.ts";
import { pointsOf } from "./round-rows.ts";
import type { RoundWishes } from "./types.ts";

/** The coordinator's wishes in the numbers of a pool, checked. */
export interface NumberedWishes {
  /** Mentor per pinned request. */
  readonly pins: ReadonlyMap<number, number>;
  /** Free places per mentor that no pin takes; 0 for those left out. */
  readonly places: readonly number[];
  readonly priority: ReadonlySet<number>;
  readonly requestsLeftOut: ReadonlySet<number>;
  readonly mentorsLeftOut: ReadonlySet<number>;
  isBanned(request: number, mentor: number): boolean;
}

/** Refused when an id is unknown, or when a pin stands against an exclusion, a ban, a missing place or somebody left out. */
export function numberWishes(pool: RoundPool, wishes: RoundWishes): NumberedWishes {
  const requestsLeftOut = new Set(wishes.leftOut.requests.map((id) => requestNumber(pool, id)));
  const mentorsLeftOut = new Set(wishes.leftOut.mentors.map((id) => mentorNumber(pool, id)));
  const banned = new Set(
    wishes.bans.map((ban) => pairKey(pool, requestNumber(pool, ban.requestId), mentorNumber(pool, ban.mentorId))),
  );
  const isBanned = (request: number, mentor: number): boolean => banned.has(pairKey(pool, request, mentor));
  const pins = new Map<number, number>();
  const places = pool.places.map((free, mentor) => (mentorsLeftOut.has(mentor) ? 0 : free));
  for (const pin of wishes.pins) {
    const [request, mentor] = [requestNumber(pool, pin.requestId), mentorNumber(pool, pin.mentorId)];
    if (requestsLeftOut.has(request) || mentorsLeftOut.has(mentor)) throw new Refusal("round_person_left_out");
    if (isBanned(request, mentor)) throw new Refusal("round_pair_banned");
    requirePossible(pool, request, mentor);
    const free = places[mentor] ?? 0;
    if (free === 0) throw new Refusal("round_mentor_full", { places: pool.places[mentor] ?? 0 });
    places[mentor] = free - 1;
    pins.set(request, mentor);
  }
  if (pins.size !== wishes.pins.length) throw new Error("a request is pinned twice");
  const priority = new Set(wishes.priority.map((id) => requestNumber(pool, id)));
  return { pins, places, priority, requestsLeftOut, mentorsLeftOut, isBanned };
}

export function requestNumber(pool: RoundPool, id: string): number {
  const number = pool.requestNumbers.get(id);
  if (number === undefined) throw new Refusal("not_found");
  return number;
}

export function mentorNumber(pool: RoundPool, id: string): number {
  const number = pool.mentorNumbers.get(id);
  if (number === undefined) throw new Refusal("not_found");
  return number;
}

function requirePossible(pool: RoundPool, request: number, mentor: number): void {
  const [row, asked, offered] = [pool.rows[request], pool.requests[request], pool.mentors[mentor]];
  if (row === undefined || asked === undefined || offered === undefined || pointsOf(row, mentor) !== null) return;
  const [first] = exclusionsFor(offered, asked);
  if (first?.code === "at_capacity") throw new Refusal("round_mentor_full", { places: 0 });
  throw new Refusal("round_pair_excluded", { exclusion: first?.code ?? "" });
}

const pairKey = (pool: RoundPool, request: number, mentor: number): number => request * pool.mentors.length + mentor;
