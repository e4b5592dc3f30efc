import { EVENINGS } from "../week.ts";
import type { WeekSlots } from "../week.ts";
import { isExcluded } from "./exclusions.ts";
import { prepareRequest } from "./prepare-request.ts";
import type { MatchContext, MatchMentor, MatchRequest, PairHistory } from "./types.ts";

export const WISHES = ["mentorGender", "mentorAgeBands", "eveningOnly", "reachKm", "times"] as const;
export type Wish = (typeof WISHES)[number];

export interface WishCosts {
  /** Mentors who could be proposed with every wish kept. */
  readonly possible: number;
  /** For each wish that was expressed: how many more there would be without this one alone. */
  readonly costs: readonly { readonly wish: Wish; readonly more: number }[];
}

/** The request without one wish; null when it was not expressed. */
export const WITHOUT: Readonly<Record<Wish, (request: MatchRequest) => MatchRequest | null>> = {
  mentorGender: (request) =>
    request.wishes.mentorGender === null ? null : { ...request, wishes: { ...request.wishes, mentorGender: null } },
  mentorAgeBands: (request) =>
    request.wishes.mentorAgeBands.length === 0
      ? null
      : { ...request, wishes: { ...request.wishes, mentorAgeBands: [] } },
  eveningOnly: (request) =>
    request.wishes.eveningOnly
      ? { ...request, slots: alsoEvenings(request.slots), wishes: { ...request.wishes, eveningOnly: false } }
      : null,
  reachKm: (request) => (request.reachKm === null ? null : { ...request, reachKm: null }),
  times: (request) => (request.slots === null || request.slots === 0 ? null : { ...request, slots: null }),
};

/** "Not only in the evening" still means evenings, also for somebody who named mornings beside the wish. */
function alsoEvenings(slots: WeekSlots | null): WeekSlots | null {
  return slots === null || slots === 0 || (slots & EVENINGS) !== 0 ? slots : slots | EVENINGS;
}

export function wishCosts(
  request: MatchRequest,
  mentors: readonly MatchMentor[],
  history: PairHistory,
  context: MatchContext,
): WishCosts {
  const possible = countPossible(request, mentors, history, context);
  const costs = WISHES.flatMap((wish) => {
    const without = WITHOUT[wish](request);
    return without === null ? [] : [{ wish, more: countPossible(without, mentors, history, context) - possible }];
  });
  return { possible, costs };
}

function countPossible(
  request: MatchRequest,
  mentors: readonly MatchMentor[],
  history: PairHistory,
  context: MatchContext,
): number {
  const prepared = prepareRequest(request, history, context);
  let count = 0;
  for (const mentor of mentors) if (!isExcluded(mentor, prepared)) count++;
  return count;
}
