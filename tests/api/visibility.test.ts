import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { RequestAnswers, VolunteerProfile } from "@augenhoehe/contract";
import { EVERY_ENDPOINT } from "../support/every-endpoint.ts";
import { CLARIFIED, makeMatchingScene, type MatchingScene, type SceneMentor } from "../support/matching-scene.ts";
import type { Asker } from "../support/newcomer.ts";
import { expectOk } from "../support/replies.ts";
import { createTestApp, type TestWorld } from "../support/test-app.ts";
import type { TestClient } from "../support/test-client.ts";
import { fourSessions } from "../support/training-scene.ts";
import { KARIN } from "../support/volunteer.ts";

/** Words that stand nowhere else: wherever one is read, it tells of this person. */
const MENTEE = {
  chosenName: "Kanarja",
  phone: "+49 1511 1112222",
  email: "kanarja@geheim.example",
  otherContact: "Nachbarin Klingelschild",
  contactPerson: "Lehrerin Tafelkreide",
} satisfies Partial<RequestAnswers>;
const NAMES = { firstName: "Volkana", lastName: "Federkleid" };
const VOLUNTEER_PHONE = "+49 1513 3334444";
const VOLUNTEER_EMAIL = "volkana@geheim.example";

const OF_MENTEE = /kanarja|1511\D*111|klingelschild|tafelkreide/i;
const OF_VOLUNTEER = /volkana|federkleid|1513\D*333/i;

const MATCHING_KEYS = ["commonLanguages", "districtName", "interests", "languages", "slots", "topics"];
const ROSTER_KEYS = ["attendance", "bookings", "details", "displayName", "guest", "volunteerId"];
const MENTEE_CARD_KEYS = [...MATCHING_KEYS, "forWhom", "interpreterNeeded"].toSorted();

let world: TestWorld;
let scene: MatchingScene;
let asker: Asker;
let mentor: SceneMentor;
let addressCount = 0;
let address: string;
beforeAll(async () => {
  world = await createTestApp({ rateLimits: false });
  scene = await makeMatchingScene(world);
});
afterAll(() => world.close());

/** Both release everything; what is shown is then a question of the stage alone. */
beforeEach(async () => {
  address = VOLUNTEER_EMAIL.replace("@", `${++addressCount}@`);
  mentor = await scene.mentor({ email: address, ...NAMES });
  expectOk(await mentor.client.call("updateMyProfile", { body: PROFILE }));
  asker = await scene.openRequest({ ...MENTEE, releasePhone: true, releaseEmail: true });
});

const PROFILE: VolunteerProfile = {
  ...KARIN,
  ...NAMES,
  phone: VOLUNTEER_PHONE,
  languages: [
    { code: "de", level: "native" },
    { code: "ar", level: "fluent" },
  ],
  topics: ["letters", "german_practice"],
  capacity: 1,
  releasePhone: true,
  releaseEmail: true,
};
const yes = (id: string) => ({ params: { id }, body: { answer: "yes" as const } });

/** Refused to everybody who has not just scanned the code on a wall. */
const ASKS_FOR_A_SCAN = "readMyCheckIn";

const readable = (role: "volunteer" | "mentee") =>
  EVERY_ENDPOINT.filter(
    ([, { method, params, who }]) => method === "GET" && params === undefined && who !== "anyone" && who.includes(role),
  ).map(([name]) => name);

/** Everything the api tells somebody at this moment, whatever they ask for. */
async function everythingReadBy(role: "volunteer" | "mentee", client: TestClient): Promise<string> {
  const bodies: string[] = [];
  for (const name of readable(role)) {
    const reply = await client.callUnchecked(name, { query: {} });
    expect(reply.status, name).toBe(name === ASKS_FOR_A_SCAN ? 422 : 200);
    bodies.push(reply.raw.body);
  }
  return bodies.join("\n");
}

/** All mail that has come to an address, every part of it. */
async function mailTo(to: string): Promise<string> {
  await world.mailbox.deliver();
  return JSON.stringify(world.mailbox.to(to));
}

const home = async () => expectOk(await mentor.client.call("readMyHome"));
const mine = async () => expectOk(await asker.client.call("readMyRequest"));
const keysOf = (value: object | null | undefined) => Object.keys(value ?? {}).toSorted();

async function expectStrangers(): Promise<void> {
  expect(await everythingReadBy("volunteer", mentor.client)).not.toMatch(OF_MENTEE);
  expect(await everythingReadBy("mentee", asker.client)).not.toMatch(OF_VOLUNTEER);
}
async function expectNoMailNames(): Promise<void> {
  expect(await mailTo(address)).not.toMatch(OF_MENTEE);
  expect(await mailTo(MENTEE.email)).not.toMatch(OF_VOLUNTEER);
}

describe("before anybody is proposed", () => {
  it("stage 0: a volunteer who is not cleared sees nothing of those who wait, not even how many", async () => {
    const newcomer = await scene.mentor({ certificateId: null, eligibleSince: null });
    const before = (await newcomer.client.call("readMyHome")).raw.body;
    await scene.openRequest(MENTEE);
    expect((await newcomer.client.call("readMyHome")).raw.body).toBe(before);
    expect(await everythingReadBy("volunteer", newcomer.client)).not.toMatch(OF_MENTEE);
  });

  it("stage 1: neither does one who could be proposed, nor the person who waits of them", async () => {
    const before = [(await mentor.client.call("readMyHome")).raw.body, (await mine()).status];
    await scene.openRequest({ ...MENTEE, chosenName: "Kanarja die Zweite" });
    await scene.mentor({ lastName: "Federkleid" });
    expect([(await mentor.client.call("readMyHome")).raw.body, (await mine()).status]).toEqual(before);
    await expectStrangers();
    await expectNoMailNames();
  });
});

describe("with a proposal between them", () => {
  it("stage 2: the volunteer reads an anonymised card, the mentee nothing at all", async () => {
    const before = (await asker.client.call("readMyRequest")).raw.body;
    await scene.propose(asker, mentor);
    const [proposal] = (await home()).proposals;
    expect(keysOf(proposal)).toEqual(["answerBy", "id", "mentee", "state"]);
    expect(keysOf(proposal?.mentee)).toEqual(MENTEE_CARD_KEYS);
    expect((await asker.client.call("readMyRequest")).raw.body).toBe(before);
    await expectStrangers();
    await expectNoMailNames();
  });

  it("stage 2, after the volunteer's yes: the mentee reads a card without name or contact", async () => {
    const id = await scene.propose(asker, mentor);
    expectOk(await mentor.client.call("answerProposalAsVolunteer", yes(id)));
    const { proposal, tandem } = await mine();
    expect(tandem).toBeNull();
    expect(keysOf(proposal)).toEqual(["answerBy", "id", "volunteer"]);
    expect(keysOf(proposal?.volunteer)).toEqual(MATCHING_KEYS);
    await expectStrangers();
    await expectNoMailNames();
  });

  it("stage 3: two yeses change nothing of what is seen before the coordinator confirms", async () => {
    await scene.bothSaidYes(asker, mentor);
    const [proposal] = (await home()).proposals;
    expect(keysOf(proposal?.mentee)).toEqual(MENTEE_CARD_KEYS);
    expect(await mine()).toMatchObject({ proposal: null, tandem: null, saidYes: true });
    await expectStrangers();
    await expectNoMailNames();
  });

  it("a no at any point leaves nothing behind on the other side", async () => {
    const id = await scene.propose(asker, mentor);
    expectOk(await mentor.client.call("answerProposalAsVolunteer", yes(id)));
    expectOk(await asker.client.call("answerMyProposal", { params: { id }, body: { answer: "no" } }));
    expect((await home()).proposals).toEqual([]);
    expect((await mine()).proposal).toBeNull();
    await expectStrangers();
    await expectNoMailNames();
  });
});

describe("in a tandem", () => {
  it("stage 4: names, the channels each released, and the first meeting; nothing that was not released", async () => {
    await scene.tandem(asker, mentor);
    const [tandem] = (await home()).tandems;
    expect(keysOf(tandem?.mentee)).toEqual(["channels", "chosenName", "districtName", "languages", "topics"]);
    expect(tandem?.mentee?.channels).toEqual([
      { kind: "phone", value: MENTEE.phone },
      { kind: "email", value: MENTEE.email },
    ]);
    const { tandem: seen } = await mine();
    expect(keysOf(seen)).toEqual(["channels", "firstMeeting", "mentorName"]);
    expect(seen).toMatchObject({
      mentorName: NAMES.firstName,
      channels: [
        { kind: "phone", value: VOLUNTEER_PHONE },
        { kind: "email", value: address },
      ],
    });
    expect(await everythingReadBy("volunteer", mentor.client)).not.toMatch(/klingelschild|tafelkreide/i);
    expect(await everythingReadBy("mentee", asker.client)).not.toMatch(/federkleid/i);
    expect(await mailTo(MENTEE.email)).not.toMatch(OF_VOLUNTEER);
    expect(await mailTo(address)).toContain(MENTEE.chosenName);
  });

  it("stage 4: a channel that is taken back is gone with the next request, on either side", async () => {
    await scene.tandem(asker, mentor);
    expectOk(await asker.client.call("changeMyRequest", { body: { releasePhone: false } }));
    expect((await home()).tandems[0]?.mentee?.channels.map(({ kind }) => kind)).toEqual(["email"]);
    expectOk(await mentor.client.call("updateMyProfile", { body: { ...PROFILE, releaseEmail: false } }));
    expect((await mine()).tandem?.channels.map(({ kind }) => kind)).toEqual(["phone"]);
    expect(await everythingReadBy("volunteer", mentor.client)).not.toMatch(/1511\D*111/);
    const staff = await scene.coordinator.client.call("listTandems", { query: {} });
    expect(staff.raw.body).not.toMatch(/1511\D*111|geheim\.example/);
  });

  it("stage 5: from the next request on nothing of each other, and no mail that names anybody", async () => {
    const id = await scene.tandem(asker, mentor);
    const mailsBefore = await mailTo(address);
    const body = { reason: "goal_reached" as const, backInQueue: true };
    expectOk(await scene.coordinator.client.call("endTandem", { params: { id }, body }));
    expect((await home()).tandems).toEqual([expect.objectContaining({ id, mentee: null, firstMeeting: null })]);
    expect(await mine()).toMatchObject({ tandem: null, tandemEnded: true, proposal: null });
    await expectStrangers();
    expect(await mailTo(address)).toBe(mailsBefore);
    expect(await mailTo(MENTEE.email)).not.toMatch(OF_VOLUNTEER);
  });
});

describe("those around a pair", () => {
  it("a trainer reads display names and attendance of the own course, and no way to reach anybody", async () => {
    const trainer = await scene.staff("trainer");
    const course = expectOk(
      await scene.coordinator.client.call("createCourse", {
        body: {
          title: "Grundkurs",
          places: 3,
          trainerAccountIds: [trainer.account.id],
          sessions: fourSessions("2026-11-10"),
        },
      }),
    );
    expectOk(await mentor.client.call("enrolMe", { body: { courseId: course.id } }));
    const reply = await trainer.client.call("readRoster", { params: { id: course.id } });
    expect(keysOf(expectOk(reply).participants[0])).toEqual(ROSTER_KEYS);
    expect(reply.raw.body).toContain(NAMES.firstName);
    expect(reply.raw.body).not.toMatch(/geheim\.example|1513\D*333/);
  });

  it("a coordinator who is not in charge finds a protected mentee nowhere, not even beside the mentor", async () => {
    await scene.tandem(asker, mentor);
    const params = { id: asker.requestId };
    const body = { ...CLARIFIED, protected: true };
    expectOk(await scene.coordinator.client.call("clarifyRequest", { params, body }));
    const { client } = scene.colleague;
    for (const reply of [
      await client.call("readVolunteer", { params: { id: mentor.id } }),
      await client.call("listTandems", { query: {} }),
      await client.call("listProposals", { query: {} }),
      await client.call("listRequests", { query: { search: MENTEE.chosenName } }),
      await client.call("readDesk"),
      await client.call("listActivities", { query: {} }),
    ]) {
      expect(reply.status).toBe(200);
      expect(reply.raw.body).not.toContain(asker.requestId);
    }
    const detail = expectOk(await client.call("readVolunteer", { params: { id: mentor.id } }));
    expect([detail.tandems, detail.proposals]).toEqual([[], []]);
    expect(await everythingReadBy("volunteer", mentor.client)).toMatch(OF_MENTEE);
  });
});
