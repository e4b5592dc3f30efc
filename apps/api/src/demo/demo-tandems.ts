import {
  INTRODUCED_TANDEM,
  SUBMITTED_REQUEST,
  decideProposal,
  decideRequest,
  decideTandem,
  newProposal,
  type Proposal,
  type ProposalCommand,
  type RequestState,
  type TandemState,
} from "@augenhoehe/domain";
import {
  DEFAULT_WEIGHTS,
  NO_HISTORY,
  createDistrictMap,
  interestSharesOf,
  rankMentors,
  type MatchContext,
  type Score,
} from "@augenhoehe/domain/matching";
import type { NetworkDefinition } from "../networks/network-definition.ts";
import type { DemoCalendar } from "./demo-calendar.ts";
import type { DemoMentor } from "./demo-journeys.ts";
import { matchMentorOf, matchRequestOf, type MentorLoads } from "./demo-matching.ts";
import type { DemoRequest } from "./demo-requests.ts";
import { storiesOf, type Story, type TandemFate } from "./demo-stories.ts";
import type { SeededRandom } from "./seeded-random.ts";

export interface DemoAsker extends DemoRequest {
  readonly state: RequestState;
  readonly submittedAt: Date;
}

export interface DemoProposal extends Proposal {
  readonly id: string;
  readonly providerKey: string;
  readonly requestId: string;
  readonly menteeId: string;
  readonly volunteerId: string;
  readonly score: Score;
  readonly createdAt: Date;
}

export interface DemoTandem extends TandemState {
  readonly id: string;
  readonly providerKey: string;
  readonly proposalId: string;
  readonly requestId: string;
  readonly menteeId: string;
  readonly volunteerId: string;
  readonly startedAt: Date;
  readonly firstMeetingAt: Date;
  readonly place: string;
}

export interface DemoPairs {
  readonly requests: readonly DemoAsker[];
  readonly proposals: readonly DemoProposal[];
  readonly tandems: readonly DemoTandem[];
}

const MEETING_PLACES = ["Stadtbibliothek, Eingang", "Café im Haus der Begegnung", "Familienzentrum am Markt"] as const;
/** At or below this many days of standing, a mentor is too new to have been proposed. */
const SETTLING_DAYS = 3;
const DAY_MS = 86_400_000;

/**
 * Tells each story with the rules of the domain: real suggestions, real answers, real capacity. A story that finds
 * nobody to happen to is left out.
 */
export function generatePairs(
  random: SeededRandom,
  calendar: DemoCalendar,
  definition: NetworkDefinition,
  mentors: readonly DemoMentor[],
  requests: readonly DemoRequest[],
): DemoPairs {
  const context: MatchContext = {
    weights: DEFAULT_WEIGHTS,
    districts: createDistrictMap(definition.districts),
    interestShares: interestSharesOf([...mentors, ...requests]),
  };
  const loads: MentorLoads = new Map();
  const waiting = new Set(random.shuffled(requests.filter(({ stage }) => stage === "ready")));
  const askers = new Map<string, DemoAsker>();
  const proposals: DemoProposal[] = [];
  const tandems: DemoTandem[] = [];

  for (const story of storiesOf(random)) {
    const began = calendar.at(-story.began, 10);
    const settled = mentors.filter(
      ({ journey }) =>
        journey.eligibleSince !== null && began.getTime() - journey.eligibleSince.getTime() > SETTLING_DAYS * DAY_MS,
    );
    const pair = findPair(random, context, { story, waiting, settled, loads, intake: definition.providers[0]?.key });
    if (pair === null) continue;
    waiting.delete(pair.request);
    const told = tell(random, calendar, story, pair);
    askers.set(pair.request.id, told.asker);
    proposals.push(told.proposal);
    if (told.tandem !== null) tandems.push(told.tandem);
    addLoad(loads, pair.mentor.id, told);
  }
  return {
    requests: requests.map((request) => askers.get(request.id) ?? askByThemselves(random, calendar, request)),
    proposals,
    tandems,
  };
}

interface FoundPair {
  readonly request: DemoRequest;
  readonly mentor: DemoMentor;
  readonly score: Score;
}

interface Told {
  readonly asker: DemoAsker;
  readonly proposal: DemoProposal;
  readonly tandem: DemoTandem | null;
}

/** One of the three best suggestions for the first waiting person the story can happen to. */
function findPair(
  random: SeededRandom,
  context: MatchContext,
  from: {
    readonly story: Story;
    readonly waiting: ReadonlySet<DemoRequest>;
    readonly settled: readonly DemoMentor[];
    readonly loads: MentorLoads;
    readonly intake: string | undefined;
  },
): FoundPair | null {
  const { story, waiting, settled, loads, intake } = from;
  const suits = ({ locale, providerKey }: DemoRequest): boolean =>
    !story.arabicSpeaker || (locale === "ar" && providerKey === intake);
  const inOrder = [...waiting].toSorted((a, b) => Number(suits(b)) - Number(suits(a)));
  for (const request of inOrder) {
    if (story.gender !== null && request.gender !== story.gender) continue;
    const candidates = settled.filter(({ providerKey }) => providerKey === request.providerKey);
    const { pairings } = rankMentors(
      matchRequestOf(request),
      candidates.map((mentor) => matchMentorOf(mentor, loads)),
      NO_HISTORY,
      context,
      { limit: 3 },
    );
    const [best, ...others] = pairings;
    if (best === undefined) continue;
    const chosen = random.pick([best, ...others]);
    const mentor = candidates.find(({ id }) => id === chosen.mentorId);
    if (mentor !== undefined) return { request, mentor, score: chosen.score };
  }
  return null;
}

/** Answers and decisions of each story, with the days after its beginning on which they fall. */
function commandsOf(story: Story, meetingAt: Date): readonly (readonly [day: number, command: ProposalCommand])[] {
  const volunteerYes = [1, { type: "volunteer_answers", yes: true }] as const;
  const menteeYes = [3, { type: "mentee_answers", yes: true }] as const;
  switch (story.to) {
    case "awaiting_volunteer":
      return [];
    case "awaiting_mentee":
      return [volunteerYes];
    case "awaiting_confirmation":
      return [volunteerYes, menteeYes];
    case "tandem":
      return [volunteerYes, menteeYes, [5, { type: "confirm", meeting: { startsAt: meetingAt, isPublicPlace: true } }]];
    case "volunteer_says_no":
      return [[2, { type: "volunteer_answers", yes: false }]];
    case "mentee_says_no":
      return [volunteerYes, [3, { type: "mentee_answers", yes: false }]];
    case "coordinator_says_no":
      return [volunteerYes, menteeYes, [5, { type: "decline" }]];
    case "withdrawn":
      return [[2, { type: "withdraw" }]];
    case "expired":
      return [[9, { type: "expire" }]];
  }
}

function tell(random: SeededRandom, calendar: DemoCalendar, story: Story, { request, mentor, score }: FoundPair): Told {
  const dayOf = (after: number): Date => calendar.at(after - story.began, 10);
  const isAhead = story.to === "tandem" && story.then === "introduced";
  const firstMeetingAt = isAhead ? calendar.at(random.between(2, 5), 16) : calendar.at(8 - story.began, 16);
  const submittedAt = calendar.at(-story.began - random.between(9, 60), 14);
  const openedAt = calendar.at(-story.began - 4, 9);

  let state = decideRequest(SUBMITTED_REQUEST, { type: "clarify" }, openedAt);
  state = decideRequest(state, { type: "open" }, openedAt);
  state = decideRequest(state, { type: "propose" }, dayOf(0));
  let proposal = newProposal(dayOf(0));
  for (const [day, command] of commandsOf(story, firstMeetingAt))
    proposal = decideProposal(proposal, command, dayOf(day));

  const proposalId = random.uuid();
  const shared = {
    providerKey: request.providerKey,
    requestId: request.id,
    menteeId: request.menteeId,
    volunteerId: mentor.id,
  };
  let tandem: DemoTandem | null = null;
  if (story.to === "tandem") {
    state = decideRequest(state, { type: "tandem_confirmed" }, dayOf(5));
    const life = tandemLife(story.then, firstMeetingAt, calendar.at(-random.between(5, 25), 12));
    if (life.status === "ended")
      state = decideRequest(state, { type: "tandem_ended", backInQueue: false }, life.endedAt ?? dayOf(9));
    tandem = {
      ...shared,
      ...life,
      id: random.uuid(),
      proposalId,
      startedAt: dayOf(5),
      firstMeetingAt,
      place: random.pick(MEETING_PLACES),
    };
  } else if (proposal.endedAt !== null) {
    state = decideRequest(state, { type: "proposal_ended", outcome: proposal.state }, proposal.endedAt);
  }
  return {
    asker: { ...request, state, submittedAt },
    proposal: { ...shared, ...proposal, id: proposalId, score, createdAt: dayOf(0) },
    tandem,
  };
}

function tandemLife(fate: TandemFate, metAt: Date, lately: Date): TandemState {
  if (fate === "introduced") return INTRODUCED_TANDEM;
  const active = decideTandem(INTRODUCED_TANDEM, { type: "first_meeting_held" }, metAt);
  if (fate === "active") return active;
  if (fate === "paused") return decideTandem(active, { type: "pause" }, lately);
  return decideTandem(active, { type: "end", reason: fate }, lately);
}

function addLoad(loads: MentorLoads, mentorId: string, { proposal, tandem }: Told): void {
  const before = loads.get(mentorId) ?? { openProposals: 0, openTandems: 0 };
  loads.set(mentorId, {
    openProposals: before.openProposals + (proposal.endedAt === null ? 1 : 0),
    openTandems: before.openTandems + (tandem !== null && tandem.status !== "ended" ? 1 : 0),
  });
}

/** Requests nobody has been proposed for: new ones, clarified ones, open ones that wait, and some taken back. */
function askByThemselves(random: SeededRandom, calendar: DemoCalendar, request: DemoRequest): DemoAsker {
  const daysAgo = { submitted: [1, 6], clarified: [4, 15], ready: [6, 130], withdrawn: [30, 120] } as const;
  const [least, most] = daysAgo[request.stage];
  const days = random.between(least, most);
  const submittedAt = calendar.at(-days, random.between(8, 21), random.between(0, 59));
  const talkedAt = calendar.at(-days + random.between(1, 3), 11);
  let state: RequestState = SUBMITTED_REQUEST;
  if (request.stage !== "submitted") state = decideRequest(state, { type: "clarify" }, talkedAt);
  if (request.stage === "ready") state = decideRequest(state, { type: "open" }, talkedAt);
  if (request.stage === "withdrawn") {
    state = decideRequest(state, { type: "withdraw" }, calendar.at(-random.between(2, 25), 15));
  }
  return { ...request, state, submittedAt };
}
