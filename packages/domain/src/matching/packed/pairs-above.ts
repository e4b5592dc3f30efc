import { requireCurrent } from "./best-mentors.ts";
import type { PackedMentors } from "./packed-mentors.ts";
import type { PackedRequest } from "./request-packer.ts";
import { forEachOpenBlock } from "./weigh-pool.ts";
import { lowestSumOf, pointsOfSum, weighRows, withOwnFlags } from "./weigh-rows.ts";
import type { RowSink } from "./weigh-rows.ts";

/** Prices of mentors laid out like the pool's rows. */
export interface PricedMentors {
  readonly poolVersion: number;
  readonly ofRow: Float64Array;
  /** The rows of each block, and those behind the blocks, with the cheapest first. */
  readonly order: Int32Array;
  readonly lowest: number;
}

/** `prices` by the mentors' numbers in the pool. */
export function priceMentors({ rows, blocks, version }: PackedMentors, prices: ArrayLike<number>): PricedMentors {
  const ofRow = new Float64Array(rows.count).fill(Infinity);
  let lowest = Infinity;
  for (let row = 0; row < rows.count; row++) {
    const number = rows.number[row]!;
    if (number < 0) continue;
    ofRow[row] = prices[number]!;
    lowest = Math.min(lowest, ofRow[row]!);
  }
  const order = Int32Array.from(ofRow, (_, row) => row);
  const byPrice = (a: number, b: number): number => (ofRow[a]! < ofRow[b]! ? -1 : ofRow[a]! > ofRow[b]! ? 1 : a - b);
  for (let block = 0; block < blocks.isClosed.length; block++) {
    order.subarray(blocks.start[block], blocks.start[block + 1]).sort(byPrice);
  }
  order.subarray(blocks.start.at(-1)).sort(byPrice);
  return { poolVersion: version, ofRow, order, lowest };
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

  take(row: number, sum: number): void {
    const points = pointsOfSum(sum);
    if (points <= this.#pointsAtMost && this.#question.prices.ofRow[row]! < this.#affordable(points)) {
      this.#visit(this.#pool.rows.number[row]!, points);
    }
  }

  run(request: PackedRequest): void {
    const { rows, blocks } = this.#pool;
    if (this.#question.prices.lowest >= this.#affordable(this.#pointsAtMost)) return;
    this.#search(request, blocks.start.at(-1)!, rows.count, this.#pointsAtMost);
    forEachOpenBlock(blocks, request, (block, most) => {
      const points = Math.min(this.#pointsAtMost, pointsOfSum(most));
      this.#search(request, blocks.start[block]!, blocks.start[block + 1]!, points);
    });
  }

  /** A mentor with so many points must be cheaper than this. */
  #affordable(points: number): number {
    return this.#question.valueOfPoints[points]! - this.#question.threshold;
  }

  /** Looks at those of from … to that are cheap enough for the most points they can have. */
  #search(request: PackedRequest, from: number, to: number, points: number): void {
    const { ofRow, order } = this.#question.prices;
    const price = this.#affordable(points);
    if (from === to || ofRow[order[from]!]! >= price) return;
    let end = from + 1;
    while (end < to && ofRow[order[end]!]! < price) end++;
    this.floor = lowestSumOf(this.#fewestPoints(ofRow[order[from]!]!));
    weighRows(this.#pool.rows, request, { from, to: end, order }, this);
  }

  /** The fewest points that make a mentor of this price worth it. */
  #fewestPoints(price: number): number {
    let [from, to] = [0, this.#pointsAtMost];
    while (from < to) {
      const middle = (from + to) >> 1;
      if (price < this.#affordable(middle)) to = middle;
      else from = middle + 1;
    }
    return from;
  }
}
