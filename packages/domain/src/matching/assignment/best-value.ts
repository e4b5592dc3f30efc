import { runAuction } from "./auction.ts";
import { assign, bestProfit, bestSurplus, highestOf } from "./market.ts";
import type { Market } from "./market.ts";
import type { Repair } from "./repair.ts";

/**
 * From nothing to the highest price that anybody could pay. Fewer steps leave more to repair, more of them bid for
 * longer; measured on easy, even, scarce and dense problems.
 */
const STEPS = 150;
/** Few distinct values need finer steps than one, or nobody's bid says which of two equals they need more. */
const FINEST_STEP = 0.25;

/** Brings a fresh market to the highest total value: auction, then exactly what it got right, then repair. */
export function reachBestValue(market: Market, repair: Repair): void {
  const { surplus, price, load, capacity } = market;
  auctionOff(market);
  for (let request = 0; request < surplus.length; request++) {
    if (market.mentorOf[request]! < 0 && surplus[request]! > 0) repair.serve(request);
  }
  for (let mentor = 0; mentor < price.length; mentor++) {
    while (load[mentor]! < capacity[mentor]! && price[mentor]! > 0) repair.fill(mentor);
  }
  makeWhole(market);
}

/** Rounding prices down and surpluses up keeps every pair exact and every edge below: the values are whole numbers. */
function makeWhole({ surplus, price }: Market): void {
  for (let mentor = 0; mentor < price.length; mentor++) price[mentor] = Math.floor(price[mentor]!);
  for (let request = 0; request < surplus.length; request++) surplus[request] = Math.ceil(surplus[request]!);
}

/** The scarcer side bids: the other way round costs several times as much. */
function auctionOff(market: Market): void {
  const { mentorsOf, requestsOf, surplus, price } = market;
  const places = usefulPlaces(market);
  const step = Math.round(highestOf(mentorsOf.value) / STEPS) || FINEST_STEP;
  let placesCount = 0;
  for (const count of places) placesCount += count;
  if (placesCount < surplus.length) {
    const mentorOfPlace = placesOneByOne(places, placesCount);
    const quantityOf = new Int32Array(surplus.length).fill(1);
    const { itemOf, price: worth } = runAuction({ lists: requestsOf, listOf: mentorOfPlace, quantityOf, step });
    surplus.set(worth);
    for (let mentor = 0; mentor < price.length; mentor++) price[mentor] = bestProfit(market, mentor);
    for (let place = 0; place < placesCount; place++) keepIfExact(market, itemOf[place]!, mentorOfPlace[place]!);
    return;
  }
  const everybody = Int32Array.from(surplus.keys());
  const { itemOf, price: paid } = runAuction({ lists: mentorsOf, listOf: everybody, quantityOf: places, step });
  price.set(paid);
  for (let request = 0; request < surplus.length; request++) {
    surplus[request] = bestSurplus(market, request);
    keepIfExact(market, request, itemOf[request]!);
  }
}

/** Pairs are kept where both get exactly what they could get at best. */
function keepIfExact(market: Market, request: number, mentor: number): void {
  if (request < 0 || mentor < 0) return;
  const value = market.mentorsOf.valueOf(request, mentor);
  if (market.surplus[request]! + market.price[mentor]! === value) assign(market, request, mentor);
}

/** No mentor can use more places than there are requests they could be for. */
function usefulPlaces({ requestsOf, capacity }: Market): Int32Array {
  return capacity.map((places, mentor) => Math.min(places, requestsOf.end[mentor]! - requestsOf.start[mentor]!));
}

function placesOneByOne(places: Int32Array, count: number): Int32Array {
  const mentorOfPlace = new Int32Array(count);
  let place = 0;
  places.forEach((own, mentor) => {
    mentorOfPlace.fill(mentor, place, place + own);
    place += own;
  });
  return mentorOfPlace;
}
