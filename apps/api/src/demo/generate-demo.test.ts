import {
  OPEN_PROPOSAL_STATES,
  DEFAULT_CURRICULUM,
  courseProgress,
  eligibilityGaps,
  isOpenProposal,
  isProposalOverdue,
  parseCertificateNumber,
  parseReceipt,
} from "@augenhoehe/domain";
import { describe, expect, it } from "vitest";
import { NETWORK_DEFINITIONS } from "../networks/network-definitions.ts";
import { moenchengladbach } from "../networks/moenchengladbach.ts";
import { generateDemo, type Demo } from "./generate-demo.ts";

const NOW = new Date("2026-11-22T10:00:00Z");
const SEEDS = [1, 2, 3, 2026];
const demos = SEEDS.map((seed) => ({ seed, demo: generateDemo(moenchengladbach, { seed, now: NOW }) }));

const shareOf = <Item>(items: readonly Item[], matches: (item: Item) => boolean): number =>
  items.filter(matches).length / items.length;
const countBy = <Key extends string>(keys: readonly Key[]): Partial<Record<Key, number>> => {
  const counts: Partial<Record<Key, number>> = {};
  for (const key of keys) counts[key] = (counts[key] ?? 0) + 1;
  return counts;
};
const accompanied = (demo: Demo) => {
  const ids = new Set(demo.tandems.filter(({ status }) => status !== "ended").map(({ requestId }) => requestId));
  return demo.requests.filter(({ id }) => ids.has(id));
};

describe.each(demos)("the people of the demo (seed $seed)", ({ demo, seed }) => {
  const mentors = demo.mentors.filter(({ journey }) => journey.eligibleSince !== null);

  it("about 120 volunteers and 90 requests", () => {
    expect(demo.mentors).toHaveLength(120);
    expect(demo.requests).toHaveLength(90);
  });

  it("71 % of the mentors are women, 73 % of the accompanied are men", () => {
    expect(Math.abs(shareOf(mentors, ({ gender }) => gender === "female") - 0.71)).toBeLessThanOrEqual(0.06);
    expect(Math.abs(shareOf(accompanied(demo), ({ gender }) => gender === "male") - 0.73)).toBeLessThanOrEqual(0.06);
    expect(Math.abs(shareOf(demo.requests, ({ gender }) => gender === "male") - 0.73)).toBeLessThanOrEqual(0.06);
  });

  it("newcomers speak what newcomers speak: Arabic and Ukrainian first, then Dari, Persian and Russian", () => {
    const byLanguage = countBy(demo.requests.flatMap(({ languages: [first] }) => (first ? [first.code] : [])));
    expect(byLanguage.ar).toBeGreaterThan(15);
    expect(byLanguage.uk).toBeGreaterThan(12);
    expect((byLanguage.prs ?? 0) + (byLanguage.fa ?? 0)).toBeGreaterThan(3);
    expect(Object.keys(byLanguage).length).toBeGreaterThan(8);
  });

  it("nobody can be reached: addresses at example.org, numbers kept free for films", () => {
    const emails = [...demo.accounts, ...demo.mentors, ...demo.requests].flatMap(({ email }) => email ?? []);
    expect(emails.length).toBeGreaterThan(240);
    for (const email of emails) expect(email).toMatch(/^[a-z0-9.-]+@example\.org$/);
    const phones = [...demo.mentors, ...demo.requests].flatMap(({ phone }) => phone ?? []);
    for (const phone of phones) expect(phone).toMatch(/^\+49(?:3023125\d{3}|17139200\d{2})$/);
    const mailboxes = demo.mentors.map(({ email }) => email);
    expect(new Set(mailboxes).size).toBe(mailboxes.length);
  });

  it("everybody lives, offers and wishes by the words of the network", () => {
    const districts = moenchengladbach.districts.map(({ key }) => key);
    const topics: readonly string[] = moenchengladbach.topics.map(({ key }) => key);
    const interests: readonly string[] = moenchengladbach.interests.map(({ key }) => key);
    for (const person of [...demo.mentors, ...demo.requests]) {
      expect(districts).toContain(person.district);
      for (const topic of person.topics) expect(topics).toContain(topic);
      for (const interest of person.interests) expect(interests).toContain(interest);
    }
  });

  it("the same seed gives the same people, another seed gives others", () => {
    expect(generateDemo(moenchengladbach, { seed, now: NOW })).toEqual(demo);
    expect(generateDemo(moenchengladbach, { seed: seed + 100, now: NOW }).mentors).not.toEqual(demo.mentors);
  });
});

describe.each(demos)("their lives follow the rules (seed $seed)", ({ demo }) => {
  it("whoever counts as a mentor misses nothing, and nobody else does", () => {
    for (const { journey } of demo.mentors) {
      const gaps = eligibilityGaps({
        status: journey.status,
        interviewed: journey.interviewedOn !== null,
        secrecySignedVersion: journey.secrecySignedAt === null ? null : 1,
        secrecyCurrentVersion: 1,
        agreementSignedVersion: journey.agreementSignedAt === null ? null : 1,
        agreementCurrentVersion: 1,
        hasValidCertificate: journey.certificateId !== null,
        certificateOverride: journey.override !== null,
      });
      expect(journey.eligibleSince === null).toBe(gaps.length > 0);
    }
  });

  it("whoever holds a certificate has attended every module", () => {
    const sessions = demo.training.courses.flatMap((course) =>
      course.sessions.map((session) => ({ ...session, courseId: course.id })),
    );
    for (const { volunteerId, issuedAt, number } of demo.training.certificates) {
      expect(parseCertificateNumber(number)).not.toBeNull();
      const marks = demo.training.attendances
        .filter((attendance) => attendance.volunteerId === volunteerId)
        .flatMap(({ sessionId, mark }) =>
          sessions
            .filter(({ id }) => id === sessionId)
            .map(({ moduleKey, courseId, startsAt }) => ({
              moduleKey,
              courseId,
              heldAt: startsAt,
              mark,
              minutes: 120,
            })),
        );
      expect(courseProgress(DEFAULT_CURRICULUM, marks).isComplete).toBe(true);
      for (const { heldAt } of marks) expect(heldAt.getTime()).toBeLessThan(issuedAt.getTime());
    }
  });

  it("one course is half over, one has a waiting list and a place that has just become free, the others are finished", () => {
    const held = demo.training.courses.map(({ sessions }) => sessions.filter(({ endsAt }) => endsAt < NOW).length);
    expect(held).toEqual([4, 4, 4, 4, 2, 0]);
    const planned = demo.training.courses.at(-1);
    const enrolments = demo.training.enrolments.filter(({ courseId }) => courseId === planned?.id);
    expect(countBy(enrolments.map(({ status }) => status))).toEqual({
      enrolled: (planned?.places ?? 0) - 1,
      waiting: 4,
    });
  });

  it("a request is in a tandem or a proposal exactly when there is one", () => {
    const inTandem = demo.tandems.filter(({ status }) => status !== "ended").map(({ requestId }) => requestId);
    const inProposal = demo.proposals.filter(({ state }) => isOpenProposal(state)).map(({ requestId }) => requestId);
    const idsOf = (status: string) => demo.requests.filter(({ state }) => state.status === status).map(({ id }) => id);
    expect(idsOf("in_tandem").sort()).toEqual(inTandem.sort());
    expect(idsOf("in_proposal").sort()).toEqual(inProposal.sort());
    expect(new Set(inProposal).size).toBe(inProposal.length);
  });

  it("about fifteen tandems, and proposals in every state", () => {
    expect(demo.tandems.filter(({ status }) => status !== "ended")).toHaveLength(15);
    const states = countBy(demo.proposals.map(({ state }) => state));
    for (const state of [...OPEN_PROPOSAL_STATES, "declined_by_volunteer", "declined_by_mentee", "expired"] as const) {
      expect(states[state], state).toBeGreaterThan(0);
    }
    for (const proposal of demo.proposals) expect(isProposalOverdue(proposal, NOW)).toBe(false);
  });

  it("nobody has more tandems and proposals than places, and was a mentor before being asked", () => {
    for (const { id, capacity, journey } of demo.mentors) {
      const asked = demo.proposals.filter(({ volunteerId }) => volunteerId === id);
      const open = asked.filter(({ state }) => isOpenProposal(state)).length;
      const tandems = demo.tandems.filter(({ volunteerId, status }) => volunteerId === id && status !== "ended").length;
      expect(open + tandems).toBeLessThanOrEqual(capacity);
      for (const { createdAt } of asked) expect(journey.eligibleSince?.getTime()).toBeLessThan(createdAt.getTime());
    }
  });

  it("nothing has happened tomorrow", () => {
    const instants = [
      ...demo.requests.flatMap(({ submittedAt, state }) => [submittedAt, state.openedAt, state.closedAt]),
      ...demo.proposals.flatMap((proposal) => [
        proposal.createdAt,
        proposal.volunteerAnsweredAt,
        proposal.menteeAnsweredAt,
        proposal.endedAt,
      ]),
      ...demo.tandems.flatMap(({ startedAt, endedAt }) => [startedAt, endedAt]),
      ...demo.mentors.flatMap(({ journey }) => [journey.createdAt, journey.eligibleSince, journey.pausedAt]),
      ...demo.training.attendances.map(({ markedAt }) => markedAt),
      ...demo.stammtische.flatMap(({ createdAt, answers }) => [createdAt, ...answers.map((one) => one.answeredAt)]),
    ];
    for (const instant of instants) expect((instant ?? NOW).getTime()).toBeLessThanOrEqual(NOW.getTime());
  });

  it("a visitor can be a mentor who is asked, a volunteer in the course, and a newcomer who is asked", () => {
    const { mentor, learner, newcomer } = demo.visitors;
    const asked = demo.proposals.find(
      ({ volunteerId, state }) => volunteerId === mentor.id && state === "awaiting_volunteer",
    );
    expect(asked).toBeDefined();
    expect(learner.journey.status).toBe("in_training");
    expect(learner.journey.eligibleSince).toBeNull();
    expect(demo.proposals.find(({ requestId }) => requestId === newcomer.id)?.state).toBe("awaiting_mentee");
    expect(newcomer.locale).toBe("ar");
    expect(parseReceipt(newcomer.receipt)).toBe(newcomer.receipt);
    expect(demo.accounts.find(({ volunteerId }) => volunteerId === mentor.id)?.email).toBe("mentor@example.org");
  });
});

describe("the demo at any time of the year", () => {
  const days = Array.from({ length: 53 }, (_, week) => new Date(NOW.getTime() + week * 7.14 * 86_400_000));

  it.each(days)("has all its visitors on %s", (now) => {
    const demo = generateDemo(moenchengladbach, { seed: 2026, now });
    expect(demo.tandems.length).toBeGreaterThanOrEqual(16);
    expect(demo.training.courses.map(({ sessions }) => sessions.filter(({ endsAt }) => endsAt < now).length)).toEqual([
      4, 4, 4, 4, 2, 0,
    ]);
  });

  it.each(NETWORK_DEFINITIONS)("can also be told in $city", (definition) => {
    expect(generateDemo(definition, { seed: 2026, now: NOW }).tandems.length).toBeGreaterThan(10);
  });
});
