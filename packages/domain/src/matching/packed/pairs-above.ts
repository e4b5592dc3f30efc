import { requireCurrent } from "./best-mentors.ts";
import type { PackedMentors } from "./packed-mentors.ts";
import type { PackedRequest } from "./request-packer.ts";
import { bestOfBlock } from "./weigh-pool.ts";
import { lowestSumOf, pointsOfSum, weighRows, withOwnFlags } from "./weigh-rows.ts";
import type { RowSink } from "./weigh-rows.ts";

/** Prices of mentors laid out like the pool's rows, with the lowest per block. */
export interface PricedMentors {
  readonly poolVersion: number;
  readonly ofRow: Float64Array;
  readonly lowestOfBlock: Float64Array;
  /** Among the rows behind the blocks. */
  readonly lowestOfLoose: number;
  readonly lowest: number;
}

/** `prices` by the mentors' numbers in the pool. */
export function priceMentors({ rows, blocks, version }: PackedMentors, prices: ArrayLike<number>): PricedMentors {
  const ofRow = new Float64Array(rows.count).fill(Infinity);
  for (let row = 0; row < rows.count; row++) {
    const number = rows.number[row]!;
    if (number >= 0) ofRow[row] = prices[number]!;
  }
  const lowestBetween = (from: number, to: number): number => {
    let lowest = Infinity;
    for (let row = from; row < to; row++) if (ofRow[row]! < lowest) lowest = ofRow[row]!;
    return lowest;
  };
  const lowestOfBlock = Float64Array.from(blocks.isClosed, (_, block) =>
    lowestBetween(blocks.start[block]!, blocks.start[block + 1]!),
  );
  const lowestOfLoose = lowestBetween(blocks.start.at(-1)!, rows.count);
  const lowest = lowestOfBlock.reduce((low, one) => Math.min(low, one), lowestOfLoose);
  return { poolVersion: version, ofRow, lowestOfBlock, lowestOfLoose, lowest };
}

export interface PricingQuestion {
  /** Value per points 0 … 100, never falling. */
  readonly valueOfPoints: ArrayLike<number>;
  readonly prices: PricedMentors;
  /** What value − price must exceed. */
  readonly threshold: number;
  /** Pairs with more points are of no interest, e.g. because they are all known; default 100. */
  readonly pointsAtMost?: number;
}

/**
 * Every possible pair of a request with value − price above the threshold. The pool is not to be looked at from within
 * `visit`.
 */
export function forEachPairAbove(
  pool: PackedMentors,
  request: PackedRequest,
  question: PricingQuestion,
  visit: (mentor: number, points: number) => void,
): void {
  requireCurrent(pool, request);
  if (question.prices.poolVersion !== pool.version) throw new Error("The pool has changed since it was priced");
  const search = new PairSearch(pool, question, visit);
  if (search.cannotReach(question.prices.lowest)) return;
  withOwnFlags(pool.rows, request, () => search.run(request));
}

class PairSearch implements RowSink {
  floor = 0;
  readonly #pool: PackedMentors;
  readonly #question: PricingQuestion;
  readonly #pointsAtMost: number;
  readonly #visit: (mentor: number, points: number) => void;

  constructor(pool: PackedMentors, question: PricingQuestion, visit: (mentor: number, points: number) => void) {
    this.#pool = pool;
    this.#question = question;
    this.#pointsAtMost = question.pointsAtMost ?? 100;
    this.#visit = visit;
  }

  /** Whether a mentor of this price is too dear even with the most points. */
  cannotReach(price: number, pointsAtMost = this.#pointsAtMost): boolean {
    return !(this.#question.valueOfPoints[pointsAtMost]! - price > this.#question.threshold);
  }

  take(row: number, sum: number): void {
    const points = pointsOfSum(sum);
    if (points > this.#pointsAtMost || this.cannotReach(this.#question.prices.ofRow[row]!, points)) return;
    this.#visit(this.#pool.rows.number[row]!, points);
  }

  run(request: PackedRequest): void {
    const { rows, blocks } = this.#pool;
    const { lowestOfBlock, lowestOfLoose } = this.#question.prices;
    this.#search(request, blocks.start.at(-1)!, rows.count, lowestOfLoose);
    for (const district of request.homes.bestFirst) {
      if (district + 1 >= blocks.ofDistrict.length) continue;
      const most = request.homes.bestOfDistrict[district]! + request.mostOfRest;
      const end = blocks.ofDistrict[district + 1]!;
      for (let block = blocks.ofDistrict[district]!; block < end; block++) {
        if (blocks.isClosed[block] === 1 || this.cannotReach(lowestOfBlock[block]!)) continue;
        const spoken = bestOfBlock(blocks, request, block);
        if (spoken < 0) continue;
        const points = Math.min(this.#pointsAtMost, pointsOfSum(spoken + most));
        if (this.cannotReach(lowestOfBlock[block]!, points)) continue;
        this.#search(request, blocks.start[block]!, blocks.start[block + 1]!, lowestOfBlock[block]!);
      }
    }
  }

  #search(request: PackedRequest, from: number, to: number, lowestPrice: number): void {
    if (from === to || this.cannotReach(lowestPrice)) return;
    this.floor = lowestSumOf(this.#fewestPoints(lowestPrice));
    weighRows(this.#pool.rows, request, from, to, this);
  }

  /** The fewest points that make a mentor of this price worth it. */
  #fewestPoints(price: number): number {
    let [from, to] = [0, this.#pointsAtMost];
    while (from < to) {
      const middle = (from + to) >> 1;
      if (this.cannotReach(price, middle)) from = middle + 1;
      else to = middle;
    }
    return from;
  }
}
