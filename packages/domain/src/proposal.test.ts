import { describe, expect, it } from "vitest";
import {
  DAYS_TO_ANSWER,
  decideProposal,
  isOpenProposal,
  newProposal,
  OPEN_PROPOSAL_STATES,
  PROPOSAL_STATES,
  proposalView,
} from "./proposal.ts";
import type { Proposal, ProposalCommand, ProposalState, ProposalView } from "./proposal.ts";
import { refusalOf } from "./test-support/refusal-of.ts";
import type { RefusalCode } from "./refusals.ts";

const DAY_MS = 86_400_000;
const MONDAY = new Date("2026-11-02T09:00:00Z");
const TUESDAY = new Date(MONDAY.getTime() + DAY_MS);
const WEDNESDAY = new Date(MONDAY.getTime() + 2 * DAY_MS);
const NEXT_MONTH = new Date(MONDAY.getTime() + 30 * DAY_MS);

const meeting = { startsAt: NEXT_MONTH, isPublicPlace: true };
const commands = {
  "volunteer yes": { type: "volunteer_answers", yes: true },
  "volunteer no": { type: "volunteer_answers", yes: false },
  "mentee yes": { type: "mentee_answers", yes: true },
  "mentee no": { type: "mentee_answers", yes: false },
  confirm: { type: "confirm", meeting },
  decline: { type: "decline" },
  withdraw: { type: "withdraw" },
} as const satisfies Record<string, ProposalCommand>;
type Word = keyof typeof commands;

const after = (...words: Word[]): Proposal =>
  words.reduce((proposal, word) => decideProposal(proposal, commands[word], TUESDAY), newProposal(MONDAY));

const bothYes = ["volunteer yes", "mentee yes"] as const;
const wayTo: Readonly<Record<Exclude<ProposalState, "expired">, readonly Word[]>> = {
  awaiting_volunteer: [],
  awaiting_mentee: ["volunteer yes"],
  awaiting_confirmation: bothYes,
  confirmed: [...bothYes, "confirm"],
  declined_by_volunteer: ["volunteer no"],
  declined_by_mentee: ["volunteer yes", "mentee no"],
  declined_by_coordinator: [...bothYes, "decline"],
  withdrawn: ["withdraw"],
};

type Outcome = ProposalState | RefusalCode;
/** Per state: what volunteer yes, volunteer no, mentee yes, mentee no, confirm, decline and withdraw lead to. */
const table: Readonly<Record<keyof typeof wayTo, readonly Outcome[]>> = {
  awaiting_volunteer: [
    "awaiting_mentee",
    "declined_by_volunteer",
    "not_found",
    "not_found",
    "not_yet_answered",
    "not_yet_answered",
    "withdrawn",
  ],
  awaiting_mentee: [
    "already_answered",
    "declined_by_volunteer",
    "awaiting_confirmation",
    "declined_by_mentee",
    "not_yet_answered",
    "not_yet_answered",
    "withdrawn",
  ],
  awaiting_confirmation: [
    "already_answered",
    "declined_by_volunteer",
    "already_answered",
    "declined_by_mentee",
    "confirmed",
    "declined_by_coordinator",
    "withdrawn",
  ],
  confirmed: Array<Outcome>(7).fill("already_confirmed"),
  declined_by_volunteer: [
    "already_answered",
    "already_answered",
    "not_found",
    "not_found",
    "proposal_closed",
    "proposal_closed",
    "proposal_closed",
  ],
  declined_by_mentee: [
    "already_answered",
    "already_answered",
    "already_answered",
    "already_answered",
    "proposal_closed",
    "proposal_closed",
    "proposal_closed",
  ],
  declined_by_coordinator: Array<Outcome>(7).fill("proposal_closed"),
  withdrawn: [
    "proposal_withdrawn",
    "proposal_withdrawn",
    "not_found",
    "not_found",
    "proposal_withdrawn",
    "proposal_withdrawn",
    "proposal_withdrawn",
  ],
};

describe("a proposal of Sabine for Amal", () => {
  for (const state of PROPOSAL_STATES) {
    if (state === "expired") continue;
    Object.entries(commands).forEach(([word, command], index) => {
      const expected = table[state][index];
      it(`${state}, ${word}: ${String(expected)}`, () => {
        const proposal = after(...wayTo[state]);
        expect(proposal.state).toBe(state);
        const decide = (): Proposal => decideProposal(proposal, command, TUESDAY);
        expect(refusalOf(decide) ?? decide().state).toBe(expected);
      });
    });
  }

  it("gives each side seven days", () => {
    const asked = newProposal(MONDAY);
    expect(asked.answerBy.getTime() - MONDAY.getTime()).toBe(DAYS_TO_ANSWER * DAY_MS);
    const passedOn = decideProposal(asked, commands["volunteer yes"], WEDNESDAY);
    expect(passedOn.answerBy.getTime() - WEDNESDAY.getTime()).toBe(DAYS_TO_ANSWER * DAY_MS);
    expect(passedOn.volunteerAnsweredAt).toEqual(WEDNESDAY);
  });

  it("gives as many days as the network says", () => {
    expect(newProposal(MONDAY, 3).answerBy).toEqual(new Date(MONDAY.getTime() + 3 * DAY_MS));
    const passedOn = decideProposal(newProposal(MONDAY, 3), commands["volunteer yes"], TUESDAY, 3);
    expect(passedOn.answerBy).toEqual(new Date(TUESDAY.getTime() + 3 * DAY_MS));
  });

  it("can still be answered on the last day, and not after it", () => {
    const asked = newProposal(MONDAY);
    expect(decideProposal(asked, commands["volunteer yes"], asked.answerBy).state).toBe("awaiting_mentee");
    const tooLate = new Date(asked.answerBy.getTime() + 1);
    expect(refusalOf(() => decideProposal(asked, commands["volunteer yes"], tooLate))).toBe("proposal_expired");
    expect(refusalOf(() => decideProposal(asked, commands["volunteer no"], tooLate))).toBe("proposal_expired");
  });

  it("expires when the time is over, and not before", () => {
    const expire = { type: "expire" } as const;
    const asked = newProposal(MONDAY);
    expect(refusalOf(() => decideProposal(asked, expire, asked.answerBy))).toBe("not_yet_answered");
    const expired = decideProposal(asked, expire, NEXT_MONTH);
    expect(expired).toMatchObject({ state: "expired", endedAt: NEXT_MONTH });
    expect(refusalOf(() => decideProposal(expired, commands["volunteer yes"], NEXT_MONTH))).toBe("proposal_expired");
    expect(refusalOf(() => decideProposal(expired, commands["mentee yes"], NEXT_MONTH))).toBe("not_found");
  });

  it("with two yeses never expires: then it is our turn", () => {
    const agreed = after(...bothYes);
    const muchLater = new Date(NEXT_MONTH.getTime() + 300 * DAY_MS);
    expect(refusalOf(() => decideProposal(agreed, { type: "expire" }, muchLater))).toBe("not_yet_answered");
    const late = { startsAt: new Date(muchLater.getTime() + DAY_MS), isPublicPlace: true };
    expect(decideProposal(agreed, { type: "confirm", meeting: late }, muchLater).state).toBe("confirmed");
  });

  it("is confirmed only with a first meeting ahead, in a public place", () => {
    const agreed = after(...bothYes);
    const confirm = (startsAt: Date, isPublicPlace: boolean) => () =>
      decideProposal(agreed, { type: "confirm", meeting: { startsAt, isPublicPlace } }, TUESDAY);
    expect(refusalOf(confirm(MONDAY, true))).toBe("meeting_in_past");
    expect(refusalOf(confirm(NEXT_MONTH, false))).toBe("meeting_place_not_public");
    expect(confirm(NEXT_MONTH, true)()).toMatchObject({ state: "confirmed", endedAt: TUESDAY });
  });

  it("keeps when each of the two answered", () => {
    expect(after(...bothYes)).toMatchObject({ volunteerAnsweredAt: TUESDAY, menteeAnsweredAt: TUESDAY, endedAt: null });
  });

  it("is open in exactly the open states", () => {
    expect(PROPOSAL_STATES.filter(isOpenProposal)).toEqual([...OPEN_PROPOSAL_STATES]);
  });
});

describe("what the two see of a proposal", () => {
  const rows: readonly [readonly Word[], volunteer: ProposalView, mentee: ProposalView][] = [
    [[], "question", "hidden"],
    [["volunteer no"], "ended", "hidden"],
    [["withdraw"], "ended", "hidden"],
    [["volunteer yes"], "said_yes", "question"],
    [["volunteer yes", "volunteer no"], "ended", "hidden"],
    [["volunteer yes", "withdraw"], "ended", "hidden"],
    [["volunteer yes", "mentee no"], "ended", "ended"],
    [[...bothYes], "said_yes", "said_yes"],
    [[...bothYes, "volunteer no"], "ended", "ended"],
    [[...bothYes, "mentee no"], "ended", "ended"],
    [[...bothYes, "decline"], "ended", "ended"],
    [[...bothYes, "confirm"], "confirmed", "confirmed"],
  ];
  for (const [words, volunteer, mentee] of rows) {
    it(`after ${words.join(", ") || "nothing"}: Sabine ${volunteer}, Amal ${mentee}`, () => {
      const proposal = after(...words);
      expect(proposalView(proposal, "volunteer")).toBe(volunteer);
      expect(proposalView(proposal, "mentee")).toBe(mentee);
    });
  }

  it("Sabine cannot tell Amal's no from silence or from the coordinator's no", () => {
    const yes = after("volunteer yes");
    const expired = decideProposal(yes, { type: "expire" }, NEXT_MONTH);
    const views = [expired, after("volunteer yes", "mentee no"), after(...bothYes, "decline")].map((proposal) =>
      proposalView(proposal, "volunteer"),
    );
    expect(new Set(views)).toEqual(new Set(["ended"]));
  });
});
