/**
 * What excludes a mentor takes more points away than anything can bring, so that sums of looked-up points need one
 * comparison in the end instead of one each.
 */
const EXCLUSION = 1 << 24;

export const EXCLUDED = -EXCLUSION;

export const excludedIf = (isExcluded: boolean, points: number): number => (isExcluded ? points - EXCLUSION : points);
export const pointsWithin = (points: number): number => (points < 0 ? points + EXCLUSION : points);
