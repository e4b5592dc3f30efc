import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { LANGUAGE_LEVELS } from "../people.ts";
import type { SpokenLanguage } from "../people.ts";
import { overlapSlots } from "../week.ts";
import { anyContext, anyMentor, anyRequest } from "../test-support/arbitrary-people.ts";
import { NO_HISTORY, prepareRequest } from "./prepare-request.ts";
import { scorePairing, totalOf } from "./score-pairing.ts";
import type { MatchContext, MatchMentor, MatchRequest } from "./types.ts";

const total = (mentor: MatchMentor, request: MatchRequest, context: MatchContext): number =>
  scorePairing(mentor, request, context).total;

const holds = (law: (mentor: MatchMentor, request: MatchRequest, context: MatchContext) => void): void => {
  fc.assert(fc.property(anyMentor(), anyRequest(), anyContext(), law), { numRuns: 400 });
};

const better = ({ code, level }: SpokenLanguage): SpokenLanguage => ({
  code,
  level: LANGUAGE_LEVELS[LANGUAGE_LEVELS.indexOf(level) + 1] ?? level,
});

describe("laws of the score", () => {
  it("every fit is between 0 and 1, the total between 0 and 100", () => {
    holds((mentor, request, context) => {
      const score = scorePairing(mentor, request, context);
      for (const { fit, points, weight } of score.parts) {
        expect(fit).toBeGreaterThanOrEqual(0);
        expect(fit).toBeLessThanOrEqual(1);
        expect(points).toBeCloseTo(fit * weight, 8);
      }
      expect(score.total).toBeGreaterThanOrEqual(0);
      expect(score.total).toBeLessThanOrEqual(100);
      expect(Number.isInteger(score.total)).toBe(true);
    });
  });

  it("the total is the sum of the parts, rounded once", () => {
    holds((mentor, request, context) => {
      const score = scorePairing(mentor, request, context);
      const sum = score.parts.reduce((points, part) => points + part.points, 0);
      expect(Math.abs(score.total - sum)).toBeLessThanOrEqual(0.5 + 1e-9);
    });
  });

  it("the quick total used for ranking equals the explained one", () => {
    holds((mentor, request, context) => {
      const prepared = prepareRequest(request, NO_HISTORY, context);
      expect(totalOf(mentor, prepared)).toBe(total(mentor, request, context));
    });
  });

  it("speaking a language better never lowers the total", () => {
    holds((mentor, request, context) => {
      const before = total(mentor, request, context);
      mentor.languages.forEach((_, index) => {
        const languages = mentor.languages.map((spoken, at) => (at === index ? better(spoken) : spoken));
        expect(total({ ...mentor, languages }, request, context)).toBeGreaterThanOrEqual(before);
      });
      request.languages.forEach((_, index) => {
        const languages = request.languages.map((spoken, at) => (at === index ? better(spoken) : spoken));
        expect(total(mentor, { ...request, languages }, context)).toBeGreaterThanOrEqual(before);
      });
    });
  });

  it("one more shared language never lowers the total", () => {
    holds((mentor, request, context) => {
      fc.pre(mentor.languages.length > 0 && request.languages.length > 0);
      const uk: SpokenLanguage = { code: "uk", level: "basic" };
      const both = total(
        { ...mentor, languages: [...mentor.languages, uk] },
        { ...request, languages: [...request.languages, uk] },
        context,
      );
      expect(both).toBeGreaterThanOrEqual(total(mentor, request, context));
    });
  });

  it("an agreed interpreter never lowers the total", () => {
    holds((mentor, request, context) => {
      const without = total(mentor, { ...request, interpreterAgreed: false }, context);
      expect(total(mentor, { ...request, interpreterAgreed: true }, context)).toBeGreaterThanOrEqual(without);
    });
  });

  it("living nearer never lowers the total", () => {
    fc.assert(
      fc.property(
        anyMentor(),
        anyRequest(),
        anyContext(),
        fc.double({ min: 0, max: 40, noNaN: true }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (mentor, request, context, km, share) => {
          const at = (distance: number): number =>
            total(
              { ...mentor, district: "here" },
              { ...request, district: "there" },
              { ...context, districts: { distanceKm: () => distance } },
            );
          expect(at(km * share)).toBeGreaterThanOrEqual(at(km));
        },
      ),
    );
  });

  it("one more common part of the week never lowers the total, also where times were unknown", () => {
    fc.assert(
      fc.property(
        anyMentor(),
        anyRequest(),
        anyContext(),
        fc.integer({ min: 0, max: 20 }),
        (mentor, request, context, bit) => {
          const slot = 1 << bit;
          const asked = {
            ...request,
            slots: (request.slots ?? 0) | slot,
            wishes: { ...request.wishes, eveningOnly: false },
          };
          const unknown = mentor.slots === null || mentor.slots === 0;
          const before = total(mentor, asked, context);
          const after = total({ ...mentor, slots: (mentor.slots ?? 0) | slot }, asked, context);
          expect(after).toBeGreaterThanOrEqual(before);
          if (!unknown) expect(overlapSlots(mentor.slots | slot, asked.slots)).toBeGreaterThan(0);
        },
      ),
    );
  });

  it("offering one more of the asked topics never lowers the total", () => {
    holds((mentor, request, context) => {
      for (const topic of request.topics) {
        const after = total({ ...mentor, topics: [...mentor.topics, topic] }, request, context);
        expect(after).toBeGreaterThanOrEqual(total(mentor, request, context));
      }
    });
  });

  it("one more interest on either side never lowers the total", () => {
    holds((mentor, request, context) => {
      const before = total(mentor, request, context);
      for (const interest of ["cooking", "chess", "nobody-else-has-this"]) {
        const interests = [...mentor.interests, interest];
        expect(total({ ...mentor, interests }, request, context)).toBeGreaterThanOrEqual(before);
        const wished = { ...request, interests: [...request.interests, interest] };
        expect(total(mentor, wished, context)).toBeGreaterThanOrEqual(before);
      }
    });
  });

  it("the order in which people list things changes nothing, nor does naming one twice", () => {
    holds((mentor, request, context) => {
      const turned = {
        ...mentor,
        languages: mentor.languages.toReversed(),
        topics: [...mentor.topics.toReversed(), ...mentor.topics],
        interests: [...mentor.interests.toReversed(), ...mentor.interests],
      };
      const turnedRequest = {
        ...request,
        languages: request.languages.toReversed(),
        topics: [...request.topics.toReversed(), ...request.topics],
        interests: [...request.interests.toReversed(), ...request.interests],
      };
      expect(scorePairing(turned, turnedRequest, context)).toEqual(scorePairing(mentor, request, context));
    });
  });

  it("is the same in both directions in everything that both sides have", () => {
    holds((mentor, request, context) => {
      const calm = { ...request, wishes: { ...request.wishes, eveningOnly: false } };
      const swap = { languages: mentor.languages, district: mentor.district, reachKm: mentor.reachKm };
      const swapped = scorePairing(
        {
          ...mentor,
          languages: calm.languages,
          district: calm.district,
          reachKm: calm.reachKm,
          slots: calm.slots,
          interests: calm.interests,
        },
        { ...calm, ...swap, slots: mentor.slots, interests: mentor.interests },
        context,
      );
      const fits = ({ parts }: typeof swapped): number[] => parts.map(({ fit }) => fit);
      expect(fits(swapped)).toEqual(fits(scorePairing(mentor, calm, context)));
    });
  });

  it("a name, an origin, the age of an account and the time of waiting change nothing", () => {
    holds((mentor, request, context) => {
      const named = { ...mentor, firstName: "Sabine", origin: "Rheydt", createdAt: 1 };
      const waiting = { ...request, chosenName: "Amal", origin: "Homs", waitingSince: request.waitingSince + 1_000 };
      expect(scorePairing(named, waiting, context)).toEqual(scorePairing(mentor, request, context));
    });
  });

  it("gender, age and clearance decide who may meet, never how well they fit", () => {
    holds((mentor, request, context) => {
      const other = {
        ...mentor,
        gender: null,
        ageBand: null,
        clearedForProtected: true,
        hasValidFuehrungszeugnis: true,
      };
      expect(scorePairing(other, { ...request, gender: null, ageBand: null }, context)).toEqual(
        scorePairing(mentor, request, context),
      );
    });
  });
});
