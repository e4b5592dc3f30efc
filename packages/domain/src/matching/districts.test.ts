import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createDistrictMap, KM_PER_STEP } from "./districts.ts";
import { interestSharesOf } from "./interest-shares.ts";
import { DEFAULT_WEIGHTS } from "./types.ts";
import { decideWeights } from "./weights.ts";

describe("district map", () => {
  const map = createDistrictMap([
    { key: "pirna", lat: 50.9622, lng: 13.9403, neighbours: [] },
    { key: "altstadt", lat: 51.0504, lng: 13.7373, neighbours: ["pieschen"] },
    { key: "pieschen", lat: null, lng: null, neighbours: [] },
    { key: "trachau", lat: null, lng: null, neighbours: ["pieschen", "nowhere"] },
    { key: "lonely", lat: null, lng: null, neighbours: [] },
  ]);

  it("measures between centroids as the crow flies: Dresden to Pirna is about 17 km", () => {
    expect(map.distanceKm("altstadt", "pirna")).toBeCloseTo(17.3, 0);
  });

  it("counts steps between neighbours where a coordinate is missing, in both directions", () => {
    expect(map.distanceKm("altstadt", "pieschen")).toBe(KM_PER_STEP);
    expect(map.distanceKm("trachau", "altstadt")).toBe(2 * KM_PER_STEP);
    expect(map.distanceKm("altstadt", "trachau")).toBe(2 * KM_PER_STEP);
  });

  it("does not know a way to an island or to a district of another network", () => {
    expect(map.distanceKm("altstadt", "lonely")).toBeNull();
    expect(map.distanceKm("altstadt", "nowhere")).toBeNull();
    expect(map.distanceKm("nowhere", "altstadt")).toBeNull();
  });

  it("is 0 within a district, and the same there and back", () => {
    const coordinate = {
      lat: fc.double({ min: 47, max: 55, noNaN: true }),
      lng: fc.double({ min: 6, max: 15, noNaN: true }),
    };
    fc.assert(
      fc.property(fc.record(coordinate), fc.record(coordinate), (a, b) => {
        const pair = createDistrictMap([
          { key: "a", ...a, neighbours: [] },
          { key: "b", ...b, neighbours: [] },
        ]);
        expect(pair.distanceKm("a", "a")).toBe(0);
        expect(pair.distanceKm("a", "b")).toBe(pair.distanceKm("b", "a"));
      }),
    );
  });
});

describe("interest shares", () => {
  it("count people, not mentions", () => {
    const shares = interestSharesOf([
      { interests: ["cooking", "cooking"] },
      { interests: ["cooking", "chess"] },
      { interests: [] },
      { interests: ["bees"] },
    ]);
    expect(Object.fromEntries(shares)).toEqual({ cooking: 0.5, chess: 0.25, bees: 0.25 });
  });

  it("an empty pool has no shares", () => {
    expect(interestSharesOf([]).size).toBe(0);
  });
});

describe("weights", () => {
  it("get the next version when they sum to 100", () => {
    const next = { language: 40, district: 10, availability: 20, interests: 30 };
    expect(decideWeights(DEFAULT_WEIGHTS, next)).toEqual({ version: 2, ...next });
  });

  const refused = [
    ["they sum to 99", { language: 34, district: 20, availability: 20, interests: 25 }],
    ["one is negative", { language: 110, district: -10, availability: 0, interests: 0 }],
    ["one is not whole", { language: 35.5, district: 19.5, availability: 20, interests: 25 }],
  ] as const;
  for (const [why, next] of refused) {
    it(`are refused when ${why}`, () => {
      expect(() => decideWeights(DEFAULT_WEIGHTS, next)).toThrow("weights_not_100");
    });
  }
});
