import { describe, expect, it } from "vitest";
import { refusalOf } from "./test-support/refusal-of.ts";
import type { RefusalCode } from "./refusals.ts";
import { decideRequest, REQUEST_STATUSES, SUBMITTED_REQUEST } from "./request.ts";
import type { RequestCommand, RequestState, RequestStatus } from "./request.ts";

const NOW = new Date("2026-11-02T09:00:00Z");
const OPENED = new Date("2026-10-01T09:00:00Z");

const commands = {
  change: { type: "change" },
  clarify: { type: "clarify" },
  open: { type: "open" },
  propose: { type: "propose" },
  proposal_ended: { type: "proposal_ended", outcome: "declined_by_volunteer" },
  tandem_confirmed: { type: "tandem_confirmed" },
  tandem_ended: { type: "tandem_ended", backInQueue: true },
  withdraw: { type: "withdraw" },
  close: { type: "close", reason: "moved" },
  reopen: { type: "reopen" },
} as const satisfies { readonly [T in RequestCommand["type"]]: RequestCommand };

type Outcome = RequestStatus | RefusalCode;

/** Per command the outcome in each status: submitted, clarified, open, in_proposal, in_tandem, closed. */
const table: Readonly<Record<RequestCommand["type"], readonly [Outcome, Outcome, Outcome, Outcome, Outcome, Outcome]>> =
  {
    change: ["submitted", "clarified", "open", "request_in_proposal", "request_in_tandem", "request_closed"],
    clarify: ["clarified", "clarified", "open", "in_proposal", "in_tandem", "request_closed"],
    open: [
      "request_not_clarified",
      "open",
      "request_already_open",
      "request_in_proposal",
      "request_in_tandem",
      "request_closed",
    ],
    propose: [
      "request_not_open",
      "request_not_open",
      "in_proposal",
      "proposal_open_already",
      "request_in_tandem",
      "request_closed",
    ],
    proposal_ended: [
      "request_not_clarified",
      "request_not_open",
      "request_already_open",
      "open",
      "request_in_tandem",
      "request_closed",
    ],
    tandem_confirmed: [
      "request_not_clarified",
      "request_not_open",
      "request_already_open",
      "in_tandem",
      "request_in_tandem",
      "request_closed",
    ],
    tandem_ended: [
      "request_not_clarified",
      "request_not_open",
      "request_already_open",
      "request_in_proposal",
      "open",
      "request_closed",
    ],
    withdraw: ["closed", "closed", "closed", "closed", "request_in_tandem", "request_closed"],
    close: ["closed", "closed", "closed", "request_in_proposal", "request_in_tandem", "request_closed"],
    reopen: [
      "request_not_closed",
      "request_not_closed",
      "request_not_closed",
      "request_not_closed",
      "request_not_closed",
      "open",
    ],
  };

const stateIn = (status: RequestStatus): RequestState => ({
  status,
  priority: false,
  openedAt: status === "submitted" || status === "clarified" ? null : OPENED,
  closedAt: status === "closed" ? OPENED : null,
  closedReason: status === "closed" ? "moved" : null,
});

describe("Amal's request", () => {
  for (const [type, outcomes] of Object.entries(table)) {
    REQUEST_STATUSES.forEach((status, index) => {
      const expected = outcomes[index];
      it(`${status}, ${type}: ${String(expected)}`, () => {
        const command = Object.values(commands).find((one) => one.type === type);
        if (command === undefined) throw new Error(`no command ${type}`);
        const decide = (): RequestState => decideRequest(stateIn(status), command, NOW);
        const refusal = refusalOf(decide);
        expect(refusal ?? decide().status).toBe(expected);
      });
    });
  }

  it("goes from sent to tandem", () => {
    const steps: RequestCommand[] = [
      { type: "clarify" },
      { type: "open" },
      { type: "propose" },
      { type: "tandem_confirmed" },
    ];
    const end = steps.reduce((state, command) => decideRequest(state, command, NOW), SUBMITTED_REQUEST);
    expect(end).toEqual({ status: "in_tandem", priority: false, openedAt: NOW, closedAt: null, closedReason: null });
  });

  const priorities = [
    ["declined_by_volunteer", true],
    ["declined_by_coordinator", true],
    ["expired", true],
    ["declined_by_mentee", false],
    ["withdrawn", false],
  ] as const;
  for (const [outcome, priority] of priorities) {
    it(`after a proposal that was ${outcome}, Amal ${priority ? "comes first" : "waits on as before"}`, () => {
      const state = decideRequest(stateIn("in_proposal"), { type: "proposal_ended", outcome }, NOW);
      expect(state).toMatchObject({ status: "open", priority });
    });
  }

  it("keeps its priority when the next proposal is taken back", () => {
    const state = { ...stateIn("in_proposal"), priority: true };
    expect(decideRequest(state, { type: "proposal_ended", outcome: "withdrawn" }, NOW).priority).toBe(true);
  });

  it("after a tandem that ended, comes first if Amal wishes, and is closed otherwise", () => {
    const end = (backInQueue: boolean): RequestState =>
      decideRequest(stateIn("in_tandem"), { type: "tandem_ended", backInQueue }, NOW);
    expect(end(true)).toMatchObject({ status: "open", priority: true, closedAt: null });
    expect(end(false)).toMatchObject({ status: "closed", closedAt: NOW, closedReason: "tandem_ended" });
  });

  it("needs no reason to be withdrawn", () => {
    const state = decideRequest(stateIn("open"), { type: "withdraw" }, NOW);
    expect(state).toMatchObject({ status: "closed", closedAt: NOW, closedReason: "withdrawn" });
  });

  it("that was never opened comes back as sent, not as open", () => {
    const state = decideRequest({ ...stateIn("closed"), openedAt: null }, { type: "reopen" }, NOW);
    expect(state).toEqual(SUBMITTED_REQUEST);
  });

  it("keeps the day it was first opened", () => {
    const reopened = decideRequest(stateIn("closed"), { type: "reopen" }, NOW);
    expect(reopened).toEqual({ ...stateIn("open"), openedAt: OPENED });
  });
});
