import type { NumberedWishes } from "./numbered-wishes.ts";
import { forEachChoice } from "./round-problem.ts";
import type { RoundPool } from "./round-pool.ts";
import type { RoundPair, RoundSettings } from "./types.ts";

const TOTALS = 101;

export type ChoicePlaces = Pick<RoundPair, "mentorPlace" | "mentorsPossible" | "requestPlace" | "requestsPossible">;

/** Tells of any pair which choice it is for each side: everyone's possible pairs are counted once, by points. */
export function choicePlaces(
  pool: RoundPool,
  settings: RoundSettings,
  wishes: NumberedWishes,
): (request: number, mentor: number, points: number) => ChoicePlaces {
  const ofRequest = pool.requests.map(() => new Uint32Array(TOTALS));
  const ofMentor = pool.mentors.map(() => new Uint32Array(TOTALS));
  const count = (counts: Uint32Array | undefined, points: number): void => {
    if (counts !== undefined) counts[points] = (counts[points] ?? 0) + 1;
  };
  for (let request = 0; request < pool.requests.length; request++) {
    forEachChoice(pool, settings, wishes, request, (mentor, points) => {
      count(ofRequest[request], points);
      count(ofMentor[mentor], points);
    });
  }
  return (request, mentor, points) => {
    const isPinnedBelowMinimum = points < settings.minimumPoints ? 1 : 0;
    const mentors = placeAmong(ofRequest[request], points);
    const requests = placeAmong(ofMentor[mentor], points);
    return {
      mentorPlace: mentors.place,
      mentorsPossible: mentors.possible + isPinnedBelowMinimum,
      requestPlace: requests.place,
      requestsPossible: requests.possible + isPinnedBelowMinimum,
    };
  };
}

function placeAmong(
  counts: Uint32Array | undefined,
  points: number,
): { readonly place: number; readonly possible: number } {
  let [better, possible] = [0, 0];
  counts?.forEach((count, total) => {
    possible += count;
    if (total > points) better += count;
  });
  return { place: better + 1, possible };
}
