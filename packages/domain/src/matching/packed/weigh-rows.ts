import { exclusionBit } from "../exclusions.ts";
import { fitOfCommonGround } from "../interests-fit.ts";
import { EXCLUDED, pointsWithin } from "./excluded-points.ts";
import { exclusionsOfFlags } from "./mentor-flags.ts";
import type { MentorRows } from "./mentor-rows.ts";
import type { PackedRequest } from "./request-packer.ts";

const NO_LANGUAGE_BRIDGE = exclusionBit("no_language_bridge");
const TOO_FAR = exclusionBit("too_far");
const NO_COMMON_TIME = exclusionBit("no_common_time");
const TEN_THOUSAND = 10_000;

/** Whole points of a sum of weighted fits, half up; as `totalOf` rounds. */
export const pointsOfSum = (sum: number): number => Math.floor((sum + TEN_THOUSAND / 2) / TEN_THOUSAND);
/** The lowest sum that makes so many points. */
export const lowestSumOf = (points: number): number => points * TEN_THOUSAND - TEN_THOUSAND / 2;

/** Takes rows that may be proposed and whose sum is at least `floor`, which may rise meanwhile. */
export interface RowSink {
  readonly floor: number;
  take(row: number, sum: number): void;
}

/** Where to look: rows from … to, or those that `order` has there. */
export interface RowRange {
  readonly from: number;
  readonly to: number;
  readonly order?: Int32Array;
}

/** Offers every row of a range that nothing excludes and that reaches the sink's floor. */
export function weighRows(
  rows: MentorRows,
  request: PackedRequest,
  { from, to, order }: RowRange,
  sink: RowSink,
): void {
  const { flags, home, profile, times, topics } = rows;
  const { forbiddenFlags, mostOfInterests } = request;
  const [ofHome, ofProfile, ofTimes] = [request.homes.points, request.languages.ofProfile, request.times.points];
  const ofTopics = request.topics.points;
  let least = Math.max(0, sink.floor - mostOfInterests);
  for (let place = from; place < to; place++) {
    const row = order === undefined ? place : order[place]!;
    const hit = flags[row]! & forbiddenFlags;
    // Without a branch: all bits set where a flag is hit, none where not.
    const excluded = ((hit | -hit) >> 31) & EXCLUDED;
    const sum =
      excluded + ofHome[home[row]!]! + ofProfile[profile[row]!]! + ofTimes[times[row]!]! + ofTopics[topics[row]!]!;
    if (sum < least) continue;
    const full = sum + interestsOnTop(rows, request, row);
    if (full < sink.floor) continue;
    sink.take(row, full);
    least = Math.max(0, sink.floor - mostOfInterests);
  }
}

/** What shared interests add to the points for topics, which are rounded together. */
function interestsOnTop({ interests, interestWords, topics }: MentorRows, request: PackedRequest, row: number): number {
  let rarity = 0;
  for (const { word, bits } of request.askedInterests) {
    let common = interests[row * interestWords + word]! & bits;
    for (; common !== 0; common &= common - 1) {
      rarity += request.rarityOfInterest[word * 32 + 31 - Math.clz32(common & -common)]!;
    }
  }
  if (rarity === 0) return 0;
  const { fits, points } = request.topics;
  const set = topics[row]!;
  return fitOfCommonGround(fits[set]!, rarity) * request.interestsWeight - points[set]!;
}

/** The sum of one row, whether or not something excludes it. */
export function sumOfRow(rows: MentorRows, request: PackedRequest, row: number): number {
  return (
    pointsWithin(request.homes.points[rows.home[row]!]!) +
    pointsWithin(request.languages.ofProfile[rows.profile[row]!]!) +
    pointsWithin(request.times.points[rows.times[row]!]!) +
    request.topics.points[rows.topics[row]!]! +
    interestsOnTop(rows, request, row)
  );
}

/** Every exclusion of one row, as `exclusionMask` numbers them. */
export function exclusionsOfRow(rows: MentorRows, request: PackedRequest, row: number): number {
  return (
    exclusionsOfFlags(rows.flags[row]! & request.forbiddenFlags) |
    (request.languages.ofProfile[rows.profile[row]!]! < 0 ? NO_LANGUAGE_BRIDGE : 0) |
    (request.homes.points[rows.home[row]!]! < 0 ? TOO_FAR : 0) |
    (request.times.points[rows.times[row]!]! < 0 ? NO_COMMON_TIME : 0)
  );
}

/**
 * Does `work` with the flags that are this request's alone written into the rows, and takes them out again: nobody
 * else can look meanwhile, for nothing waits in here.
 */
export function withOwnFlags<Result>(rows: MentorRows, { ownFlags }: PackedRequest, work: () => Result): Result {
  if (ownFlags.size === 0) return work();
  const before = new Map([...ownFlags.keys()].map((row) => [row, rows.flags[row]!]));
  try {
    for (const [row, flags] of ownFlags) rows.flags[row] = flags;
    return work();
  } finally {
    for (const [row, flags] of before) rows.flags[row] = flags;
  }
}
