import { randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import type { VolunteerProfile } from "@augenhoehe/contract";
import { mentorRequests, proposals, tandems } from "@augenhoehe/api/db/schema/matching";
import { volunteers } from "@augenhoehe/api/db/schema/people";
import { accounts } from "@augenhoehe/api/db/schema/platform";
import { certificates } from "@augenhoehe/api/db/schema/certificates";
import { sealFirstMeeting } from "@augenhoehe/api/matching/first-meeting";
import { makeAccount, signInAs } from "./make-network.ts";
import type { OpenNetwork } from "./newcomer.ts";
import { expectOk } from "./replies.ts";
import type { TestWorld } from "./test-app.ts";
import type { TestClient } from "./test-client.ts";

/** What Karin tells when she signs up: German and some Arabic, Eicken, Tuesday evenings. */
export const KARIN: VolunteerProfile = {
  firstName: "Karin",
  lastName: "Özdemir",
  phone: "0151 / 2345 6789",
  locale: "de",
  languages: [
    { code: "de", level: "native" },
    { code: "ar", level: "basic" },
  ],
  district: "eicken",
  reachKm: 5,
  slots: ["tue_evening"],
  topics: ["letters"],
  interests: ["cooking"],
  gender: "female",
  ageBand: "40_59",
  wishes: { menteeGender: null, menteeAgeBands: [], forWhom: ["self"] },
  capacity: 2,
  releasePhone: true,
  releaseEmail: false,
};

export interface SignedUpVolunteer {
  readonly id: string;
  readonly accountId: string;
  readonly email: string;
  readonly client: TestClient;
}

let count = 0;

/** Somebody who signed up on the page, with a session of their own. */
export async function signUp(
  world: TestWorld,
  network: OpenNetwork,
  changes: Partial<VolunteerProfile> & { readonly providerId?: string; readonly email?: string } = {},
): Promise<SignedUpVolunteer> {
  const { providerId = network.intake.id, email = `karin${++count}@netz.example`, ...profile } = changes;
  expectOk(
    await world.anyone().call("signUpVolunteer", {
      body: { networkSlug: network.slug, providerId, email, profile: { ...KARIN, ...profile }, privacyRead: true },
    }),
  );
  const [account] = await world.inTenant(network.id, (tx) =>
    tx.select().from(accounts).where(eq(accounts.email, email)),
  );
  const id = account?.volunteerId ?? null;
  if (account === undefined || id === null) throw new Error("Nobody signed up");
  return { id, accountId: account.id, email, client: await signInAs(world, account) };
}

/** Interviewed, both declarations signed, and trained: may be proposed. */
export async function makeEligible(world: TestWorld, network: OpenNetwork, volunteerId: string): Promise<void> {
  const certificateId = randomUUID();
  await world.inTenant(network.id, async (tx) => {
    await tx.insert(certificates).values({
      networkId: network.id,
      id: certificateId,
      volunteerId,
      curriculumId: randomUUID(),
      number: `T-${certificateId.slice(0, 8)}`,
      codeHash: certificateId.replaceAll("-", "").padEnd(64, "0"),
      codeSealed: world.deps.vault.seal("DEMO-CODE", {
        table: "certificates",
        column: "code_sealed",
        rowId: certificateId,
      }),
      content: { holderName: "Karin Özdemir", curriculumTitle: "Basiskurs", issuer: "Netzwerk", modules: [] },
      issuedAt: world.clock.now,
    });
    await tx
      .update(volunteers)
      .set({
        status: "in_training",
        interviewedOn: "2026-10-01",
        secrecyVersion: 1,
        agreementVersion: 1,
        certificateId,
      })
      .where(eq(volunteers.id, volunteerId));
  });
}

/** A coordinator of the network's first provider, signed in. */
export async function coordinatorOf(world: TestWorld, network: OpenNetwork, providerId = network.intake.id) {
  const account = await makeAccount(world, { network, provider: { id: providerId }, roles: ["coordinator"] });
  return { account, client: await signInAs(world, account) };
}

interface Pair {
  readonly volunteerId: string;
  readonly requestId: string;
}

/** A proposal that waits for the volunteer's answer, as its coordinator left it. */
export async function proposalFor(
  world: TestWorld,
  network: OpenNetwork,
  { volunteerId, requestId }: Pair,
  state: typeof proposals.$inferSelect.state = "awaiting_volunteer",
): Promise<string> {
  const id = randomUUID();
  await world.inTenant(network.id, async (tx) => {
    const [request] = await tx
      .update(mentorRequests)
      .set({ status: "in_proposal" })
      .where(eq(mentorRequests.id, requestId))
      .returning();
    if (request === undefined) throw new Error("No such request");
    await tx.insert(proposals).values({
      networkId: network.id,
      id,
      providerId: request.providerId,
      requestId,
      menteeId: request.menteeId,
      volunteerId,
      state,
      score: { total: 62, parts: [], weightsVersion: 1 },
      createdAt: world.clock.now,
      answerBy: new Date(world.clock.now.getTime() + 7 * 86_400_000),
      ...(state === "awaiting_volunteer" ? {} : { volunteerAnsweredAt: world.clock.now }),
    });
  });
  return id;
}

/** Both said yes and the coordinator confirmed. */
export async function tandemFor(world: TestWorld, network: OpenNetwork, pair: Pair): Promise<string> {
  const proposalId = await proposalFor(world, network, pair, "confirmed");
  const id = randomUUID();
  await world.inTenant(network.id, async (tx) => {
    const [request] = await tx
      .update(mentorRequests)
      .set({ status: "in_tandem" })
      .where(eq(mentorRequests.id, pair.requestId))
      .returning();
    if (request === undefined) throw new Error("No such request");
    await tx.insert(tandems).values({
      networkId: network.id,
      id,
      providerId: request.providerId,
      proposalId,
      requestId: pair.requestId,
      menteeId: request.menteeId,
      volunteerId: pair.volunteerId,
      status: "introduced",
      firstMeetingAt: new Date("2026-11-10T17:00:00Z"),
      firstMeetingSealed: sealFirstMeeting(world.deps.vault, id, { place: "Stadtbibliothek", accompaniedBy: "Jo" }),
      startedAt: world.clock.now,
    });
  });
  return id;
}
