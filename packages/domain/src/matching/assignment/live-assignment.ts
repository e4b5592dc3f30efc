import { reachBestValue } from "./best-value.ts";
import { AssignmentProblemError, checkDuplicates, checkProblem } from "./check-problem.ts";
import { bestProfit, bestSurplus, highestOf, openMarket, release } from "./market.ts";
import type { Market, SpareRoom } from "./market.ts";
import type { AssignmentObjective, AssignmentOptions, AssignmentProblem, AssignmentSolution } from "./problem.ts";
import { Repair } from "./repair.ts";
import { serveMost } from "./serve-most.ts";
import { priorityOf } from "./solve-assignment.ts";
import { verifyAssignment } from "./verify-assignment.ts";
import type { AssignmentVerdict } from "./verify-assignment.ts";

export interface LiveOptions extends AssignmentOptions {
  /** Room for people who join later; none unless said. */
  readonly spare?: SpareRoom | undefined;
  /** The highest value that may come later; unless said, the highest there is. */
  readonly highestValue?: number | undefined;
}

/** A pair that could be made, as one side names it. */
export interface Candidate {
  readonly person: number;
  readonly value: number;
}

/**
 * An assignment that stays the best while people come and go: each change mends only what it broke, from the optimum
 * before. After every call the assignment is optimal and its prices prove it. Under "served-first" going unserved is
 * worse than any detour throughout, so prices of scarce places are large.
 */
export class LiveAssignment {
  readonly #market: Market;
  readonly #repair: Repair;
  readonly #objective: AssignmentObjective;
  readonly #highestValue: number;
  readonly #detour: number;
  readonly #first: Uint8Array;
  /** Requests that take no part (pinned or gone) keep their pairs for when they come back. */
  readonly #isOut: Uint8Array;
  readonly #pinnedTo: Int32Array;
  readonly #places: Int32Array;
  #requests: number;
  #mentors: number;

  /** @throws AssignmentProblemError when the problem is malformed. */
  constructor(problem: AssignmentProblem, options: LiveOptions = {}) {
    const { objective = "served-first", spare = { requests: 0, mentors: 0 } } = options;
    checkProblem(problem, objective);
    this.#market = openMarket(problem, spare);
    checkDuplicates(this.#market.mentorsOf, problem.mentors);
    this.#repair = new Repair(this.#market);
    this.#objective = objective;
    this.#requests = problem.requests;
    this.#mentors = problem.mentors;
    const people = problem.requests + spare.requests;
    this.#highestValue = options.highestValue ?? highestOf(problem.edges.value);
    this.#detour = objective === "value" ? 0 : (this.#highestValue + 1) * (people + 1);
    this.#first = new Uint8Array(people);
    this.#first.set(priorityOf(problem));
    this.#isOut = new Uint8Array(people);
    this.#pinnedTo = new Int32Array(people).fill(-1);
    this.#places = this.#market.capacity.slice();
    reachBestValue(this.#market, this.#repair);
    if (objective === "served-first") this.#makeWaitingWorst();
  }

  /** The pair to be made whatever it costs. It need not be a candidate: then it counts with `value`. */
  pin(request: number, mentor: number, value: number): void {
    this.#requireInMarket(request);
    if (this.#market.capacity[mentor] === 0) throw new AssignmentProblemError("no_place_left", mentor);
    const known = this.#market.mentorsOf.valueOf(request, mentor);
    if (known < 0) this.#addPair(request, mentor, value);
    const left = this.#takeOut(request);
    this.#pinnedTo[request] = mentor;
    this.#changeCapacity(mentor, -1);
    if (left >= 0) this.#fill(left);
  }

  unpin(request: number): void {
    const mentor = this.#pinnedTo[request]!;
    if (mentor < 0) return;
    this.#pinnedTo[request] = -1;
    this.#changeCapacity(mentor, 1);
    this.comeBack(request);
  }

  /** Takes the pair away and says its value, to be given back by `allow`; −1 when it was none. */
  ban(request: number, mentor: number): number {
    if (this.#pinnedTo[request] === mentor) this.unpin(request);
    const { mentorsOf, requestsOf, mentorOf } = this.#market;
    const value = mentorsOf.remove(request, mentor);
    requestsOf.remove(mentor, request);
    if (mentorOf[request] === mentor) this.#serveAnew(request);
    return value;
  }

  /** Adds a pair, one that was banned or one that was not looked at before. */
  allow(request: number, mentor: number, value: number): void {
    this.#addPair(request, mentor, value);
    const { surplus, price } = this.#market;
    if (this.#isOut[request] === 0 && value > surplus[request]! + price[mentor]!) this.#serveAnew(request);
  }

  /** Somebody joins with the pairs they could be in, and gets the next number. */
  join(candidates: readonly Candidate[], priority = false): number {
    const request = this.#requests;
    if (request === this.#isOut.length) throw new AssignmentProblemError("people_out_of_range");
    this.#requests++;
    this.#first[request] = priority ? 1 : 0;
    this.#market.outside[request] = -this.#detour * (priority ? 2 : 1);
    for (const { person: mentor, value } of candidates) this.#addPair(request, mentor, value);
    this.#serveAnew(request);
    return request;
  }

  joinMentor(places: number, candidates: readonly Candidate[]): number {
    const mentor = this.#mentors;
    if (mentor === this.#places.length) throw new AssignmentProblemError("people_out_of_range");
    this.#mentors++;
    for (const { person: request, value } of candidates) this.#addPair(request, mentor, value);
    this.#market.price[mentor] = Infinity;
    this.setPlaces(mentor, places);
    return mentor;
  }

  /** Somebody goes, for good or until `comeBack`. */
  leave(request: number): void {
    if (this.#pinnedTo[request]! >= 0) this.unpin(request);
    this.#requireInMarket(request);
    const left = this.#takeOut(request);
    if (left >= 0) this.#fill(left);
  }

  comeBack(request: number): void {
    if (this.#isOut[request] === 0 || this.#pinnedTo[request]! >= 0) return;
    this.#isOut[request] = 0;
    this.#serveAnew(request);
  }

  /** 0 when a mentor goes. Pinned pairs need their places. */
  setPlaces(mentor: number, places: number): void {
    const change = places - this.#places[mentor]!;
    if (this.#market.capacity[mentor]! + change < 0) throw new AssignmentProblemError("no_place_left", mentor);
    this.#places[mentor] = places;
    this.#changeCapacity(mentor, change);
  }

  /** As `solveAssignment` gives it. Pinned pairs count as served, without a price of their own. */
  solution(): AssignmentSolution {
    const { mentorsOf, surplus, outside, price } = this.#market;
    const mentorOf = this.#market.mentorOf.slice(0, this.#requests);
    const gain = new Float64Array(this.#requests);
    let [total, served] = [0, 0];
    for (let request = 0; request < this.#requests; request++) {
      if (this.#isOut[request] === 0) gain[request] = surplus[request]! - outside[request]!;
      const mentor = Math.max(mentorOf[request]!, this.#pinnedTo[request]!);
      if (mentor < 0) continue;
      mentorOf[request] = mentor;
      total += mentorsOf.valueOf(request, mentor);
      served++;
    }
    const ofMentors = price.slice(0, this.#mentors).map((one) => (one === Infinity ? 0 : one));
    return {
      mentorOf,
      total,
      served,
      prices: { request: gain, mentor: ofMentors, served: 0 - this.#detour, priority: 0 - this.#detour },
      objective: this.#objective,
    };
  }

  /** Checks the proof on what is left to decide: everybody but the pinned and the gone. */
  verify(): AssignmentVerdict {
    const { problem, solution } = this.#open();
    return verifyAssignment(problem, solution);
  }

  #open(): { readonly problem: AssignmentProblem; readonly solution: AssignmentSolution } {
    const { mentorsOf, capacity } = this.#market;
    const all = this.solution();
    const requests = numbers(this.#requests).filter((request) => this.#isOut[request] === 0);
    const mentors = numbers(this.#mentors).filter((mentor) => capacity[mentor]! > 0);
    const newNumber = new Map(mentors.map((mentor, number) => [mentor, number]));
    const edges: Record<"request" | "mentor" | "value", number[]> = { request: [], mentor: [], value: [] };
    requests.forEach((request, number) => {
      for (let at = mentorsOf.start[request]!; at < mentorsOf.end[request]!; at++) {
        const mentor = newNumber.get(mentorsOf.other[at]!);
        if (mentor === undefined) continue;
        edges.request.push(number);
        edges.mentor.push(mentor);
        edges.value.push(mentorsOf.value[at]!);
      }
    });
    const mentorOf = Int32Array.from(requests, (request) => newNumber.get(all.mentorOf[request]!) ?? -1);
    const pinned = numbers(this.#requests).filter((request) => this.#pinnedTo[request]! >= 0);
    const pinnedValue = pinned.reduce((sum, one) => sum + mentorsOf.valueOf(one, this.#pinnedTo[one]!), 0);
    return {
      problem: {
        requests: requests.length,
        mentors: mentors.length,
        capacities: mentors.map((mentor) => capacity[mentor]!),
        edges,
        priority: requests.map((request) => this.#first[request]!),
      },
      solution: {
        ...all,
        mentorOf,
        total: all.total - pinnedValue,
        served: all.served - pinned.length,
        prices: {
          ...all.prices,
          request: Float64Array.from(requests, (request) => all.prices.request[request]!),
          mentor: Float64Array.from(mentors, (mentor) => all.prices.mentor[mentor]!),
        },
      },
    };
  }

  /** From here on no detour is too long to serve one more, or to serve somebody with priority. */
  #makeWaitingWorst(): void {
    const market = this.#market;
    const first = this.#first;
    serveMost(market, this.#repair, first);
    const waiting = numbers(first.length).filter((request) => market.mentorOf[request]! < 0);
    for (const request of first.keys()) market.outside[request] = -this.#detour * (1 + first[request]!);
    market.lowestOutside = -2 * this.#detour;
    this.#repair.lower(waiting.filter((request) => first[request] === 0));
    this.#repair.lower(waiting.filter((request) => first[request] === 1));
  }

  #serveAnew(request: number): void {
    const { surplus, outside, mentorOf } = this.#market;
    const left = mentorOf[request]!;
    if (left >= 0) release(this.#market, request);
    surplus[request] = bestSurplus(this.#market, request);
    if (surplus[request] > outside[request]!) this.#repair.serve(request);
    if (left >= 0) this.#fill(left);
  }

  #fill(mentor: number): void {
    const { load, capacity, price } = this.#market;
    while (load[mentor]! < capacity[mentor]! && price[mentor]! > 0) this.#repair.fill(mentor);
  }

  /** Says whose place became free, −1 when they had none. */
  #takeOut(request: number): number {
    const left = this.#market.mentorOf[request]!;
    if (left >= 0) release(this.#market, request);
    this.#market.surplus[request] = Infinity;
    this.#isOut[request] = 1;
    return left;
  }

  #changeCapacity(mentor: number, change: number): void {
    const market = this.#market;
    const { capacity, load, price, firstOf } = market;
    const before = capacity[mentor]!;
    const after = before + change;
    capacity[mentor] = after;
    if (after === 0) price[mentor] = Infinity;
    else if (before === 0) price[mentor] = bestProfit(market, mentor);
    while (load[mentor]! > after) {
      const displaced = firstOf[mentor]!;
      release(market, displaced);
      this.#serveAnew(displaced);
    }
    this.#fill(mentor);
  }

  #addPair(request: number, mentor: number, value: number): void {
    const { mentorsOf, requestsOf } = this.#market;
    if (!(request >= 0 && request < this.#requests && mentor >= 0 && mentor < this.#mentors)) {
      throw new AssignmentProblemError("edge_out_of_range", request);
    }
    if (!(Number.isInteger(value) && value >= 0 && value <= this.#highestValue)) {
      throw new AssignmentProblemError("value_out_of_range", request);
    }
    if (mentorsOf.valueOf(request, mentor) >= 0) throw new AssignmentProblemError("duplicate_edge", request);
    mentorsOf.add(request, mentor, value);
    requestsOf.add(mentor, request, value);
  }

  #requireInMarket(request: number): void {
    if (this.#isOut[request] !== 0) throw new AssignmentProblemError("not_in_the_market", request);
  }
}

const numbers = (count: number): number[] => Array.from({ length: count }, (_, number) => number);
