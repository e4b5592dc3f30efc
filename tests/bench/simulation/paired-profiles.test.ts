import { matchMentorOf, matchRequestOf } from "@augenhoehe/api/demo/demo-matching";
import type { DemoAsker } from "@augenhoehe/api/demo/demo-tandems";
import {
  DEFAULT_ROUND_SETTINGS,
  DEFAULT_WEIGHTS,
  interestSharesOf,
  NO_WISHES,
  planRound,
  type MatchMentor,
  type RoundInput,
  type RoundPlan,
  type RoundRequest,
} from "@augenhoehe/domain/matching";
import { describe, expect, test } from "vitest";
import { generatePool, type Pool } from "../../support/population.ts";
import { dayMs } from "./two-years.ts";

const SEEDS = Array.from({ length: 12 }, (_, seed) => seed + 1);
const DAYS_WAITED = [3, 12, 40, 75, 140];

const poolOf = (seed: number): Pool => generatePool({ volunteers: 35, requests: 60, seed });

function roundOf(pool: Pool, askers: readonly DemoAsker[] = pool.requests): RoundInput {
  return {
    requests: askers.map((asker, index) => ({
      ...matchRequestOf(asker),
      waitingSince: dayMs(200 - (DAYS_WAITED[index % DAYS_WAITED.length] ?? 0)),
      declined: [],
      former: [],
    })),
    mentors: pool.mentors.map((mentor) => matchMentorOf(mentor, new Map())),
    weights: DEFAULT_WEIGHTS,
    districts: pool.definition.districts,
    interestShares: [...interestSharesOf([...pool.mentors, ...pool.requests])],
    now: dayMs(200),
  };
}

const plan = (input: RoundInput): RoundPlan => planRound(input, DEFAULT_ROUND_SETTINGS, NO_WISHES);
/** Among plans of the same worth an id decides, and ids are drawn by chance. */
const worthOf = ({ served, points, bonus }: RoundPlan) => ({ served, worth: points + bonus });

/** Everybody is called something else; `rename` says what. */
function renamed(input: RoundInput, rename: (id: string) => string): RoundInput {
  const named = <Person extends { readonly id: string }>(people: readonly Person[]): Person[] =>
    people.map((person) => ({ ...person, id: rename(person.id) }));
  return { ...input, requests: named(input.requests), mentors: named(input.mentors) };
}

const swapped = <Person extends { readonly gender: MatchMentor["gender"] }>(person: Person): Person => ({
  ...person,
  gender: person.gender === "female" ? "male" : "female",
});
const withoutWish = <Person extends RoundRequest | MatchMentor>(person: Person): Person => ({
  ...person,
  wishes: { ...person.wishes, ...("mentorGender" in person.wishes ? { mentorGender: null } : { menteeGender: null }) },
});

describe.each(SEEDS)("two people who differ only in what is no input get the same place (people %i)", (seed) => {
  const pool = poolOf(seed);
  const input = roundOf(pool);
  const asItWas = plan(input);

  test("another name, language of the interface, address, way in or age of the account", () => {
    const askers = pool.requests.map((asker, index): DemoAsker => ({
      ...asker,
      chosenName: index % 2 === 0 ? "Anna" : "Fatima",
      locale: asker.locale === "ar" ? "de" : "ar",
      email: asker.email === null ? "someone@example.org" : null,
      phone: null,
      otherContact: "Am Schwarzen Brett",
      contactPerson: null,
      consentWay: "by_phone",
      submittedAt: new Date(0),
    }));
    expect(plan(roundOf(pool, askers))).toEqual(asItWas);
  });

  test("what somebody might smuggle in: origin, name, age of the account", () => {
    const smuggled = <Person extends object>(person: Person, index: number) => ({
      ...person,
      name: index % 2 === 0 ? "Schmidt" : "Öztürk",
      origin: index % 3 === 0 ? "SY" : "UA",
      createdAt: dayMs(-index),
    });
    const told = { ...input, requests: input.requests.map(smuggled), mentors: input.mentors.map(smuggled) };
    expect(plan(told)).toEqual(asItWas);
  });

  test("the order in which people are listed", () => {
    const turned = { ...input, requests: input.requests.toReversed(), mentors: input.mentors.toReversed() };
    expect(plan(turned)).toEqual(asItWas);
  });

  test("ids of another look: longer ones change nothing, quite others change nothing that counts", () => {
    const longer = plan(renamed(input, (id) => `network/${id}/2026`));
    expect(longer.pairs.map(({ requestId, mentorId }) => [requestId, mentorId])).toEqual(
      asItWas.pairs.map(({ requestId, mentorId }) => [`network/${requestId}/2026`, `network/${mentorId}/2026`]),
    );
    const quiteOther = plan(renamed(input, (id) => id.split("-").reverse().join("-")));
    expect(worthOf(quiteOther)).toEqual(worthOf(asItWas));
  });

  test("the other gender, where no wish concerns it", () => {
    const open = {
      ...input,
      requests: input.requests.map((request) => withoutWish(request)),
      mentors: input.mentors.map((mentor) => withoutWish(mentor)),
    };
    const before = plan(open);
    expect(before.served).toBeGreaterThan(20);
    const pairsOf = ({ pairs }: RoundPlan) =>
      pairs.map(({ requestId, mentorId, points, bonus }) => ({ requestId, mentorId, points, bonus }));
    const all = { ...open, requests: open.requests.map(swapped), mentors: open.mentors.map(swapped) };
    expect(pairsOf(plan(all))).toEqual(pairsOf(before));
    const everyThird = open.requests.map((request, index) => (index % 3 === 0 ? swapped(request) : request));
    expect(pairsOf(plan({ ...open, requests: everyThird }))).toEqual(pairsOf(before));
  });

  test("a wish is an input: with it, the other gender is another pair", () => {
    const [pair] = asItWas.pairs;
    if (pair === undefined) throw new Error("The plan is empty");
    const wishing = input.requests.map((request) =>
      request.id === pair.requestId
        ? ({ ...request, wishes: { ...request.wishes, mentorGender: "female" } } as const)
        : request,
    );
    const mentors = input.mentors.map((mentor) =>
      mentor.id === pair.mentorId ? ({ ...mentor, gender: "male" } as const) : mentor,
    );
    const after = plan({ ...input, requests: wishing, mentors });
    expect(after.pairs.find(({ requestId }) => requestId === pair.requestId)?.mentorId).not.toBe(pair.mentorId);
  });
});
