import type { CandidateLists } from "./candidate-lists.ts";

export interface AuctionSide {
  /** What may be bid for, by list. */
  readonly lists: CandidateLists;
  /** The list that each bidder reads: places of one mentor share theirs. */
  readonly listOf: Int32Array;
  /** How many of each thing there are. */
  readonly quantityOf: Int32Array;
  /** Bids rise by at least this much; the result is within bidders × `step` of the optimum. */
  readonly step: number;
}

export interface AuctionResult {
  /** What each bidder got, −1 for nothing. */
  readonly itemOf: Int32Array;
  /** The lowest accepted bid where all are taken, else 0. */
  readonly price: Float64Array;
}

/**
 * Bertsekas' ascending auction with several of a kind: a bidder without a thing bids for the best one what it is worth
 * to them beyond the second best, plus a step; the lowest bidder gives way. It gets nearly everything nearly right at
 * little cost; exactness is the repair's part.
 */
export function runAuction({ lists, listOf, quantityOf, step }: AuctionSide): AuctionResult {
  const bidders = listOf.length;
  const items = quantityOf.length;
  const price = new Float64Array(items);
  const itemOf = new Int32Array(bidders).fill(-1);
  const taken = new Int32Array(items);
  const placeStart = new Int32Array(items + 1);
  for (let item = 0; item < items; item++) placeStart[item + 1] = placeStart[item]! + quantityOf[item]!;
  const holder = new Int32Array(placeStart[items]!);
  const bidAt = new Float64Array(placeStart[items]!);
  /** A ring: who is outbid goes to its end. */
  const waiting = Int32Array.from(listOf.keys());
  let waits = bidders;
  let front = 0;
  const { start, end, sortedEnd, other: itemAt, value: valueAt } = lists;

  while (waits > 0) {
    const bidder = waiting[front]!;
    front = front + 1 === bidders ? 0 : front + 1;
    waits--;
    const list = listOf[bidder]!;
    const listEnd = end[list]!;
    let best = 0;
    let second = 0;
    let bestItem = -1;
    let sorted = sortedEnd[list]!;
    for (let at = start[list]!; at < listEnd; at++) {
      if (at === sorted) sorted = lists.sortMore(list);
      const value = valueAt[at]!;
      if (value <= second) break;
      const item = itemAt[at]!;
      const net = value - price[item]!;
      if (net <= second) continue;
      if (net > best) {
        second = best;
        best = net;
        bestItem = item;
      } else {
        second = net;
      }
    }
    if (bestItem < 0) continue;
    const bid = price[bestItem]! + best - second + step;
    const first = placeStart[bestItem]!;
    const quantity = quantityOf[bestItem]!;
    itemOf[bidder] = bestItem;
    if (taken[bestItem]! < quantity) {
      raise(holder, bidAt, first, taken[bestItem]!++, bidder, bid);
    } else {
      const outbid = holder[first]!;
      itemOf[outbid] = -1;
      const back = front + waits;
      waiting[back < bidders ? back : back - bidders] = outbid;
      waits++;
      sink(holder, bidAt, first, quantity, bidder, bid);
    }
    if (taken[bestItem] === quantity) price[bestItem] = bidAt[first]!;
  }
  return { itemOf, price };
}

/** Adds a bid to an item's heap, the lowest bid on top. */
function raise(holder: Int32Array, bidAt: Float64Array, first: number, last: number, bidder: number, bid: number) {
  let place = last;
  while (place > 0) {
    const parent = (place - 1) >> 1;
    if (bidAt[first + parent]! <= bid) break;
    holder[first + place] = holder[first + parent]!;
    bidAt[first + place] = bidAt[first + parent]!;
    place = parent;
  }
  holder[first + place] = bidder;
  bidAt[first + place] = bid;
}

/** Puts a bid in place of the lowest. */
function sink(holder: Int32Array, bidAt: Float64Array, first: number, count: number, bidder: number, bid: number) {
  let place = 0;
  for (;;) {
    let child = 2 * place + 1;
    if (child >= count) break;
    if (child + 1 < count && bidAt[first + child + 1]! < bidAt[first + child]!) child++;
    if (bidAt[first + child]! >= bid) break;
    holder[first + place] = holder[first + child]!;
    bidAt[first + place] = bidAt[first + child]!;
    place = child;
  }
  holder[first + place] = bidder;
  bidAt[first + place] = bid;
}
