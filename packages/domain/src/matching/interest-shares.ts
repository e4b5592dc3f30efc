import type { InterestShares } from "./types.ts";

/** The share of the pool (mentors and mentees together) that names each interest. */
export function interestSharesOf(people: readonly { readonly interests: readonly string[] }[]): InterestShares {
  const counts = new Map<string, number>();
  for (const { interests } of people) {
    interests.forEach((interest, index) => {
      const isFirst = interests.indexOf(interest) === index;
      if (isFirst) counts.set(interest, (counts.get(interest) ?? 0) + 1);
    });
  }
  return new Map([...counts].map(([interest, count]) => [interest, count / people.length]));
}
