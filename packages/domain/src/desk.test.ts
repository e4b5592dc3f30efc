import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { arrangeDesk, compareDeskEntries, DESK_KINDS } from "./desk.ts";
import type { DeskEntry } from "./desk.ts";

const day = (number: number): Date => new Date(Date.UTC(2026, 10, number));

describe("the desk", () => {
  it("puts two people who both said yes first, then requests, oldest first", () => {
    const entries: DeskEntry[] = [
      { kind: "new_request", id: "amal", since: day(3) },
      { kind: "missing_step", id: "martin", since: day(1) },
      { kind: "new_request", id: "yusuf", since: day(2) },
      { kind: "ready_to_confirm", id: "sabine-amal", since: day(9) },
    ];
    expect(arrangeDesk(entries, 10).map(({ id }) => id)).toEqual(["sabine-amal", "yusuf", "amal", "martin"]);
  });

  it("puts people with priority before others of their kind", () => {
    const entries: DeskEntry[] = [
      { kind: "waiting_longest", id: "yusuf", since: day(1) },
      { kind: "waiting_longest", id: "amal", since: day(5), priority: true },
    ];
    expect(arrangeDesk(entries, 10).map(({ id }) => id)).toEqual(["amal", "yusuf"]);
  });

  it("shows at most as many of each kind as asked, the most urgent ones", () => {
    const entries = [4, 2, 3, 1].map((number): DeskEntry => ({
      kind: "mail_failed",
      id: `mail-${number}`,
      since: day(number),
    }));
    expect(arrangeDesk(entries, 2).map(({ id }) => id)).toEqual(["mail-1", "mail-2"]);
  });

  it("is the same whatever the order in which things came", () => {
    const entry = fc.record({
      kind: fc.constantFrom(...DESK_KINDS),
      id: fc.uuid(),
      since: fc.integer({ min: 1, max: 4 }).map(day),
      priority: fc.boolean(),
    });
    const entries = fc.uniqueArray(entry, { selector: ({ id }) => id });
    const pair = entries.chain((all) =>
      fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length })),
    );
    fc.assert(
      fc.property(pair, ([all, shuffled]) => {
        const arranged = arrangeDesk(all, 3);
        expect(arrangeDesk(shuffled, 3)).toEqual(arranged);
        expect(arranged.toSorted(compareDeskEntries)).toEqual(arranged);
      }),
    );
  });
});
