import { randomFrom } from "./random.ts";

/** A made-up German city for the benchmark: 44 districts, 12 languages, 21 weekly slots, 20 interests. */
export interface City {
  /** District centres in kilometres. */
  readonly centres: readonly { readonly x: number; readonly y: number }[];
  readonly cumulativePeople: readonly number[];
}

/** One person as bit masks. */
export interface SyntheticPerson {
  readonly languages: number;
  readonly slots: number;
  readonly interests: number;
  readonly interestCount: number;
  readonly district: number;
  readonly offers: number;
  readonly needs: number;
  readonly capacity: number;
  /** How long this person has waited, 0 … 1; 0 for mentors. */
  readonly waiting: number;
}

export type SyntheticRole = "mentor" | "mentee";

const DISTRICTS = 44;
const INTERESTS = 20;
const DAYS_A_WEEK = 7;

// German, English, Turkish, Arabic, Ukrainian, Russian, Farsi, Polish, Kurdish, Romanian, Tigrinya, Albanian
const LANGUAGE_SHARES = {
  mentor: [0.97, 0.62, 0.08, 0.05, 0.02, 0.06, 0.02, 0.04, 0.02, 0.02, 0.008, 0.012],
  mentee: [0.55, 0.35, 0.16, 0.22, 0.18, 0.14, 0.1, 0.05, 0.09, 0.06, 0.05, 0.04],
};
// morning, afternoon, evening
const SLOT_SHARES = {
  mentor: weekOf([0.05, 0.18, 0.34], [0.22, 0.3, 0.12]),
  mentee: weekOf([0.12, 0.34, 0.3], [0.25, 0.34, 0.14]),
};
const CUMULATIVE_INTERESTS = cumulative(Array.from({ length: INTERESTS }, (_, rank) => 1 / (1 + rank * 0.35)));

const WOMAN = 1;
const MAN = 2;
const NON_BINARY = 4;
const CERTIFICATE = 8;
const ADULT = 16;
const NON_SMOKING_HOME = 32;
const ANY_GENDER = WOMAN | MAN | NON_BINARY;

export function cityOf(seed: number): City {
  const random = randomFrom(seed * 7919 + 1);
  const centres: { x: number; y: number }[] = [];
  const people: number[] = [];
  for (let district = 0; district < DISTRICTS; district++) {
    const radius = 11 * Math.sqrt(random());
    const angle = 2 * Math.PI * random();
    centres.push({ x: radius * Math.cos(angle) * 1.2, y: radius * Math.sin(angle) });
    people.push(0.3 + 1.7 * random() * (1.4 - radius / 11));
  }
  return { centres, cumulativePeople: cumulative(people) };
}

export function peopleOf(city: City, role: SyntheticRole, count: number, seed: number): SyntheticPerson[] {
  const random = randomFrom(seed * 104729 + (role === "mentor" ? 17 : 71));
  return Array.from({ length: count }, () => {
    const languages = someOf(random, LANGUAGE_SHARES[role]);
    const slots = someOf(random, SLOT_SHARES[role]);
    const interests = someInterests(random);
    const district = pick(random, city.cumulativePeople);
    const genderAt = random();
    const gender = genderAt < (role === "mentor" ? 0.62 : 0.48) ? WOMAN : genderAt < 0.985 ? MAN : NON_BINARY;
    const rest = role === "mentor" ? mentorTraits(random, gender) : menteeTraits(random, gender);
    return { languages, slots, interests, interestCount: bitCount(interests), district, ...rest };
  });
}

function mentorTraits(random: () => number, gender: number) {
  let offers = gender;
  if (random() < 0.7) offers |= CERTIFICATE;
  offers |= ADULT | (random() < 0.8 ? NON_SMOKING_HOME : 0);
  // One in five: adults only, or the same gender only.
  let needs = 0;
  if (random() < 0.2) needs |= random() < 0.5 ? ADULT : offers & ANY_GENDER;
  const size = random();
  return { offers, needs, capacity: size < 0.6 ? 1 : size < 0.88 ? 2 : 3, waiting: 0 };
}

function menteeTraits(random: () => number, gender: number) {
  // One in ten is a minor and needs a certificate; one in ten wants the same gender or a non-smoking home.
  const minor = random() < 0.1;
  const offers = gender | NON_SMOKING_HOME | (minor ? 0 : ADULT);
  let needs = minor ? CERTIFICATE : 0;
  if (random() < 0.1) needs |= random() < 0.7 ? offers & ANY_GENDER : NON_SMOKING_HOME;
  return { offers, needs, capacity: 1, waiting: Math.min(1, -Math.log(1 - random()) * 0.25) };
}

export function bitCount(bits: number): number {
  let sums = bits - ((bits >>> 1) & 0x55555555);
  sums = (sums & 0x33333333) + ((sums >>> 2) & 0x33333333);
  sums = (sums + (sums >>> 4)) & 0x0f0f0f0f;
  return Math.imul(sums, 0x01010101) >>> 24;
}

function weekOf(weekday: readonly number[], weekend: readonly number[]): number[] {
  return Array.from({ length: DAYS_A_WEEK }, (_, day) => (day < 5 ? weekday : weekend)).flat();
}

function cumulative(shares: readonly number[]): number[] {
  let sum = 0;
  return shares.map((share) => (sum += share));
}

function pick(random: () => number, cumulativeShares: readonly number[]): number {
  const at = random() * (cumulativeShares.at(-1) ?? 0);
  return cumulativeShares.findIndex((sum) => sum >= at);
}

function someOf(random: () => number, shares: readonly number[]): number {
  let bits = 0;
  for (const [index, share] of shares.entries()) if (random() < share) bits |= 1 << index;
  return bits === 0 ? 1 << Math.floor(random() * shares.length) : bits;
}

function someInterests(random: () => number): number {
  let bits = 0;
  const picks = 2 + Math.floor(random() * 5);
  for (let picked = 0; picked < picks; picked++) bits |= 1 << pick(random, CUMULATIVE_INTERESTS);
  return bits;
}
