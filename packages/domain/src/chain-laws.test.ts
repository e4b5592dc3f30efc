import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { AMAL, CONTEXT, SABINE } from "./test-support/named-people.ts";
import { exclusionsOf } from "./matching/exclusions.ts";
import { NO_HISTORY } from "./matching/prepare-request.ts";
import { requireConfirmable, requireProposable } from "./proposable.ts";
import { decideProposal, isOpenProposal, newProposal } from "./proposal.ts";
import type { Proposal, ProposalCommand } from "./proposal.ts";
import { Refusal } from "./refusals.ts";
import { decideRequest, SUBMITTED_REQUEST } from "./request.ts";
import type { RequestCommand, RequestState } from "./request.ts";
import { eligibilityGaps } from "./volunteer.ts";
import type { EligibilityFacts } from "./volunteer.ts";

/** One volunteer and one request, with everything that happens to them in any order. */
interface World {
  readonly request: RequestState;
  readonly proposal: Proposal | null;
  readonly volunteer: EligibilityFacts;
  /** What really happened, written down apart from the machines under test. */
  readonly heard: { readonly volunteer: boolean | null; readonly mentee: boolean | null; readonly confirmed: boolean };
  readonly clearedAtConfirmation: boolean;
  readonly now: Date;
}

type Step =
  | { readonly kind: "request"; readonly command: RequestCommand }
  | { readonly kind: "propose" }
  | { readonly kind: "proposal"; readonly command: ProposalCommand }
  | { readonly kind: "volunteer"; readonly change: Partial<EligibilityFacts> }
  | { readonly kind: "days"; readonly days: number };

const DAY_MS = 86_400_000;
const START: World = {
  request: SUBMITTED_REQUEST,
  proposal: null,
  volunteer: {
    status: "applied",
    interviewed: false,
    secrecySignedVersion: null,
    secrecyCurrentVersion: 1,
    agreementSignedVersion: null,
    agreementCurrentVersion: 1,
    hasValidCertificate: false,
    certificateOverride: false,
  },
  heard: { volunteer: null, mentee: null, confirmed: false },
  clearedAtConfirmation: false,
  now: new Date("2026-01-01T12:00:00Z"),
};

const exclusions = ({ volunteer }: World) =>
  exclusionsOf({ ...SABINE, gaps: eligibilityGaps(volunteer) }, AMAL, NO_HISTORY, CONTEXT);

/** As the api does it: both machines in one transaction, or neither. */
function take(world: World, step: Step): World {
  switch (step.kind) {
    case "days":
      return { ...world, now: new Date(world.now.getTime() + step.days * DAY_MS) };
    case "volunteer":
      return { ...world, volunteer: { ...world.volunteer, ...step.change } };
    case "request":
      return { ...world, request: decideRequest(world.request, step.command, world.now) };
    case "propose":
      requireProposable(exclusions(world));
      return {
        ...world,
        request: decideRequest(world.request, { type: "propose" }, world.now),
        proposal: newProposal(world.now),
        heard: START.heard,
      };
    case "proposal":
      return takeInProposal(world, step.command);
  }
}

function takeInProposal(world: World, command: ProposalCommand): World {
  if (world.proposal === null) throw new Refusal("not_found");
  if (command.type === "confirm") requireConfirmable(exclusions(world));
  const proposal = decideProposal(world.proposal, command, world.now);
  const heard = {
    volunteer: command.type === "volunteer_answers" ? command.yes : world.heard.volunteer,
    mentee: command.type === "mentee_answers" ? command.yes : world.heard.mentee,
    confirmed: command.type === "confirm" || world.heard.confirmed,
  };
  if (isOpenProposal(proposal.state)) return { ...world, proposal, heard };
  const next: RequestCommand =
    proposal.state === "confirmed" ? { type: "tandem_confirmed" } : { type: "proposal_ended", outcome: proposal.state };
  return {
    ...world,
    proposal,
    heard,
    clearedAtConfirmation: proposal.state === "confirmed" && eligibilityGaps(world.volunteer).length === 0,
    request: decideRequest(world.request, next, world.now),
  };
}

/** A refused step changes nothing. */
function attempt(world: World, step: Step): World {
  try {
    return take(world, step);
  } catch (error) {
    if (error instanceof Refusal) return world;
    throw error;
  }
}

const meeting = { startsAt: new Date("2027-01-01T12:00:00Z"), isPublicPlace: true };
const volunteerYes: ProposalCommand = { type: "volunteer_answers", yes: true };
const menteeYes: ProposalCommand = { type: "mentee_answers", yes: true };
const requestSteps = (...commands: RequestCommand[]): Step[] =>
  commands.map((command) => ({ kind: "request", command }));
const proposalSteps = (...commands: ProposalCommand[]): Step[] =>
  commands.map((command) => ({ kind: "proposal", command }));
const volunteerSteps = (...changes: Partial<EligibilityFacts>[]): Step[] =>
  changes.map((change) => ({ kind: "volunteer", change }));

/** What leads on is pressed more often than what ends things, so that many sequences come to a tandem. */
const leadingOn: readonly Step[] = [
  ...requestSteps({ type: "clarify" }, { type: "open" }),
  { kind: "propose" },
  { kind: "propose" },
  ...proposalSteps(volunteerYes, volunteerYes, menteeYes, menteeYes, { type: "confirm", meeting }),
  ...volunteerSteps(
    { interviewed: true },
    { secrecySignedVersion: 1 },
    { agreementSignedVersion: 1 },
    { hasValidCertificate: true },
  ),
];
const crossing: readonly Step[] = [
  ...requestSteps(
    { type: "reopen" },
    { type: "withdraw" },
    { type: "close", reason: "other" },
    { type: "change" },
    { type: "tandem_ended", backInQueue: true },
  ),
  ...proposalSteps(
    { type: "volunteer_answers", yes: false },
    { type: "mentee_answers", yes: false },
    { type: "decline" },
    { type: "withdraw" },
    { type: "expire" },
  ),
  ...volunteerSteps(
    { hasValidCertificate: false },
    { certificateOverride: true },
    { secrecyCurrentVersion: 2 },
    { status: "left" },
  ),
  { kind: "days", days: 3 },
  { kind: "days", days: 8 },
];
const anyStep: fc.Arbitrary<Step> = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom(...leadingOn) },
  { weight: 1, arbitrary: fc.constantFrom(...crossing) },
);

const CLEARED: Partial<EligibilityFacts> = {
  interviewed: true,
  secrecySignedVersion: 1,
  agreementSignedVersion: 1,
  hasValidCertificate: true,
};

function check(world: World): void {
  const { request, proposal, heard, clearedAtConfirmation } = world;
  if (request.status !== "in_tandem") return;
  expect(heard).toEqual({ volunteer: true, mentee: true, confirmed: true });
  expect(proposal?.state).toBe("confirmed");
  expect(clearedAtConfirmation).toBe(true);
}

describe("whatever is pressed in whatever order", () => {
  it("nobody is in a tandem without two yeses, a confirmation and a cleared volunteer (10,000 sequences)", () => {
    let tandems = 0;
    const sequence = fc.tuple(fc.boolean(), fc.array(anyStep, { minLength: 5, maxLength: 60, size: "max" }));
    fc.assert(
      fc.property(sequence, ([startsCleared, steps]) => {
        const ready: World = {
          ...START,
          volunteer: { ...START.volunteer, ...CLEARED },
          request: { ...SUBMITTED_REQUEST, status: "open", openedAt: START.now },
        };
        let world = startsCleared ? ready : START;
        for (const step of steps) {
          const before = world;
          world = attempt(world, step);
          if (before.request.status !== "in_tandem" && world.request.status === "in_tandem") tandems++;
          check(world);
        }
      }),
      { numRuns: 10_000 },
    );
    expect(tandems).toBeGreaterThan(300);
  });

  it("a request in proposal has exactly one open proposal, and any other request has none", () => {
    fc.assert(
      fc.property(fc.array(anyStep, { maxLength: 30 }), (steps) => {
        let world: World = {
          ...START,
          volunteer: { ...START.volunteer, ...CLEARED },
          request: { ...SUBMITTED_REQUEST, status: "open", openedAt: START.now },
        };
        for (const step of steps) {
          if (step.kind === "request" && step.command.type === "withdraw" && world.request.status === "in_proposal") {
            continue;
          }
          world = attempt(world, step);
          const isOpen = world.proposal !== null && isOpenProposal(world.proposal.state);
          expect(isOpen).toBe(world.request.status === "in_proposal");
        }
      }),
      { numRuns: 1_000 },
    );
  });

  it("a volunteer who left after saying yes cannot be confirmed", () => {
    const steps: Step[] = [
      { kind: "volunteer", change: CLEARED },
      { kind: "request", command: { type: "clarify" } },
      { kind: "request", command: { type: "open" } },
      { kind: "propose" },
      { kind: "proposal", command: { type: "volunteer_answers", yes: true } },
      { kind: "proposal", command: { type: "mentee_answers", yes: true } },
    ];
    const agreed = steps.reduce(take, START);
    const confirm: Step = { kind: "proposal", command: { type: "confirm", meeting } };
    expect(take(agreed, confirm).request.status).toBe("in_tandem");
    const left = take(agreed, { kind: "volunteer", change: { status: "left" } });
    expect(() => take(left, confirm)).toThrow("mentor_not_eligible");
  });
});
