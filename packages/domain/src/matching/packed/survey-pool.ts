import { exclusionBit } from "../exclusions.ts";
import { scoredPairing } from "../pair.ts";
import { RULED_BY } from "../survey-mentors.ts";
import type { Survey } from "../survey-mentors.ts";
import { EXCLUSION_CODES } from "../types.ts";
import type { MatchRequest } from "../types.ts";
import { WISHES, WITHOUT } from "../wish-costs.ts";
import type { Wish } from "../wish-costs.ts";
import { bestMentors } from "./best-mentors.ts";
import { GONE } from "./mentor-flags.ts";
import type { PackedMentors } from "./packed-mentors.ts";
import type { PackedRequest, RequestKnowledge, RequestPacker } from "./request-packer.ts";
import { exclusionsOfRow, withOwnFlags } from "./weigh-rows.ts";

const MASKS = 1 << EXCLUSION_CODES.length;

/** How often each combination of exclusions was met, and which were met at all. */
interface MaskCounts {
  readonly count: Uint32Array;
  readonly met: number[];
}

interface WaivedWish {
  readonly wish: Wish;
  readonly bit: number;
  readonly request: PackedRequest;
  more: number;
}

/** The same answer as `surveyMentors`, from a packed pool. */
export function surveyPool(
  packer: RequestPacker,
  request: MatchRequest,
  knowledge: RequestKnowledge,
  { limit }: { readonly limit: number },
): Survey {
  const { pool } = packer;
  const packed = packer.pack(request, knowledge);
  const waived = WISHES.flatMap((wish): WaivedWish[] => {
    const without = WITHOUT[wish](request);
    if (without === null) return [];
    return [{ wish, bit: exclusionBit(RULED_BY[wish]), request: packer.pack(without, knowledge), more: 0 }];
  });
  const masks = withOwnFlags(pool.rows, packed, () => countMasks(pool, packed, waived));
  const { mentor } = bestMentors(pool, packed, limit);
  return {
    pairings: Array.from(mentor, (number) => scoredPairing(pool.mentors[number]!, packed.prepared)),
    possible: masks.count[0]!,
    excluded: excludedBy(masks),
    costs: waived.map(({ wish, more }) => ({ wish, more })),
  };
}

/** Counts on the way whom a waived wish lets in. */
function countMasks({ rows }: PackedMentors, request: PackedRequest, waived: readonly WaivedWish[]): MaskCounts {
  const count = new Uint32Array(MASKS);
  const met: number[] = [];
  for (let row = 0; row < rows.count; row++) {
    if (rows.flags[row] === GONE) continue;
    const mask = exclusionsOfRow(rows, request, row);
    if (count[mask]!++ === 0) met.push(mask);
    if (mask === 0) continue;
    for (const wish of waived) {
      if (mask === wish.bit && exclusionsOfRow(rows, wish.request, row) === 0) wish.more++;
    }
  }
  return { count, met };
}

function excludedBy({ count, met }: MaskCounts): Survey["excluded"] {
  const counts = EXCLUSION_CODES.map(() => 0);
  for (const mask of met) {
    for (let code = 0; code < counts.length; code++) if ((mask & (1 << code)) !== 0) counts[code]! += count[mask]!;
  }
  return EXCLUSION_CODES.flatMap((code, index) => (counts[index] === 0 ? [] : [{ code, mentors: counts[index]! }]));
}
