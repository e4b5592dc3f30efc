import type { TandemEndingReason } from "@augenhoehe/domain";
import { MEN_AMONG_MENTEES } from "./population-shares.ts";
import { quota, type SeededRandom } from "./seeded-random.ts";

/** How a tandem goes on; a reason means that it has ended. */
export type TandemFate = "introduced" | "active" | "paused" | TandemEndingReason;

/** Where a proposal's story goes, and how many days ago it began. */
export type Story = {
  readonly began: number;
  readonly gender: "female" | "male" | null;
  /** Rather told of somebody at the first provider who reads Arabic. */
  readonly arabicSpeaker: boolean;
} & (
  | { readonly to: "tandem"; readonly then: TandemFate }
  | { readonly to: "awaiting_volunteer" | "awaiting_mentee" | "awaiting_confirmation" }
  | { readonly to: "volunteer_says_no" | "mentee_says_no" | "coordinator_says_no" | "withdrawn" | "expired" }
);

const OPEN_FATES = [
  "introduced",
  "introduced",
  "paused",
  "active",
  "active",
  "active",
  "active",
  "active",
  "active",
  "active",
  "active",
  "active",
  "active",
  "active",
  "active",
] as const;
const ENDED_FATES = ["goal_reached", "moved", "no_time"] as const;

export function storiesOf(random: SeededRandom): Story[] {
  const byGender = <Fate extends TandemFate>(fates: readonly Fate[]) => {
    const genders = quota(random, fates.length, { female: 1 - MEN_AMONG_MENTEES, male: MEN_AMONG_MENTEES });
    return fates.map((then, index) => ({ to: "tandem" as const, then, gender: genders[index] ?? null }));
  };
  const tandems: Story[] = [
    ...byGender(ENDED_FATES).map((story) => ({ ...story, began: random.between(200, 330), arabicSpeaker: false })),
    ...byGender(OPEN_FATES).map((story) => ({
      ...story,
      began: story.then === "introduced" ? 9 : random.between(30, 190),
      arabicSpeaker: false,
    })),
  ];
  const story = (to: Exclude<Story["to"], "tandem">, began: number, arabicSpeaker = false): Story => ({
    to,
    began,
    gender: null,
    arabicSpeaker,
  });
  return [
    ...tandems,
    story("volunteer_says_no", 34),
    story("volunteer_says_no", 18),
    story("mentee_says_no", 25),
    story("coordinator_says_no", 40),
    story("withdrawn", 21),
    story("expired", 28),
    story("awaiting_confirmation", 8, true),
    story("awaiting_confirmation", 6),
    story("awaiting_mentee", 4, true),
    story("awaiting_mentee", 3),
    story("awaiting_mentee", 5),
    story("awaiting_volunteer", 1, true),
    story("awaiting_volunteer", 2),
    story("awaiting_volunteer", 3),
    story("awaiting_volunteer", 6),
  ].toSorted((a, b) => b.began - a.began);
}
