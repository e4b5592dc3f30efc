import { eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { EndpointInput, EndpointName, endpoints } from "@augenhoehe/contract";
import { mails } from "@augenhoehe/api/db/schema/platform";
import { mentorRequests } from "@augenhoehe/api/db/schema/matching";
import { makeAccessScene, type AccessScene } from "../api/access/access-scene.ts";
import type { AnyInput } from "../api/access/access-table.ts";
import { CLARIFIED, FIRST_MEETING } from "../support/matching-scene.ts";
import { expectOk, refusalOf } from "../support/replies.ts";
import { createTestApp, type TestWorld } from "../support/test-app.ts";
import type { TestClient } from "../support/test-client.ts";

let world: TestWorld;
let scene: AccessScene;
beforeAll(async () => {
  world = await createTestApp({ rateLimits: false });
  scene = await makeAccessScene(world);
});
afterAll(() => world.close());

/** Two hands on one button: what is sent, and by whom where it is not the two coordinators. */
interface Button {
  readonly name: EndpointName;
  readonly input: AnyInput;
  readonly hands?: readonly [TestClient, TestClient];
}
const button = <N extends EndpointName>(
  name: N,
  input: EndpointInput<(typeof endpoints)[N]> & AnyInput,
  hands?: readonly [TestClient, TestClient],
): Button => ({ name, input, ...(hands === undefined ? {} : { hands }) });

async function pressTwice({ name, input, hands }: Button) {
  const [first, second] = hands ?? [scene.coordinator.client, scene.colleague.client];
  return Promise.all([first.callUnchecked(name, input), second.callUnchecked(name, input)]);
}

const twice = (client: TestClient): readonly [TestClient, TestClient] => [client, client];
const idOf = async (made: Promise<{ readonly requestId: string }>) => ({ id: (await made).requestId });
const tandem = async () => ({ id: await scene.tandem(await scene.opened(), await scene.someone()) });
const bothSaidYes = async () => ({ id: await scene.bothSaidYes(await scene.opened(), await scene.someone()) });
const coordinatorDoes = async (name: EndpointName, input: object) =>
  expectOk(await scene.coordinator.client.callUnchecked(name, input));

describe("two people press the same button at the same moment: one does it, the other learns what was done", () => {
  const BUTTONS: readonly (readonly [what: string, refusal: string, make: () => Promise<Button>])[] = [
    [
      "open a request",
      "request_already_open",
      async () => {
        const params = await idOf(scene.asked());
        await coordinatorDoes("clarifyRequest", { params, body: CLARIFIED });
        return button("openRequest", { params });
      },
    ],
    [
      "close a request",
      "request_closed",
      async () => button("closeRequest", { params: await idOf(scene.opened()), body: { reason: "moved" } }),
    ],
    [
      "hand a request over",
      "not_found",
      async () => {
        const body = { providerId: scene.network.otherProvider.id, consentGiven: true as const };
        return button("handOverRequest", { params: await idOf(scene.asked()), body });
      },
    ],
    [
      "take a proposal back",
      "proposal_withdrawn",
      async () => {
        const { proposalId: id } = await scene.pair();
        return button("withdrawProposal", { params: { id }, body: { reason: "doch nicht" } });
      },
    ],
    [
      "confirm a pair",
      "already_confirmed",
      async () => button("confirmProposal", { params: await bothSaidYes(), body: FIRST_MEETING }),
    ],
    [
      "say that the first meeting took place",
      "tandem_already_active",
      async () => button("recordFirstMeeting", { params: await tandem() }),
    ],
    [
      "end a tandem",
      "tandem_ended",
      async () => button("endTandem", { params: await tandem(), body: { reason: "moved", backInQueue: true } }),
    ],
    [
      "record an interview",
      "already_interviewed",
      async () => {
        const { id } = await scene.someone({ status: "applied", interviewedOn: null });
        return button("recordInterview", { params: { id }, body: { heldOn: "2026-10-30", note: "" } });
      },
    ],
    [
      "record a signature",
      "already_signed",
      async () => {
        const { id } = await scene.someone();
        return button("recordDeclaration", { params: { id }, body: { kind: "secrecy", signedOn: "2026-10-30" } });
      },
    ],
    [
      "pause a volunteer",
      "already_paused",
      async () => button("pauseVolunteer", { params: { id: (await scene.someone()).id } }),
    ],
    [
      "record that a volunteer left",
      "already_left",
      async () => button("endVolunteer", { params: { id: (await scene.someone()).id } }),
    ],
    [
      "cancel a course",
      "course_cancelled",
      async () => button("cancelCourse", { params: { id: await scene.course() }, body: { reason: "" } }),
    ],
    [
      "issue a certificate",
      "certificate_issued_already",
      async () => {
        const { id, participant } = await scene.heldCourse();
        return button("issueCertificates", { params: { id }, body: { volunteerIds: [participant.id] } });
      },
    ],
    [
      "revoke a certificate",
      "certificate_revoked_already",
      async () => {
        const { id } = await scene.certificate();
        return button("revokeCertificate", { params: { id }, body: { reason: "verwechselt" } });
      },
    ],
    [
      "cancel a Stammtisch",
      "stammtisch_cancelled",
      async () => button("cancelStammtisch", { params: { id: await scene.stammtisch() } }),
    ],
    [
      "answer as a volunteer on two devices",
      "already_answered",
      async () => {
        const { mentor, proposalId: id } = await scene.pair();
        return button("answerProposalAsVolunteer", { params: { id }, body: { answer: "yes" } }, twice(mentor.client));
      },
    ],
    [
      "answer as a newcomer on two devices",
      "already_answered",
      async () => {
        const { asker, mentor, proposalId: id } = await scene.pair();
        const input = { params: { id }, body: { answer: "yes" as const } };
        expectOk(await mentor.client.call("answerProposalAsVolunteer", input));
        return button("answerMyProposal", input, twice(asker.client));
      },
    ],
  ];

  it.each(BUTTONS)("%s", async (_what, refusal, make) => {
    const replies = await pressTwice(await make());
    expect(replies.filter(({ status }) => status === 200)).toHaveLength(1);
    expect(replies.filter(({ status }) => status !== 200).map(refusalOf)).toEqual([refusal]);
  });
});

describe("where pressing twice is no mistake, it is done once", () => {
  const countMails = () => world.inTenant(scene.network.id, (tx) => tx.$count(mails));

  it("a newcomer who presses 'send' twice has one request and one number", async () => {
    const client = await scene.draft();
    const consent = { textVersion: 1, locale: "de" as const, way: "online" as const };
    const before = await world.inTenant(scene.network.id, (tx) => tx.$count(mentorRequests));
    const replies = await pressTwice(button("submitDraft", { body: { consent } }, twice(client)));
    const receipts = replies.map((reply) => expectOk(reply)).map((body) => JSON.stringify(body));
    expect(new Set(receipts).size).toBe(1);
    expect(await world.inTenant(scene.network.id, (tx) => tx.$count(mentorRequests))).toBe(before + 1);
  });

  it("a volunteer who presses 'enrol' twice has one place and one mail", async () => {
    const [someone, courseId] = [await scene.someone(), await scene.course()];
    const before = await countMails();
    const replies = await pressTwice(button("enrolMe", { body: { courseId } }, twice(someone.client)));
    expect(replies.map(({ status, body }) => [status, body])).toEqual(
      Array(2).fill([200, { status: "enrolled", position: null }]),
    );
    expect(await countMails()).toBe(before + 1);
  });

  it("attendance marked by two trainers at once is one mark", async () => {
    const { sessionIds, participant } = await scene.heldCourse();
    const body = { marks: [{ volunteerId: participant.id, mark: "absent" as const }] };
    const input = { params: { id: sessionIds[0] ?? "" }, body };
    const replies = await pressTwice(button("markAttendance", input));
    expect(replies.map(({ status }) => status)).toEqual([200, 200]);
  });

  it("a new receipt number asked for twice: both are given, the later one opens, the other does not", async () => {
    const { requestId } = await scene.asked();
    const replies = await pressTwice(button("renewReceipt", { params: { id: requestId } }));
    const opened = await Promise.all(
      replies.map((reply) =>
        world.anyone().callUnchecked("signInWithReceipt", {
          body: { networkSlug: scene.network.slug, ...expectOk(reply) },
        }),
      ),
    );
    expect(opened.map(({ status }) => status).toSorted()).toEqual([200, 401]);
  });

  it("two coordinators who read the same list in at once create each person once", async () => {
    const csv = "Vorname;Nachname;E-Mail;Sprachen\nIda;Doppelt;ida@doppelt.example;Deutsch\n";
    const file = { kind: "volunteers" as const, fileName: "a.csv", contentBase64: Buffer.from(csv).toString("base64") };
    const ids = await Promise.all(
      [scene.coordinator, scene.colleague].map(async ({ client }) =>
        expectOk(await client.call("previewImport", { body: file })),
      ),
    );
    const replies = await Promise.all(
      ids.map(({ id }, index) =>
        (index === 0 ? scene.coordinator : scene.colleague).client.call("applyImport", {
          params: { id },
          body: { rows: "all" },
        }),
      ),
    );
    expect(replies.map((reply) => expectOk(reply).created).toSorted()).toEqual([0, 1]);
  });
});

it("a request that two people change at once is the one or the other, and never half of both", async () => {
  const { requestId } = await scene.asked();
  const { answers } = expectOk(await scene.coordinator.client.call("readRequest", { params: { id: requestId } }));
  const [left, right] = [
    { ...answers, reachKm: 2, topics: ["letters"] },
    { ...answers, reachKm: 9, topics: ["german_practice"] },
  ];
  const params = { id: requestId };
  for (let round = 0; round < 10; round++) {
    await Promise.all([
      scene.coordinator.client.call("updateRequest", { params, body: left }),
      scene.colleague.client.call("updateRequest", { params, body: right }),
    ]);
    const [row] = await world.inTenant(scene.network.id, (tx) =>
      tx.select().from(mentorRequests).where(eq(mentorRequests.id, requestId)),
    );
    expect([
      [2, ["letters"]],
      [9, ["german_practice"]],
    ]).toContainEqual([row?.reachKm, row?.topics]);
  }
});
