import { describe, expect, it } from "vitest";
import { refusalOf } from "./test-support/refusal-of.ts";
import type { RefusalCode } from "./refusals.ts";
import { decideTandem, INTRODUCED_TANDEM, TANDEM_STATUSES } from "./tandem.ts";
import type { TandemCommand, TandemState, TandemStatus } from "./tandem.ts";

const NOW = new Date("2026-11-02T09:00:00Z");

const commands: readonly TandemCommand[] = [
  { type: "first_meeting_held" },
  { type: "pause" },
  { type: "resume" },
  { type: "end", reason: "moved" },
];

/** Per status: after the first meeting, a pause, coming back, and the end. */
const table: Readonly<Record<TandemStatus, readonly (TandemStatus | RefusalCode)[]>> = {
  introduced: ["active", "tandem_not_active", "tandem_not_paused", "ended"],
  active: ["tandem_already_active", "paused", "tandem_not_paused", "ended"],
  paused: ["tandem_already_active", "already_paused", "active", "ended"],
  ended: ["tandem_ended", "tandem_ended", "tandem_ended", "tandem_ended"],
};

const stateIn = (status: TandemStatus): TandemState => ({
  status,
  endedAt: status === "ended" ? new Date("2026-10-01T09:00:00Z") : null,
  endingReason: status === "ended" ? "goal_reached" : null,
});

describe("the tandem of Sabine and Amal", () => {
  for (const status of TANDEM_STATUSES) {
    commands.forEach((command, index) => {
      const expected = table[status][index];
      it(`${status}, ${command.type}: ${String(expected)}`, () => {
        const decide = (): TandemState => decideTandem(stateIn(status), command, NOW);
        expect(refusalOf(decide) ?? decide().status).toBe(expected);
      });
    });
  }

  it("ends with a reason and a day", () => {
    expect(decideTandem(INTRODUCED_TANDEM, { type: "end", reason: "no_time" }, NOW)).toEqual({
      status: "ended",
      endedAt: NOW,
      endingReason: "no_time",
    });
  });
});
