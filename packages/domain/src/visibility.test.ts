import { describe, expect, it } from "vitest";
import { PROPOSAL_STATES } from "./proposal.ts";
import { TANDEM_STATUSES } from "./tandem.ts";
import { VISIBILITY_STAGES, visibilityStage, VISIBLE_OF_MENTEE, VISIBLE_OF_VOLUNTEER } from "./visibility.ts";
import type { PersonField, VisibilityStage } from "./visibility.ts";

const matching: readonly PersonField[] = [
  "languages",
  "commonLanguages",
  "topics",
  "interests",
  "districtName",
  "slots",
];

describe("who sees what at which stage", () => {
  const rows: Readonly<Record<VisibilityStage, readonly [ofMentee: PersonField[], ofVolunteer: PersonField[]]>> = {
    not_cleared: [[], []],
    eligible: [[], []],
    proposed: [[...matching, "forWhom", "interpreterNeeded"], [...matching]],
    both_said_yes: [[...matching, "forWhom", "interpreterNeeded"], [...matching]],
    tandem: [
      [...matching, "forWhom", "interpreterNeeded", "chosenName", "channels", "firstMeeting"],
      [...matching, "firstName", "channels", "firstMeeting"],
    ],
    ended: [[], []],
  };
  for (const stage of VISIBILITY_STAGES) {
    it(`${stage}: exactly these fields`, () => {
      const [ofMentee, ofVolunteer] = rows[stage];
      expect([...VISIBLE_OF_MENTEE[stage]]).toEqual(ofMentee);
      expect([...VISIBLE_OF_VOLUNTEER[stage]]).toEqual(ofVolunteer);
    });
  }

  it("names and channels of either side are seen in a tandem only", () => {
    const telling: readonly PersonField[] = ["chosenName", "firstName", "channels", "firstMeeting"];
    for (const stage of VISIBILITY_STAGES) {
      const seen = [...VISIBLE_OF_MENTEE[stage], ...VISIBLE_OF_VOLUNTEER[stage]].filter((key) => telling.includes(key));
      expect(seen.length > 0).toBe(stage === "tandem");
    }
  });
});

describe("how far two people have come", () => {
  const pair = { isEligible: true, proposal: null, tandem: null };

  it("before a proposal nobody sees anybody, cleared or not", () => {
    expect(visibilityStage("volunteer", pair)).toBe("eligible");
    expect(visibilityStage("volunteer", { ...pair, isEligible: false })).toBe("not_cleared");
  });

  it("while Sabine is being asked, Amal sees nothing", () => {
    const asked = { ...pair, proposal: "awaiting_volunteer" } as const;
    expect(visibilityStage("volunteer", asked)).toBe("proposed");
    expect(visibilityStage("mentee", asked)).toBe("eligible");
  });

  it("every other state of a proposal has its stage", () => {
    const stages = PROPOSAL_STATES.map((proposal) => visibilityStage("mentee", { ...pair, proposal }));
    expect(stages).toEqual([
      "eligible",
      "proposed",
      "both_said_yes",
      "tandem",
      "ended",
      "ended",
      "ended",
      "ended",
      "ended",
    ]);
  });

  it("an ended tandem shows nothing, whatever the proposal says", () => {
    const stages = TANDEM_STATUSES.map((tandem) =>
      visibilityStage("volunteer", { ...pair, proposal: "confirmed", tandem }),
    );
    expect(stages).toEqual(["tandem", "tandem", "tandem", "ended"]);
  });
});
