import type { NetworkDefinition } from "../networks/network-definition.ts";
import { VISITOR_EMAILS, VISITOR_RECEIPT, accountsOf, generateStaff, type DemoAccount } from "./demo-accounts.ts";
import { demoCalendar } from "./demo-calendar.ts";
import { addJourneys, type DemoMentor } from "./demo-journeys.ts";
import { generateRequests, type DemoRequestStage } from "./demo-requests.ts";
import { generateStammtische, type DemoStammtisch } from "./demo-stammtisch.ts";
import { generatePairs, type DemoAsker, type DemoPairs } from "./demo-tandems.ts";
import { generateTraining, type DemoTraining } from "./demo-training.ts";
import { generateVolunteers, type DemoStage } from "./demo-volunteers.ts";
import { seededRandom } from "./seeded-random.ts";

export interface Demo extends DemoPairs {
  readonly definition: NetworkDefinition;
  readonly accounts: readonly DemoAccount[];
  readonly mentors: readonly DemoMentor[];
  readonly training: DemoTraining;
  readonly stammtische: readonly DemoStammtisch[];
  /** People a visitor of the demo can be. */
  readonly visitors: {
    /** Eligible, and asked whether a pairing would suit. */
    readonly mentor: DemoMentor;
    /** Half-way through the course. */
    readonly learner: DemoMentor;
    /** Reads Arabic, and is shown a volunteer who has said yes. */
    readonly newcomer: DemoAsker;
  };
}

const VOLUNTEER_STAGES = {
  applied: 10,
  interviewed: 7,
  waiting: 4,
  missed: 2,
  uncertified: 3,
  in_course: 14,
  enrolled: 12,
  unsigned: 3,
  eligible: 57,
  paused: 6,
  left: 2,
} as const satisfies Record<DemoStage, number>;
const REQUEST_STAGES = { submitted: 9, clarified: 7, ready: 70, withdrawn: 4 } as const satisfies Record<
  DemoRequestStage,
  number
>;
/** So many mentors came with a course from elsewhere, which a coordinator let pass with a reason. */
const OVERRIDES = 2;

/**
 * A network in the middle of its work: people by the public shares, lives by the rules of the domain. Everybody is
 * invented. The same definition, seed and `now` give the same network to the last letter.
 */
export function generateDemo(
  definition: NetworkDefinition,
  { seed, now }: { readonly seed: number; readonly now: Date },
): Demo {
  const random = seededRandom(seed);
  const calendar = demoCalendar(now, definition.timeZone);
  const volunteers = generateVolunteers(random, definition, VOLUNTEER_STAGES);
  const withoutCertificate = new Set(
    volunteers
      .filter(({ stage }) => stage === "eligible")
      .slice(0, OVERRIDES)
      .map(({ id }) => id),
  );
  const training = generateTraining(random, calendar, volunteers, withoutCertificate);
  const mentors = addJourneys(random, calendar, volunteers, training);
  const pairs = generatePairs(
    random,
    calendar,
    definition,
    mentors,
    generateRequests(random, definition, REQUEST_STAGES),
  );
  const providerKeys = definition.providers.map(({ key }) => key);
  const intake = providerKeys[0];

  const readsArabic = new Set(pairs.requests.filter(({ locale }) => locale === "ar").map(({ id }) => id));
  const asked = pairs.proposals
    .filter(({ state }) => state === "awaiting_volunteer")
    .toSorted((a, b) => Number(b.providerKey === intake) - Number(a.providerKey === intake))[0];
  const answering = pairs.proposals
    .filter(({ state }) => state === "awaiting_mentee")
    .toSorted((a, b) => Number(readsArabic.has(b.requestId)) - Number(readsArabic.has(a.requestId)))[0];
  const mentor = required(mentors.find(({ id }) => id === asked?.volunteerId));
  const learner = required(mentors.find(({ stage, providerKey }) => stage === "in_course" && providerKey === intake));
  const newcomer = required(pairs.requests.find(({ id }) => id === answering?.requestId));
  const visitors = {
    mentor: { ...mentor, email: VISITOR_EMAILS.mentor },
    learner: { ...learner, email: VISITOR_EMAILS.learner },
    newcomer: { ...newcomer, receipt: VISITOR_RECEIPT },
  };
  const knownMentors = replaceById(mentors, [visitors.mentor, visitors.learner]);
  return {
    ...pairs,
    requests: replaceById(pairs.requests, [visitors.newcomer]),
    definition,
    training,
    mentors: knownMentors,
    accounts: [...generateStaff(calendar, providerKeys), ...accountsOf(random, knownMentors)],
    stammtische: generateStammtische(random, calendar, knownMentors),
    visitors,
  };
}

const replaceById = <Person extends { readonly id: string }>(people: readonly Person[], others: readonly Person[]) =>
  people.map((person) => others.find(({ id }) => id === person.id) ?? person);

/** The stories of the demo are told so that somebody is always there; a network too small for them is refused. */
function required<T>(person: T | undefined): T {
  if (person === undefined) throw new Error("The demo found nobody for one of its visitors");
  return person;
}
