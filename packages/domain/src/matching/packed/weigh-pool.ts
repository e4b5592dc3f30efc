import type { PackedMentors } from "./packed-mentors.ts";
import type { PackedRequest } from "./request-packer.ts";
import { weighRows } from "./weigh-rows.ts";
import type { RowSink } from "./weigh-rows.ts";

/** Offers every row that could reach the sink's floor, the best districts first; the others are not looked at. */
export function weighPool({ rows, blocks }: PackedMentors, request: PackedRequest, sink: RowSink): void {
  const { bestFirst, bestOfDistrict } = request.homes;
  weighRows(rows, request, blocks.start.at(-1)!, rows.count, sink);
  for (const district of bestFirst) {
    if (district + 1 >= blocks.ofDistrict.length) continue;
    const most = bestOfDistrict[district]! + request.mostOfRest;
    const end = blocks.ofDistrict[district + 1]!;
    for (let block = blocks.ofDistrict[district]!; block < end; block++) {
      if (blocks.isClosed[block] === 1) continue;
      const spoken = bestOfBlock(blocks, request, block);
      if (spoken < 0 || spoken + most < sink.floor) continue;
      weighRows(rows, request, blocks.start[block]!, blocks.start[block + 1]!, sink);
    }
  }
}

/** The most that languages bring anybody in a block; −1 where nothing bridges. */
export function bestOfBlock(
  { profileStart, profiles }: PackedMentors["blocks"],
  { bestOfBlock: known, pointsOfProfile }: PackedRequest,
  block: number,
): number {
  if (known[block] !== -2) return known[block]!;
  let best = -1;
  const end = profileStart[block + 1]!;
  for (let index = profileStart[block]!; index < end; index++) {
    const points = pointsOfProfile[profiles[index]!]!;
    if (points > best) best = points;
  }
  known[block] = best;
  return best;
}
