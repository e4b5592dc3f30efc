import { bitCount, type City, type SyntheticPerson } from "./synthetic-city.ts";

const LANGUAGES = 12;
const MAX_SLOTS = 21;
const MAX_INTERESTS = 64;
const MAX_SCORE = 12_000;

/** Whole points 0 … 10,000 of a pair; 0 means that the pair may not be made. */
export type SyntheticScorer = (mentee: SyntheticPerson, mentor: SyntheticPerson) => number;

export function scorerOf({ centres }: City): SyntheticScorer {
  const byLanguages = Int32Array.from({ length: 1 << LANGUAGES }, (_, shared) => languagePoints(shared));
  const byDistricts = Int32Array.from(
    centres.flatMap((from) =>
      centres.map((to) => Math.round(2500 * Math.exp(-Math.hypot(from.x - to.x, from.y - to.y) / 6))),
    ),
  );
  const bySlots = Int32Array.from({ length: MAX_SLOTS + 1 }, (_, shared) =>
    Math.round(3000 * (1 - Math.pow(0.6, shared))),
  );
  const byInterests = new Int32Array(MAX_INTERESTS * MAX_INTERESTS);
  for (let shared = 0; shared < MAX_INTERESTS; shared++) {
    for (let either = 1; either < MAX_INTERESTS; either++) {
      byInterests[shared * MAX_INTERESTS + either] = Math.round(2000 * Math.min(1, shared / either));
    }
  }
  return (mentee, mentor) => {
    const languages = mentee.languages & mentor.languages;
    const slots = mentee.slots & mentor.slots;
    if (languages === 0 || slots === 0) return 0;
    if ((mentee.needs & ~mentor.offers) !== 0 || (mentor.needs & ~mentee.offers) !== 0) return 0;
    const shared = bitCount(mentee.interests & mentor.interests);
    const either = mentee.interestCount + mentor.interestCount - shared;
    return (
      (byLanguages[languages] ?? 0) +
      (byDistricts[mentee.district * centres.length + mentor.district] ?? 0) +
      (bySlots[bitCount(slots)] ?? 0) +
      (byInterests[shared * MAX_INTERESTS + either] ?? 0)
    );
  };
}

function languagePoints(shared: number): number {
  let sum = 0;
  for (let language = 0; language < LANGUAGES; language++) {
    if ((shared >> language) & 1) sum += language === 0 ? 0.6 : language === 1 ? 0.5 : 0.85;
  }
  return Math.round(2500 * Math.min(1, sum));
}

/** Up to 2,000 points for having waited, the same for every candidate of a mentee. */
export const waitingPoints = (mentee: SyntheticPerson): number => Math.round(2000 * mentee.waiting);

/** Calls `take` with the best `count` mentors of one mentee, in the order of mentors; of equals, the earlier stay. */
export function bestCandidates(score: SyntheticScorer, mentors: readonly SyntheticPerson[], count: number) {
  const scores = new Int32Array(mentors.length);
  const howMany = new Int32Array(MAX_SCORE + 2);
  return (mentee: SyntheticPerson, take: (mentor: number, points: number) => void): void => {
    howMany.fill(0);
    let possible = 0;
    let index = 0;
    for (const mentor of mentors) {
      const points = score(mentee, mentor);
      scores[index++] = points;
      if (points === 0) continue;
      howMany[points] = (howMany[points] ?? 0) + 1;
      possible++;
    }
    const wanted = Math.min(count, possible);
    if (wanted === 0) return;
    let threshold = MAX_SCORE + 1;
    let above = 0;
    let reached = 0;
    while (reached < wanted) {
      above = reached;
      reached += howMany[--threshold] ?? 0;
    }
    let atThreshold = wanted - above;
    for (const [mentor, points] of scores.entries()) {
      if (points > threshold || (points === threshold && atThreshold-- > 0)) take(mentor, points);
    }
  };
}
