import type { TopUpTopic } from "@augenhoehe/domain";
import type { DemoCalendar } from "./demo-calendar.ts";
import type { DemoMentor } from "./demo-journeys.ts";
import type { SeededRandom } from "./seeded-random.ts";

export interface DemoStammtisch {
  readonly id: string;
  readonly providerKey: string;
  readonly startsAt: Date;
  readonly endsAt: Date;
  readonly place: string;
  readonly topics: string;
  readonly createdAt: Date;
  readonly raisedTopics: readonly TopUpTopic[];
  readonly answers: readonly {
    readonly volunteerId: string;
    readonly answer: "yes" | "no";
    readonly answeredAt: Date;
  }[];
}

interface Evening {
  readonly week: number;
  readonly topics: string;
  /** What came up: at the first provider's meeting and at the second's. */
  readonly raised: readonly [readonly TopUpTopic[], readonly TopUpTopic[]];
}

/** Every fourth Thursday, two ahead; topics without anybody's name. */
const EVENINGS: readonly Evening[] = [
  {
    week: -11,
    topics: "Was tun, wenn der Kontakt einschläft?",
    raised: [
      ["contact_fading", "boundaries"],
      ["contact_fading", "office_language"],
    ],
  },
  {
    week: -7,
    topics: "Briefe vom Jobcenter: wer hilft weiter?",
    raised: [
      ["office_language", "housing"],
      ["office_language", "digital"],
    ],
  },
  {
    week: -3,
    topics: "Nähe und Abstand: wo sind meine Grenzen?",
    raised: [
      ["boundaries", "trauma"],
      ["boundaries", "trauma", "farewell"],
    ],
  },
  { week: 2, topics: "Das nächste Fest planen; Austausch in kleinen Runden", raised: [[], []] },
  { week: 6, topics: "Zu Gast: die Schuldnerberatung", raised: [[], []] },
];
const INVITATION_DAYS_AHEAD = 21;
/** Of those who are invited, so many say yes and so many say no; the others do not answer. */
const YES_SHARE = 0.3;
const NO_SHARE = 0.15;

export function generateStammtische(
  random: SeededRandom,
  calendar: DemoCalendar,
  mentors: readonly DemoMentor[],
): DemoStammtisch[] {
  const providerKeys = [...new Set(mentors.map(({ providerKey }) => providerKey))].sort().slice(0, 2);
  return providerKeys.flatMap((providerKey, index) =>
    EVENINGS.map(({ week, topics, raised }) => {
      const day = calendar.daysTo(index === 0 ? "thu" : "mon", week);
      const invitedDay = Math.min(day - INVITATION_DAYS_AHEAD, -2);
      const invited = mentors.filter(
        (mentor) =>
          mentor.providerKey === providerKey &&
          mentor.journey.status !== "left" &&
          mentor.journey.eligibleSince !== null &&
          mentor.journey.eligibleSince <= calendar.at(invitedDay, 12),
      );
      return {
        id: random.uuid(),
        providerKey,
        startsAt: calendar.at(day, 18, 30),
        endsAt: calendar.at(day, 20, 30),
        place: index === 0 ? "Haus der Begegnung" : "Gemeindesaal am Markt",
        topics,
        createdAt: calendar.at(invitedDay, 9),
        raisedTopics: raised[index === 0 ? 0 : 1],
        answers: invited.flatMap(({ id }) => {
          const chance = random.next();
          if (chance > YES_SHARE + NO_SHARE) return [];
          return [
            {
              volunteerId: id,
              answer: chance <= YES_SHARE ? ("yes" as const) : ("no" as const),
              answeredAt: calendar.at(Math.min(invitedDay + random.between(1, 9), -1), random.between(8, 21)),
            },
          ];
        }),
      };
    }),
  );
}
