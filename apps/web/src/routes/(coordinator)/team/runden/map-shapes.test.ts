import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { MAP_WIDTH, joined, mapShapes } from "./map-shapes.ts";

const district = (key: string, x: number, y: number, people = 2) => ({
  key,
  name: key,
  x,
  y,
  requests: people,
  mentors: 0,
});

describe("the map of a round", () => {
  it("draws districts whose place is one as one circle, named after the busiest, with the pairs inside it counted", () => {
    const { circles, lines } = mapShapes({
      districts: [district("Heyden", 0, 0, 1), district("Rheydt", 0, 0, 5), district("Eicken", 1, 1)],
      ratio: 1,
      lines: [
        { from: "Heyden", to: "Rheydt", pairs: 2 },
        { from: "Rheydt", to: "Rheydt", pairs: 1 },
        { from: "Heyden", to: "Eicken", pairs: 1 },
        { from: "Eicken", to: "Rheydt", pairs: 3 },
      ],
    });
    expect(circles.map(({ key, within }) => [key, within])).toEqual([
      ["Rheydt", 3],
      ["Eicken", 0],
    ]);
    expect(circles[0]?.districts.map(({ name }) => name)).toEqual(["Rheydt", "Heyden"]);
    expect(lines.map(({ key }) => key)).toEqual(["Eicken Rheydt"]);
  });

  it("counts pairs in both directions between two districts together", () => {
    const there = { from: "a", to: "b", pairs: 2 };
    expect(joined([there, { from: "b", to: "a", pairs: 1 }])).toEqual([{ ...there, pairs: 3 }]);
  });

  it("keeps every circle and name inside the drawing, and lets no name cover another", () => {
    const share = fc.double({ min: 0, max: 1, noNaN: true });
    const places = fc.array(fc.tuple(share, share, fc.nat(40)), { minLength: 1, maxLength: 44 });
    fc.assert(
      fc.property(places, fc.double({ min: 0.2, max: 2, noNaN: true }), (spots, ratio) => {
        const districts = spots.map(([x, y, people], index) => district(`Stadtteil ${String(index)}`, x, y, people));
        const { circles, height } = mapShapes({ districts, ratio, lines: [] });
        for (const { x, y, radius } of circles) {
          expect(x - radius).toBeGreaterThanOrEqual(0);
          expect(x + radius).toBeLessThanOrEqual(MAP_WIDTH);
          expect(y - radius).toBeGreaterThanOrEqual(0);
          expect(y + radius).toBeLessThanOrEqual(height);
        }
        const labels = circles.flatMap(({ label, districts: [first] }) =>
          label && first ? [{ ...label, first }] : [],
        );
        for (const [index, one] of labels.entries())
          for (const other of labels.slice(index + 1)) {
            const isBeside = Math.abs(one.x - other.x) > 3 * Math.min(one.first.name.length, other.first.name.length);
            expect(isBeside || Math.abs(one.y - other.y) >= 11).toBe(true);
          }
      }),
    );
  });
});
