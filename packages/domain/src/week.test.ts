import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { EVENINGS, maskToSlots, overlapSlots, SLOTS, slotsToMask } from "./week.ts";

describe("a week of seven days and three parts", () => {
  it("has 21 parts, seven of them evenings", () => {
    expect(SLOTS).toHaveLength(21);
    expect(maskToSlots(EVENINGS)).toHaveLength(7);
  });

  it("reads back what was ticked", () => {
    fc.assert(
      fc.property(fc.subarray([...SLOTS]), (slots) => {
        expect(maskToSlots(slotsToMask(slots))).toEqual(slots);
        expect(slotsToMask(slots)).toBeLessThan(2 ** 21);
      }),
    );
  });

  it("two people share as many parts as both ticked", () => {
    fc.assert(
      fc.property(fc.subarray([...SLOTS]), fc.subarray([...SLOTS]), (a, b) => {
        const shared = a.filter((slot) => b.includes(slot)).length;
        expect(overlapSlots(slotsToMask(a), slotsToMask(b))).toBe(shared);
      }),
    );
  });
});
