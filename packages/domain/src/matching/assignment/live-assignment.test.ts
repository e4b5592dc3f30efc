import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { anyProblem } from "../../test-support/assignments.ts";
import { LiveAssignment } from "./live-assignment.ts";
import { solveAssignment } from "./solve-assignment.ts";
import type { AssignmentObjective, AssignmentProblem } from "./problem.ts";

const SPARE = { requests: 6, mentors: 4 };
const HIGHEST = 1_000_000;

/** What the live assignment should be the best of, kept beside it in the plainest way. */
class Ledger {
  readonly pairs = new Map<string, number>();
  readonly places: number[];
  readonly first: number[];
  readonly gone = new Set<number>();
  readonly pins = new Map<number, number>();

  constructor({ requests, capacities, edges, priority }: AssignmentProblem) {
    this.places = Array.from(capacities);
    this.first = Array.from({ length: requests }, (_, request) => priority?.[request] ?? 0);
    Array.from(edges.request).forEach((request, edge) => {
      this.pairs.set(`${request}/${edges.mentor[edge] ?? 0}`, edges.value[edge] ?? 0);
    });
  }

  has = (request: number, mentor: number): boolean => this.pairs.has(`${request}/${mentor}`);

  /** The pins are made, everybody else is planned anew. */
  best(objective: AssignmentObjective): { readonly served: number; readonly total: number; readonly first: number } {
    const left = this.places.map(
      (places, mentor) => places - [...this.pins.values()].filter((to) => to === mentor).length,
    );
    const open = [...this.pairs].flatMap(([pair, value]) => {
      const [request = 0, mentor = 0] = pair.split("/").map(Number);
      const takesPart = !this.gone.has(request) && !this.pins.has(request) && (left[mentor] ?? 0) > 0;
      return takesPart ? [{ request, mentor, value }] : [];
    });
    const { served, total, mentorOf } = solveAssignment(
      {
        requests: this.first.length,
        mentors: left.length,
        capacities: left.map((places) => Math.max(1, places)),
        edges: {
          request: open.map(({ request }) => request),
          mentor: open.map(({ mentor }) => mentor),
          value: open.map(({ value }) => value),
        },
        priority: this.first,
      },
      { objective },
    );
    const pinned = [...this.pins].map(([request, mentor]) => this.pairs.get(`${request}/${mentor}`) ?? 0);
    return {
      served: served + pinned.length,
      total: total + pinned.reduce((sum, value) => sum + value, 0),
      first: this.first.filter(
        (isFirst, request) => isFirst > 0 && ((mentorOf[request] ?? -1) >= 0 || this.pins.has(request)),
      ).length,
    };
  }
}

interface Step {
  readonly kind: "pin" | "unpin" | "ban" | "allow" | "leave" | "comeBack" | "join" | "joinMentor" | "setPlaces";
  readonly a: number;
  readonly b: number;
  readonly value: number;
}

const anySteps = fc.array(
  fc.record<Step>({
    kind: fc.constantFrom("pin", "unpin", "ban", "allow", "leave", "comeBack", "join", "joinMentor", "setPlaces"),
    a: fc.nat({ max: 999 }),
    b: fc.nat({ max: 999 }),
    value: fc.oneof(fc.nat({ max: 4 }), fc.nat({ max: HIGHEST })),
  }),
  { minLength: 1, maxLength: 25 },
);

/** One change to both, left out where it makes no sense. */
function change(live: LiveAssignment, ledger: Ledger, { kind, a, b, value }: Step): void {
  const requests = ledger.first.length;
  const mentors = ledger.places.length;
  const request = requests === 0 ? -1 : a % requests;
  const mentor = mentors === 0 ? -1 : b % mentors;
  const pinsOf = (one: number): number => [...ledger.pins.values()].filter((to) => to === one).length;
  const isIn = request >= 0 && !ledger.gone.has(request) && !ledger.pins.has(request);
  const candidates = (count: number): { person: number; value: number }[] =>
    Array.from({ length: count }, (_, person) => ({ person, value: (value * (person + a)) % (HIGHEST + 1) })).filter(
      ({ person }) => (person + b) % 3 !== 0,
    );
  switch (kind) {
    case "pin":
      if (!isIn || mentor < 0 || (ledger.places[mentor] ?? 0) <= pinsOf(mentor)) return;
      if (!ledger.has(request, mentor)) ledger.pairs.set(`${request}/${mentor}`, value);
      ledger.pins.set(request, mentor);
      return live.pin(request, mentor, value);
    case "unpin":
      if (!ledger.pins.delete(request)) return;
      return live.unpin(request);
    case "ban":
      if (request < 0 || mentor < 0) return;
      if (ledger.pins.get(request) === mentor) ledger.pins.delete(request);
      expect(live.ban(request, mentor)).toBe(ledger.pairs.get(`${request}/${mentor}`) ?? -1);
      ledger.pairs.delete(`${request}/${mentor}`);
      return;
    case "allow":
      if (request < 0 || mentor < 0 || ledger.has(request, mentor)) return;
      ledger.pairs.set(`${request}/${mentor}`, value);
      return live.allow(request, mentor, value);
    case "leave":
      if (!isIn) return;
      ledger.gone.add(request);
      return live.leave(request);
    case "comeBack":
      if (!ledger.gone.delete(request)) return;
      return live.comeBack(request);
    case "join": {
      if (requests >= 6 + SPARE.requests) return;
      const offered = candidates(mentors);
      for (const { person, value: worth } of offered) ledger.pairs.set(`${requests}/${person}`, worth);
      ledger.first.push(a % 2);
      expect(live.join(offered, a % 2 === 1)).toBe(requests);
      return;
    }
    case "joinMentor": {
      if (mentors >= 5 + SPARE.mentors) return;
      const offered = candidates(requests);
      for (const { person, value: worth } of offered) ledger.pairs.set(`${person}/${mentors}`, worth);
      ledger.places.push(1 + (a % 3));
      expect(live.joinMentor(1 + (a % 3), offered)).toBe(mentors);
      return;
    }
    case "setPlaces": {
      const places = Math.max(a % 4, pinsOf(mentor));
      if (mentor < 0) return;
      ledger.places[mentor] = places;
      return live.setPlaces(mentor, places);
    }
  }
}

describe("an assignment that stays the best", () => {
  for (const objective of ["served-first", "value"] as const) {
    it(`is after every change what planning anew would give, and proves it (${objective})`, () => {
      fc.assert(
        fc.property(anyProblem(), anySteps, (problem, steps) => {
          const room = { requests: 12 - problem.requests, mentors: 9 - problem.mentors };
          const live = new LiveAssignment(problem, { objective, spare: room, highestValue: HIGHEST });
          const ledger = new Ledger(problem);
          for (const step of steps) {
            change(live, ledger, step);
            const { served, total, mentorOf } = live.solution();
            const best = ledger.best(objective);
            expect(total).toBe(best.total);
            expect(live.verify()).toEqual({ valid: true });
            for (const [request, mentor] of ledger.pins) expect(mentorOf[request]).toBe(mentor);
            for (const request of ledger.gone) expect(mentorOf[request]).toBe(-1);
            if (objective === "value") continue;
            expect(served).toBe(best.served);
            const first = ledger.first.filter((isFirst, request) => isFirst > 0 && (mentorOf[request] ?? -1) >= 0);
            expect(first.length).toBe(best.first);
          }
        }),
        { numRuns: 1_500 },
      );
    }, 60_000);
  }
});
