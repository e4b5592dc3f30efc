import { DistanceHeap } from "./distance-heap.ts";
import { assign, release } from "./market.ts";
import type { Market } from "./market.ts";

/**
 * Shortest paths on reduced costs that mend one flaw of a market without making another: Dijkstra with potentials
 * (Edmonds and Karp 1972), stopped at the nearest end.
 */
export class Repair {
  readonly #market: Market;
  readonly #heap: DistanceHeap;
  /** The request by whom a mentor was reached, and where that request would go. */
  readonly #reachedBy: Int32Array;
  readonly #goesTo: Int32Array;
  readonly #touched: number[] = [];
  readonly #settled: number[] = [];
  #nearest = Infinity;
  #endMentor = -1;
  #endRequest = -1;

  constructor(market: Market) {
    this.#market = market;
    this.#heap = new DistanceHeap(market.price.length);
    this.#reachedBy = new Int32Array(market.price.length);
    this.#goesTo = new Int32Array(market.price.length);
  }

  /**
   * For somebody unserved who could have more than going unserved: prices rise until they get a place, displace whoever
   * loses least by it, or go without.
   */
  serve(request: number): void {
    this.lower([request]);
  }

  /** The same for several unserved requests at once, who all have equally much more than going unserved. */
  lower(unserved: readonly number[]): void {
    const { surplus, outside, mentorOf } = this.#market;
    let waiting = unserved;
    for (;;) {
      const [first] = waiting;
      if (first === undefined) return;
      const tooMuch = surplus[first]! - outside[first]!;
      if (tooMuch === 0) return;
      this.#raisePrices(waiting, tooMuch);
      waiting = waiting.filter((request) => mentorOf[request]! < 0);
    }
  }

  #raisePrices(unserved: readonly number[], limit: number): void {
    const { surplus, outside, firstOf, next } = this.#market;
    const heap = this.#heap;
    this.#nearest = limit;
    this.#endMentor = -1;
    this.#endRequest = -1;
    for (const request of unserved) this.#lookAround(request, 0);
    while (heap.size > 0) {
      const mentor = heap.takeNearest();
      const distance = heap.distance[mentor]!;
      if (distance >= this.#nearest) break;
      this.#settled.push(mentor);
      for (let holder = firstOf[mentor]!; holder >= 0; holder = next[holder]!) {
        const leaving = distance + surplus[holder]! - outside[holder]!;
        if (leaving < this.#nearest) {
          this.#nearest = leaving;
          this.#endMentor = mentor;
          this.#endRequest = holder;
        }
        this.#lookAround(holder, distance);
      }
    }
    const rise = this.#nearest;
    for (const request of unserved) surplus[request]! -= rise;
    for (const mentor of this.#settled) this.#changePrice(mentor, rise - heap.distance[mentor]!);
    if (this.#endMentor >= 0) this.#moveAlong();
    this.#forget();
  }

  /**
   * For a mentor with a price and a free place: the price falls until somebody comes, from elsewhere or from going
   * unserved, or until a place that costs nothing stays free.
   */
  fill(mentor: number): void {
    this.#nearest = Infinity;
    this.#endMentor = mentor;
    this.#endRequest = -1;
    this.#offer(mentor, 0);
    this.#lowerPrices(null);
    this.#comeAlong(mentor);
    this.#forget();
  }

  /**
   * Raises what going unserved is worth to these as far as the pairs made stay the best, at most by `limit`, and says
   * how far.
   */
  raiseOutside(these: Uint8Array, limit: number): number {
    const { surplus, outside, mentorOf } = this.#market;
    this.#nearest = limit;
    for (let request = 0; request < these.length; request++) {
      const mentor = mentorOf[request]!;
      if (these[request] === 1 && mentor >= 0) this.#offer(mentor, surplus[request]! - outside[request]!);
    }
    const rise = this.#lowerPrices(these);
    for (let request = 0; request < these.length; request++) {
      if (these[request] === 0) continue;
      outside[request]! += rise;
      if (mentorOf[request]! < 0) surplus[request]! += rise;
    }
    this.#forget();
    return rise;
  }

  /** A mentor whose places become cheaper from this distance on. */
  #offer(mentor: number, distance: number): void {
    const { distance: distances } = this.#heap;
    if (distance >= distances[mentor]!) return;
    if (distances[mentor] === Infinity) this.#touched.push(mentor);
    this.#heap.bring(mentor, distance);
    this.#nearest = Math.min(this.#nearest, distance + this.#market.price[mentor]!);
  }

  #lowerPrices(mayWait: Uint8Array | null): number {
    const heap = this.#heap;
    while (heap.size > 0) {
      const mentor = heap.takeNearest();
      if (heap.distance[mentor]! >= this.#nearest) break;
      this.#settled.push(mentor);
      this.#offerAround(mentor, mayWait);
    }
    const fall = this.#nearest;
    for (const mentor of this.#settled) this.#changePrice(mentor, heap.distance[mentor]! - fall);
    return fall;
  }

  /** Relaxes the edges of one request that is reached at this distance. */
  #lookAround(request: number, distance: number): void {
    const { mentorsOf, surplus, price, load, capacity } = this.#market;
    const heap = this.#heap;
    const distances = heap.distance;
    const base = distance + surplus[request]!;
    const { other: mentorAt, value: valueAt } = mentorsOf;
    const end = mentorsOf.end[request]!;
    let sorted = mentorsOf.sortedEnd[request]!;
    let nearest = this.#nearest;
    for (let at = mentorsOf.start[request]!; at < end; at++) {
      if (at === sorted) sorted = mentorsOf.sortMore(request);
      const least = base - valueAt[at]!;
      if (least >= nearest) break;
      const mentor = mentorAt[at]!;
      const reached = least + price[mentor]!;
      if (reached >= nearest || reached >= distances[mentor]!) continue;
      this.#reachedBy[mentor] = request;
      if (load[mentor]! < capacity[mentor]!) {
        nearest = reached;
        this.#endMentor = mentor;
        this.#endRequest = -1;
        continue;
      }
      if (distances[mentor] === Infinity) this.#touched.push(mentor);
      heap.bring(mentor, reached);
    }
    this.#nearest = nearest;
  }

  /**
   * Relaxes the edges of one mentor whose places become cheaper. Whoever waits ends the search by coming, unless they
   * may wait on.
   */
  #offerAround(mentor: number, mayWait: Uint8Array | null): void {
    const { requestsOf, mentorOf, surplus, price, lowestOutside: floor } = this.#market;
    const heap = this.#heap;
    const distances = heap.distance;
    const base = distances[mentor]! + price[mentor]!;
    const { other: requestAt, value: valueAt } = requestsOf;
    const end = requestsOf.end[mentor]!;
    const sortedEnd = requestsOf.sortedEnd[mentor]!;
    let nearest = this.#nearest;
    for (let at = requestsOf.start[mentor]!; at < end; at++) {
      const least = base - valueAt[at]!;
      if (least + floor >= nearest) {
        if (at >= sortedEnd) continue;
        at = sortedEnd - 1;
        continue;
      }
      const request = requestAt[at]!;
      const reached = least + surplus[request]!;
      if (reached >= nearest) continue;
      const left = mentorOf[request]!;
      if (left < 0) {
        if (mayWait?.[request] === 1) continue;
        nearest = reached;
        this.#endMentor = mentor;
        this.#endRequest = request;
        continue;
      }
      if (reached >= distances[left]!) continue;
      this.#reachedBy[left] = request;
      this.#goesTo[left] = mentor;
      if (distances[left] === Infinity) this.#touched.push(left);
      heap.bring(left, reached);
      const untilFree = reached + price[left]!;
      if (untilFree < nearest) {
        nearest = untilFree;
        this.#endMentor = left;
        this.#endRequest = -1;
      }
    }
    this.#nearest = nearest;
  }

  /** Pairs made stay exactly as good: what a place costs more, its holders get less. */
  #changePrice(mentor: number, change: number): void {
    const { price, surplus, firstOf, next } = this.#market;
    price[mentor]! += change;
    for (let holder = firstOf[mentor]!; holder >= 0; holder = next[holder]!) surplus[holder]! -= change;
  }

  /** Everybody on the path moves on by one; who holds the last place, if anybody, goes unserved. */
  #moveAlong(): void {
    const market = this.#market;
    if (this.#endRequest >= 0) release(market, this.#endRequest);
    let mentor = this.#endMentor;
    while (mentor >= 0) {
      const mover = this.#reachedBy[mentor]!;
      const left = market.mentorOf[mover]!;
      if (left >= 0) release(market, mover);
      assign(market, mover, mentor);
      mentor = left;
    }
  }

  /** The place made cheaper is taken, and each place left behind by the one who left it. */
  #comeAlong(until: number): void {
    const market = this.#market;
    let mentor = this.#endMentor;
    if (this.#endRequest >= 0) assign(market, this.#endRequest, mentor);
    while (mentor !== until) {
      const mover = this.#reachedBy[mentor]!;
      release(market, mover);
      mentor = this.#goesTo[mentor]!;
      assign(market, mover, mentor);
    }
  }

  #forget(): void {
    for (const mentor of this.#touched) this.#heap.distance[mentor] = Infinity;
    this.#touched.length = 0;
    this.#settled.length = 0;
    this.#heap.clear();
  }
}
