import type { NetworkDefinition } from "../networks/network-definition.ts";
import { accountsOf, generateStaff, type DemoAccount } from "./demo-accounts.ts";
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
    readonly mentorWithProposal: DemoMentor;
    readonly volunteerInCourse: DemoMentor;
    readonly newcomerWithProposal: DemoAsker;
  };
}

const VOLUNTEER_STAGES = {
  applied: 12,
  interviewed: 10,
  waiting: 4,
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

  const asked = pairs.proposals.findLast(
    ({ state, providerKey }) => state === "awaiting_volunteer" && providerKey === intake,
  );
  const answering = pairs.proposals.find(
    ({ state, requestId }) =>
      state === "awaiting_mentee" && pairs.requests.some(({ id, locale }) => id === requestId && locale === "ar"),
  );
  const visitors = {
    mentorWithProposal: required(mentors.find(({ id }) => id === asked?.volunteerId)),
    volunteerInCourse: required(
      mentors.find(({ stage, providerKey }) => stage === "in_course" && providerKey === intake),
    ),
    newcomerWithProposal: required(pairs.requests.find(({ id }) => id === answering?.requestId)),
  };
  const withVisitorMail = (mentor: DemoMentor): DemoMentor => {
    if (mentor.id === visitors.mentorWithProposal.id) return { ...mentor, email: "mentor@example.org" };
    if (mentor.id === visitors.volunteerInCourse.id) return { ...mentor, email: "im-kurs@example.org" };
    return mentor;
  };
  const known = mentors.map(withVisitorMail);
  return {
    ...pairs,
    definition,
    training,
    mentors: known,
    accounts: [...generateStaff(random, calendar, providerKeys), ...accountsOf(random, known)],
    stammtische: generateStammtische(random, calendar, known),
    visitors: {
      ...visitors,
      mentorWithProposal: withVisitorMail(visitors.mentorWithProposal),
      volunteerInCourse: withVisitorMail(visitors.volunteerInCourse),
    },
  };
}

/** The stories of the demo are told so that somebody is always there; a definition too small for them is refused. */
function required<T>(person: T | undefined): T {
  if (person === undefined) throw new Error("The demo found nobody for one of its visitors");
  return person;
}
