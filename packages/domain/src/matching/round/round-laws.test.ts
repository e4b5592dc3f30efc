import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { anyRound, bestWorthByTrying, worthOf } from "../../test-support/rounds.ts";
import type { RoundScene } from "../../test-support/rounds.ts";
import { exclusionsFor } from "../exclusions.ts";
import { comparePlans } from "./compare-plans.ts";
import { explainPair } from "./explain-pair.ts";
import { explainUnserved } from "./explain-unserved.ts";
import { planRound } from "./plan-round.ts";
import { poolOf } from "./round-pool.ts";
import { withPin } from "./round-scene.ts";
import { NO_WISHES } from "./round-settings.ts";
import type { PlanComparison, RoundInput, RoundPlan } from "./types.ts";
import { verifyPlan } from "./verify-plan.ts";

describe("laws of the round", { timeout: 60_000 }, () => {
  it("the plan is the best of all plans there are, the one of them nearest to the plan without wishes, and proves it", () => {
    fc.assert(
      fc.property(anyRound(), (scene) => {
        const { input, settings, wishes } = scene;
        const plan = planRound(input, settings, wishes);
        const first = planRound(input, settings, NO_WISHES);
        expect(worthOf(settings, plan, first)).toEqual(bestWorthByTrying(scene, first));
        expect(verifyPlan(input, settings, wishes, plan)).toEqual({ valid: true });
      }),
      { numRuns: 2_000 },
    );
  });

  it("nobody is paired against an exclusion, a ban, the minimum of points, or with a mentor who is full", () => {
    fc.assert(
      fc.property(anyRound(), ({ input, settings, wishes }) => {
        const pool = poolOf(input);
        const { pairs } = planRound(input, settings, wishes);
        for (const pair of pairs) {
          const request = pool.requests[pool.requestNumbers.get(pair.requestId) ?? -1];
          const mentor = pool.mentors[pool.mentorNumbers.get(pair.mentorId) ?? -1];
          if (request === undefined || mentor === undefined) throw new Error("a pair of strangers");
          expect(exclusionsFor(mentor, request)).toEqual([]);
          expect(request.request.protected).toBe(false);
          expect(pair.pinned || pair.points >= settings.minimumPoints).toBe(true);
          const isSame = (other: { requestId: string; mentorId: string }): boolean =>
            other.requestId === pair.requestId && other.mentorId === pair.mentorId;
          expect(wishes.bans.some(isSame)).toBe(false);
          expect(pair.pinned).toBe(wishes.pins.some(isSame));
          const load = pairs.filter(({ mentorId }) => mentorId === mentor.id).length;
          expect(load + mentor.openTandems + mentor.openProposals).toBeLessThanOrEqual(mentor.capacity);
        }
        expect(pairs.filter(({ pinned }) => pinned)).toHaveLength(wishes.pins.length);
      }),
    );
  });

  it("everybody in the round is either paired once or named as unserved, and nobody who was left out", () => {
    fc.assert(
      fc.property(anyRound(), ({ input, settings, wishes }) => {
        const { pairs, unserved, served } = planRound(input, settings, wishes);
        const expected = input.requests.map(({ id }) => id).filter((id) => !wishes.leftOut.requests.includes(id));
        expect([...pairs.map(({ requestId }) => requestId), ...unserved].sort()).toEqual(expected.sort());
        expect(served).toBe(pairs.length);
      }),
    );
  });

  it("the order in which people are read changes nothing", () => {
    fc.assert(
      fc.property(
        anyRound().chain((scene) =>
          fc.record({
            scene: fc.constant(scene),
            requests: fc.shuffledSubarray([...scene.input.requests], { minLength: scene.input.requests.length }),
            mentors: fc.shuffledSubarray([...scene.input.mentors], { minLength: scene.input.mentors.length }),
          }),
        ),
        ({ scene: { input, settings, wishes }, requests, mentors }) => {
          const shuffled = { ...input, requests, mentors };
          expect(planRound(shuffled, settings, wishes)).toEqual(planRound(input, settings, wishes));
        },
      ),
    );
  });

  it("a round that was stored and read again gives the same plan", () => {
    fc.assert(
      fc.property(anyRound(), ({ input, settings, wishes }) => {
        const read = JSON.parse(JSON.stringify({ input, settings, wishes })) as {
          input: RoundInput;
          settings: typeof settings;
          wishes: typeof wishes;
        };
        const plan = planRound(input, settings, wishes);
        expect(planRound(read.input, read.settings, read.wishes)).toEqual(plan);
        expect(JSON.parse(JSON.stringify(plan))).toEqual(plan);
      }),
    );
  });

  it("what is no input changes nothing: a name, an origin, the age of an account", () => {
    const strange = fc.record({
      name: fc.string(),
      origin: fc.string(),
      accountCreatedAt: fc.nat(),
      notes: fc.string(),
    });
    fc.assert(
      fc.property(
        anyRound(),
        fc.array(strange, { minLength: 11, maxLength: 11 }),
        ({ input, settings, wishes }, extras) => {
          const dressed: RoundInput = {
            ...input,
            requests: input.requests.map((request, index) => ({ ...request, ...extras[index] })),
            mentors: input.mentors.map((mentor, index) => ({ ...mentor, ...extras[10 - index] })),
          };
          expect(planRound(dressed, settings, wishes)).toEqual(planRound(input, settings, wishes));
        },
      ),
    );
  });

  it("what an alternative costs is what the best plan with it really is, and no more people move than must", () => {
    const expectReal = (scene: RoundScene, plan: RoundPlan, cost: PlanComparison): void => {
      const real = comparePlans(plan, planRound(scene.input, scene.settings, scene.wishes));
      const { served, priorityServed, points, bonus } = real;
      expect(cost).toMatchObject(scene.settings.objective === "value" ? {} : { served, priorityServed });
      expect(Math.round(100 * (cost.points + cost.bonus))).toBe(Math.round(100 * (points + bonus)));
      const worth = bestWorthByTrying(scene, plan);
      expect(cost.kept).toBe(worth[3]);
      expect(cost.kept).toBeGreaterThanOrEqual(real.kept);
    };
    fc.assert(
      fc.property(anyRound(), (scene) => {
        const { input, settings, wishes } = scene;
        const plan = planRound(input, settings, wishes);
        for (const { requestId } of plan.pairs) {
          const unpinned = { ...wishes, pins: wishes.pins.filter((pin) => pin.requestId !== requestId) };
          const explained = explainPair(input, settings, wishes, plan, requestId);
          for (const { cost, ...pair } of [...(explained?.otherMentors ?? []), ...(explained?.otherRequests ?? [])]) {
            expectReal({ ...scene, wishes: withPin(unpinned, pair) }, plan, cost);
          }
        }
        for (const requestId of plan.unserved) {
          for (const { cost, ...pair } of explainUnserved(input, settings, wishes, plan, requestId)?.displacing ?? []) {
            expectReal({ ...scene, wishes: withPin(wishes, pair) }, plan, cost);
          }
        }
      }),
      { numRuns: 200 },
    );
  });
});
