import { eq } from "drizzle-orm";
import type { DraftAnswers, RequestAnswers } from "@augenhoehe/contract";
import { sessionEnvelope } from "@augenhoehe/api/http/sessions";
import { certificates } from "@augenhoehe/api/db/schema/certificates";
import { accounts } from "@augenhoehe/api/db/schema/platform";
import { checkInCode } from "@augenhoehe/api/training/check-in-code";
import { checkInMinute } from "@augenhoehe/domain";
import { makeMatchingScene, type MatchingScene, type SceneMentor, type Staff } from "../../support/matching-scene.ts";
import { makeAccount, signInAs } from "../../support/make-network.ts";
import { makeVolunteer, makeVolunteerAccount, type NewVolunteer } from "../../support/make-volunteer.ts";
import { RANIA, type Asker } from "../../support/newcomer.ts";
import { expectOk } from "../../support/replies.ts";
import type { TestClient } from "../../support/test-client.ts";
import type { TestWorld } from "../../support/test-app.ts";
import { fourSessions } from "../../support/training-scene.ts";
import { CALLERS, type Caller } from "./callers.ts";

/** Names nobody else has: found in an answer, they tell who is shown. */
export const MENTEE_NAME = "Kanarja";
export const VOLUNTEER_NAME = "Volkana";

export interface AccessScene extends MatchingScene {
  readonly clients: Readonly<Record<Caller, TestClient>>;
  readonly trainerId: string;
  /** A volunteer of the coordinator's provider, one of another provider, one of another network. */
  readonly volunteers: {
    readonly own: SceneMentor;
    readonly otherProvider: SceneMentor;
    readonly foreign: SceneMentor;
  };
  /** Somebody new who asked, or was asked for, with the name that must not be read by others. */
  asked(answers?: Partial<RequestAnswers>): Promise<Asker>;
  opened(): Promise<Asker>;
  someone(changes?: Partial<NewVolunteer>): Promise<SceneMentor>;
  /** Two people with a question between them. */
  pair(): Promise<{ readonly asker: Asker; readonly mentor: SceneMentor; readonly proposalId: string }>;
  course(firstDay?: string): Promise<string>;
  /** A course that is over, with one participant who was always there. */
  heldCourse(): Promise<{
    readonly id: string;
    readonly sessionIds: readonly string[];
    readonly participant: SceneMentor;
  }>;
  certificate(): Promise<{ readonly id: string; readonly code: string; readonly holder: SceneMentor }>;
  /** What the address on the wall of a session ends with right now. */
  wallCode(sessionId: string): string;
  stammtisch(by?: Staff): Promise<string>;
  draft(): Promise<TestClient>;
  /** The same of somebody else's: another provider of the network, another network. */
  requestElsewhere(): Promise<string>;
  foreignRequest(): Promise<string>;
  foreignCourse(): Promise<string>;
  foreignSession(): Promise<string>;
  /** Browsers that may be signed out without ending the scene. */
  freshClients(): Promise<Record<Caller, TestClient>>;
  pendingClient(): Promise<TestClient>;
}

export const MANY_PLACES = 5;

export async function makeAccessScene(world: TestWorld): Promise<AccessScene> {
  const base = await makeMatchingScene(world);
  const { network, foreignNetwork, coordinator } = base;
  const trainer = await base.staff("trainer");
  const eligible = { lastName: VOLUNTEER_NAME, capacity: MANY_PLACES };

  const signedIn = async (given: NewVolunteer): Promise<SceneMentor> => {
    const volunteer = await makeVolunteer(world, given);
    return { ...volunteer, client: await signInAs(world, await makeVolunteerAccount(world, volunteer)) };
  };
  const draft = async () => {
    const client = world.anyone();
    expectOk(await client.call("startDraft", { body: { networkSlug: network.slug, locale: "de" } }));
    expectOk(await client.call("saveDraft", { body: COMPLETE }));
    return client;
  };
  const [volunteer, former] = [await base.mentor(eligible), await base.mentor({ ...eligible, lastName: "Vergangen" })];
  const asker = await base.openRequest({ chosenName: MENTEE_NAME });
  const formerAsker = await base.openRequest({ chosenName: "Früher" });
  const menteeClient = asker.client;
  for (const [one, other] of [[formerAsker, volunteer] as const, [asker, former] as const]) {
    const id = await base.tandem(one, other);
    const body = { reason: "moved" as const, backInQueue: true };
    expectOk(await coordinator.client.call("endTandem", { params: { id }, body }));
  }

  const scene: AccessScene = {
    ...base,
    trainerId: trainer.account.id,
    volunteers: {
      own: volunteer,
      otherProvider: await base.mentor({ provider: network.otherProvider }),
      foreign: await signedIn({ network: foreignNetwork, provider: foreignNetwork.intake }),
    },
    clients: {
      anonymous: world.anyone(),
      pending: await pendingClient(world, coordinator.account),
      closed: await closedClient(world, network),
      draft: await draft(),
      mentee: menteeClient,
      formerMentee: formerAsker.client,
      volunteer: volunteer.client,
      formerVolunteer: former.client,
      trainer: trainer.client,
      otherTrainer: (await base.staff("trainer")).client,
      counsellor: (await base.staff("counsellor")).client,
      coordinator: coordinator.client,
      admin: await signInAs(world, await makeAccount(world, { network, provider: null, roles: ["admin"] })),
      otherProvider: base.otherProvider.client,
      otherNetwork: base.otherNetwork.client,
    },
    draft,
    asked: (answers) => base.ask({ chosenName: MENTEE_NAME, ...answers }),
    opened: () => base.openRequest({ chosenName: MENTEE_NAME }),
    someone: (changes) => base.mentor({ lastName: VOLUNTEER_NAME, ...changes }),
    async pair() {
      const [newAsker, mentor] = [await scene.opened(), await scene.someone()];
      return { asker: newAsker, mentor, proposalId: await base.propose(newAsker, mentor) };
    },
    async course(firstDay = "2026-11-10") {
      const sessions = fourSessions(firstDay);
      const body = { title: "Grundkurs", places: 12, trainerAccountIds: [trainer.account.id], sessions };
      return expectOk(await coordinator.client.call("createCourse", { body })).id;
    },
    async heldCourse() {
      const id = await scene.course("2026-10-06");
      const participant = await scene.someone({ certificateId: null });
      const now = world.clock.now;
      world.clock.now = new Date("2026-10-01T10:00:00Z");
      const early = await signInAs(world, await accountOf(world, participant));
      expectOk(await early.call("enrolMe", { body: { courseId: id } }));
      world.clock.now = now;
      const { course } = expectOk(await coordinator.client.call("readRoster", { params: { id } }));
      const sessionIds = course.sessions.map((session) => session.id);
      for (const sessionId of sessionIds) {
        const body = { marks: [{ volunteerId: participant.id, mark: "present" as const }] };
        expectOk(await coordinator.client.call("markAttendance", { params: { id: sessionId }, body }));
      }
      return { id, sessionIds, participant };
    },
    wallCode: (sessionId) => checkInCode(world.deps.vault, sessionId, checkInMinute(world.clock.now)),
    async certificate() {
      const { id: courseId, participant: holder } = await scene.heldCourse();
      const body = { volunteerIds: [holder.id] };
      expectOk(await coordinator.client.call("issueCertificates", { params: { id: courseId }, body }));
      const [row] = await world.inTenant(network.id, (tx) =>
        tx.select().from(certificates).where(eq(certificates.volunteerId, holder.id)),
      );
      if (row === undefined) throw new Error("No certificate was issued");
      const place = { table: "certificates", column: "code_sealed", rowId: row.id };
      return { id: row.id, code: world.deps.vault.open(row.codeSealed, place), holder };
    },
    async stammtisch(by = coordinator) {
      const body = { startsAt: "2026-12-01T18:00", minutes: 120, place: "Café", topics: "" };
      return expectOk(await by.client.call("createStammtisch", { body })).id;
    },
    requestElsewhere: () => requestBy(base.otherProvider),
    foreignRequest: () => requestBy(base.otherNetwork),
    async foreignCourse() {
      const body = { title: "Anderswo", places: 3, trainerAccountIds: [], sessions: fourSessions("2026-11-10") };
      return expectOk(await base.otherNetwork.client.call("createCourse", { body })).id;
    },
    async foreignSession() {
      const params = { id: await scene.foreignCourse() };
      return expectOk(await base.otherNetwork.client.call("readRoster", { params })).course.sessions[0]?.id ?? "";
    },
    pendingClient: () => pendingClient(world, coordinator.account),
    async freshClients() {
      const fresh = Object.fromEntries(CALLERS.map((caller) => [caller, world.anyone()]));
      const mentee = (await scene.asked()).client;
      return { ...scene.clients, ...fresh, coordinator: await signInAs(world, coordinator.account), mentee };
    },
  };
  return scene;
}

/** A request taken down at a desk, in words every network has. */
async function requestBy({ client }: Staff): Promise<string> {
  const answers = { ...RANIA, chosenName: "Woanders", district: null, topics: [], interests: [] };
  const consent = { textVersion: 1, locale: "de" as const, way: "in_person" as const };
  return expectOk(await client.call("createRequestOnBehalf", { body: { answers, consent } })).id;
}

const COMPLETE = {
  chosenName: MENTEE_NAME,
  locale: "de",
  languages: [{ code: "ar", level: "native" }],
  phone: null,
  email: null,
} satisfies DraftAnswers;

async function accountOf(world: TestWorld, volunteer: SceneMentor) {
  const [row] = await world.inTenant(volunteer.networkId, (tx) =>
    tx.select().from(accounts).where(eq(accounts.volunteerId, volunteer.id)),
  );
  if (row === undefined) throw new Error("The volunteer has no account");
  return row;
}

/** A coordinator's browser between password and second factor. */
async function pendingClient(world: TestWorld, account: { id: string; networkId: string }): Promise<TestClient> {
  const client = world.anyone();
  const session = await world.inTenant(account.networkId, (tx) =>
    world.deps.startSession(tx, { kind: "second_factor_pending", accountId: account.id }),
  );
  client.cookies.set("session", sessionEnvelope(world.app, session));
  return client;
}

/** Every role at once, signed in, and then disabled. */
async function closedClient(world: TestWorld, network: { id: string; intake: { id: string } }): Promise<TestClient> {
  const roles = ["trainer", "counsellor", "coordinator", "admin"] as const;
  const account = await makeAccount(world, { network, provider: network.intake, roles: [...roles] });
  const client = await signInAs(world, account);
  await world.inTenant(network.id, (tx) =>
    tx.update(accounts).set({ disabledAt: world.clock.now }).where(eq(accounts.id, account.id)),
  );
  return client;
}
