import { DistanceHeap } from "./distance-heap.ts";
import { assign, release } from "./market.ts";
import type { Market } from "./market.ts";

/** Where a search for a place may end besides a free place. */
export interface SearchEnds {
  /** How far prices may rise before going unserved is better. */
  readonly limit: number;
  /** Who may lose their place to somebody on the way: nobody, whoever would rather go unserved, or those marked 0. */
  readonly displaced: "nobody" | "anybody" | { readonly unless: Uint8Array };
}

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

  /** For somebody unserved who could have more than going unserved: gets a place, displaces somebody, or goes without. */
  serve(request: number): void {
    const { surplus, outside } = this.#market;
    this.serveOneOf([request], { limit: surplus[request]! - outside[request]!, displaced: "anybody" });
  }

  /**
   * Raises prices until the first of these unserved requests gets a place, or until `limit`. The surplus of all of them
   * falls by the rise, which is returned; infinite (and nothing changed) when no place can be reached.
   */
  serveOneOf(unserved: readonly number[], { limit, displaced }: SearchEnds): number {
    const { surplus, outside, firstOf, next } = this.#market;
    const heap = this.#heap;
    const kept = typeof displaced === "string" ? null : displaced.unless;
    const mayDisplace = displaced !== "nobody";
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
        if (mayDisplace && (kept === null || kept[holder] === 0)) {
          const leaving = distance + surplus[holder]! - outside[holder]!;
          if (leaving < this.#nearest) {
            this.#nearest = leaving;
            this.#endMentor = mentor;
            this.#endRequest = holder;
          }
        }
        this.#lookAround(holder, distance);
      }
    }
    const rise = this.#nearest;
    if (rise < Infinity) {
      for (const request of unserved) surplus[request]! -= rise;
      for (const mentor of this.#settled) this.#changePrice(mentor, rise - heap.distance[mentor]!);
      if (this.#endMentor >= 0) this.#moveAlong();
    }
    this.#forget();
    return rise;
  }

  /**
   * For a mentor with a price and a free place: the price falls until somebody comes, from elsewhere or from going
   * unserved, or until a place that costs nothing stays free.
   */
  fill(mentor: number, floor: number): void {
    const { price } = this.#market;
    const heap = this.#heap;
    this.#nearest = price[mentor]!;
    this.#endMentor = mentor;
    this.#endRequest = -1;
    this.#touched.push(mentor);
    heap.bring(mentor, 0);
    while (heap.size > 0) {
      const left = heap.takeNearest();
      if (heap.distance[left]! >= this.#nearest) break;
      this.#settled.push(left);
      this.#offerAround(left, floor);
    }
    const fall = this.#nearest;
    for (const left of this.#settled) this.#changePrice(left, heap.distance[left]! - fall);
    this.#comeAlong(mentor);
    this.#forget();
  }

  /** Relaxes the edges of one request that is reached at this distance. */
  #lookAround(request: number, distance: number): void {
    const { mentorsOf, surplus, price, load, capacity } = this.#market;
    const heap = this.#heap;
    const distances = heap.distance;
    const base = distance + surplus[request]!;
    const end = mentorsOf.end[request]!;
    let nearest = this.#nearest;
    for (let at = mentorsOf.start[request]!; at < end; at++) {
      if (at === mentorsOf.sortedEnd[request]) mentorsOf.sortMore(request);
      const least = base - mentorsOf.value[at]!;
      if (least >= nearest) break;
      const mentor = mentorsOf.other[at]!;
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

  /** Relaxes the edges of one mentor whose place would become cheaper from this distance on. */
  #offerAround(mentor: number, floor: number): void {
    const { requestsOf, mentorOf, surplus, price } = this.#market;
    const heap = this.#heap;
    const distances = heap.distance;
    const base = distances[mentor]! + price[mentor]!;
    const end = requestsOf.end[mentor]!;
    let nearest = this.#nearest;
    for (let at = requestsOf.start[mentor]!; at < end; at++) {
      if (at === requestsOf.sortedEnd[mentor]) requestsOf.sortMore(mentor);
      const least = base - requestsOf.value[at]!;
      if (least + floor >= nearest) break;
      const request = requestsOf.other[at]!;
      const reached = least + surplus[request]!;
      if (reached >= nearest) continue;
      const left = mentorOf[request]!;
      if (left < 0) {
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
