import type { MentorBlocks } from "./mentor-blocks.ts";
import type { PackedMentors } from "./packed-mentors.ts";
import type { PackedRequest } from "./request-packer.ts";
import { weighRows } from "./weigh-rows.ts";
import type { RowSink } from "./weigh-rows.ts";

/** Offers every row that could reach the sink's floor, the best districts first; the others are not looked at. */
export function weighPool({ rows, blocks }: PackedMentors, request: PackedRequest, sink: RowSink): void {
  weighRows(rows, request, { from: blocks.start.at(-1)!, to: rows.count }, sink);
  forEachOpenBlock(blocks, request, (block, most) => {
    if (most < sink.floor) return;
    weighRows(rows, request, { from: blocks.start[block]!, to: blocks.start[block + 1]! }, sink);
  });
}

/** Blocks where somebody could be proposed, the best districts first, each with the most that anybody in there gets. */
export function forEachOpenBlock(
  blocks: MentorBlocks,
  request: PackedRequest,
  visit: (block: number, most: number) => void,
): void {
  const { bestFirst, bestOfDistrict } = request.homes;
  for (const district of bestFirst) {
    if (district + 1 >= blocks.ofDistrict.length) continue;
    const most = bestOfDistrict[district]! + request.mostOfRest;
    const end = blocks.ofDistrict[district + 1]!;
    for (let block = blocks.ofDistrict[district]!; block < end; block++) {
      if (blocks.isClosed[block] === 1) continue;
      const spoken = bestOfBlock(blocks, request, block);
      if (spoken >= 0) visit(block, spoken + most);
    }
  }
}

/** The most that languages bring anybody in a block, negative where nothing bridges; remembered one higher, 0 is not yet. */
function bestOfBlock(blocks: MentorBlocks, { languages }: PackedRequest, block: number): number {
  const { ofBlock, ofProfile } = languages;
  if (ofBlock[block] !== 0) return ofBlock[block]! - 1;
  let best = -2;
  const end = blocks.profileStart[block + 1]!;
  for (let index = blocks.profileStart[block]!; index < end; index++) {
    best = Math.max(best, ofProfile[blocks.profiles[index]!]!);
  }
  ofBlock[block] = best + 1;
  return best;
}
