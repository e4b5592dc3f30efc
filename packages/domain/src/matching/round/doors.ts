import { exclusionBit, isExcluded } from "../exclusions.ts";
import { prepareRequest } from "../prepare-request.ts";
import type { PreparedRequest } from "../prepare-request.ts";
import { totalOf } from "../score-pairing.ts";
import type { MatchRequest } from "../types.ts";
import { WISHES, WITHOUT } from "../wish-costs.ts";
import { withMentor, withRequest } from "./changed-pool.ts";
import { MENTOR_OFFERS } from "./explanation-types.ts";
import type { Door, MentorDoor, RequestDoor } from "./explanation-types.ts";
import { OFFER_RULES } from "./mentor-offers.ts";
import { judgeMentors, pointsOf } from "./round-rows.ts";
import { choicesIn, compareChanges, whatIf } from "./round-scene.ts";
import type { RoundScene } from "./round-scene.ts";
import type { PlanComparison } from "./types.ts";

const DOORS_SHOWN = 6;
const MENTORS_TRIED_PER_OFFER = 2;

/** What would open a door for one unserved request, the most helpful first: one wish given up or one offer made. */
export function doorsFor(scene: RoundScene, request: number, prepared: PreparedRequest): Door[] {
  const better = compareChanges(scene);
  return [...requestDoors(scene, request, prepared), ...mentorDoors(scene, request, prepared)]
    .sort((a, b) => better(a.change, b.change))
    .slice(0, DOORS_SHOWN);
}

/** Wishes that would let nobody in are not named. */
function requestDoors(scene: RoundScene, request: number, prepared: PreparedRequest): RequestDoor[] {
  const possible = choicesIn(scene, request).length;
  return openings(prepared.request).flatMap(({ opens, asked }) => {
    const changed = withRequest(scene.pool, request, prepareRequest(asked, prepared.history, prepared.context));
    const moreMentors = choicesIn({ ...scene, pool: changed }, request).length - possible;
    if (moreMentors <= 0) return [];
    const change = whatIf(scene, { pool: changed });
    return [{ side: "request", opens, moreMentors, serves: serves(change, asked.id), change }];
  });
}

function openings(request: MatchRequest): { readonly opens: RequestDoor["opens"]; readonly asked: MatchRequest }[] {
  const withoutWishes = WISHES.flatMap((wish) => {
    const asked = WITHOUT[wish](request);
    return asked === null ? [] : [{ opens: wish, asked }];
  });
  if (request.interpreterAgreed) return withoutWishes;
  return [...withoutWishes, { opens: "interpreter", asked: { ...request, interpreterAgreed: true } }];
}

/** Of the mentors whom one thing alone keeps away, the best fitting per kind of offer are tried. */
function mentorDoors(scene: RoundScene, request: number, prepared: PreparedRequest): MentorDoor[] {
  const { pool, settings, numbered } = scene;
  const row = pool.rows[request];
  const { exclusions } = judgeMentors(pool.packer, prepared);
  const isOpen = (number: number): boolean =>
    !numbered.mentorsLeftOut.has(number) && !numbered.isBanned(request, number);
  return MENTOR_OFFERS.flatMap((opens) =>
    pool.mentors
      .flatMap((mentor, number) => {
        const isTaken = opens === "place" && row !== undefined && pointsOf(row, number) !== null;
        if (!isOpen(number) || !(isTaken || exclusions[number] === exclusionBit(OFFER_RULES[opens].lifts))) return [];
        const offered = OFFER_RULES[opens].offer(mentor);
        if (offered === null || isExcluded(offered, prepared)) return [];
        return [{ number, offered, points: totalOf(offered, prepared) }];
      })
      .filter(({ points }) => points >= settings.minimumPoints)
      .sort((a, b) => b.points - a.points)
      .slice(0, MENTORS_TRIED_PER_OFFER)
      .flatMap(({ number, offered }) => {
        const change = whatIf(scene, { pool: withMentor(pool, number, offered) });
        const isServed = serves(change, prepared.request.id);
        return isServed ? [{ side: "mentor", mentorId: offered.id, opens, serves: true, change } as const] : [];
      }),
  );
}

const serves = (change: PlanComparison, requestId: string): boolean =>
  change.newlyServed.some((pair) => pair.requestId === requestId);
