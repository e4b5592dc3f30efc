import { exclusionBit } from "../exclusions.ts";
import { fitOfCommonGround } from "../interests-fit.ts";
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

/** Offers every row of from … to that nothing excludes and that reaches the sink's floor. */
export function weighRows(rows: MentorRows, request: PackedRequest, from: number, to: number, sink: RowSink): void {
  const { flags, slots, profile, home } = rows;
  const { forbiddenFlags, pointsOfProfile, pointsOfOverlap, mostOfRest, mostOfInterests } = request;
  const pointsOfHome = request.homes.points;
  const untoldTimes = request.pointsOfUntoldTimes;
  const asked = request.slots;
  for (let row = from; row < to; row++) {
    if ((flags[row]! & forbiddenFlags) !== 0) continue;
    const near = pointsOfHome[home[row]!]!;
    const spoken = pointsOfProfile[profile[row]!]!;
    if (near < 0 || spoken < 0 || near + spoken + mostOfRest < sink.floor) continue;
    const told = slots[row]!;
    const common = told & asked;
    let sum = near + spoken;
    if (common !== 0) sum += pointsOfOverlap[countUpToThree(common)]!;
    else if (told === 0 || asked === 0) sum += untoldTimes;
    else continue;
    if (sum + mostOfInterests < sink.floor) continue;
    sum += interestsPoints(rows, request, row);
    if (sum >= sink.floor) sink.take(row, sum);
  }
}

/** The sum of one row, whether or not something excludes it. */
export function sumOfRow(rows: MentorRows, request: PackedRequest, row: number): number {
  const near = request.homes.points[rows.home[row]!]!;
  const spoken = request.pointsOfProfile[rows.profile[row]!]!;
  return weighted(near) + weighted(spoken) + timesPoints(rows, request, row) + interestsPoints(rows, request, row);
}

/** Every exclusion of one row, as `exclusionMask` numbers them. */
export function exclusionsOfRow(rows: MentorRows, request: PackedRequest, row: number): number {
  const told = rows.slots[row]!;
  const hasCommonTime = told === 0 || request.slots === 0 || (told & request.slots) !== 0;
  return (
    exclusionsOfFlags(rows.flags[row]! & request.forbiddenFlags) |
    (request.pointsOfProfile[rows.profile[row]!]! < 0 ? NO_LANGUAGE_BRIDGE : 0) |
    (request.homes.points[rows.home[row]!]! < 0 ? TOO_FAR : 0) |
    (hasCommonTime ? 0 : NO_COMMON_TIME)
  );
}

/** Tables hold −1 − points where something excludes. */
const weighted = (points: number): number => (points < 0 ? -1 - points : points);

function timesPoints(rows: MentorRows, request: PackedRequest, row: number): number {
  const told = rows.slots[row]!;
  if (told === 0 || request.slots === 0) return request.pointsOfUntoldTimes;
  return request.pointsOfOverlap[countUpToThree(told & request.slots)]!;
}

function interestsPoints(rows: MentorRows, request: PackedRequest, row: number): number {
  const { topics, interests, topicWords, interestWords } = rows;
  let offered = 0;
  for (const { word, bits } of request.askedTopics) {
    let common = topics[row * topicWords + word]! & bits;
    for (; common !== 0; common &= common - 1) offered++;
  }
  let rarity = 0;
  for (const { word, bits } of request.askedInterests) {
    let common = interests[row * interestWords + word]! & bits;
    for (; common !== 0; common &= common - 1) {
      rarity += request.rarityOfInterest[word * 32 + 31 - Math.clz32(common & -common)]!;
    }
  }
  if (rarity === 0) return request.pointsOfTopics[offered]!;
  return fitOfCommonGround(request.fitOfTopics[offered]!, rarity) * request.interestsWeight;
}

function countUpToThree(bits: number): number {
  let rest = bits & (bits - 1);
  if (rest === 0) return bits === 0 ? 0 : 1;
  rest &= rest - 1;
  return rest === 0 ? 2 : 3;
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
