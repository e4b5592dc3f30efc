import { randomUUID } from "node:crypto";
import type { AccountRole, RequestAnswers } from "@augenhoehe/contract";
import { makeAccount, signInAs, type TestAccount } from "./make-network.ts";
import { makeVolunteer, makeVolunteerAccount, type NewVolunteer, type TestVolunteer } from "./make-volunteer.ts";
import { ask, openForeignNetwork, openNetwork, type Asker, type OpenNetwork } from "./newcomer.ts";
import { expectOk } from "./replies.ts";
import type { TestWorld } from "./test-app.ts";
import type { TestClient } from "./test-client.ts";

export interface SceneMentor extends TestVolunteer {
  readonly client: TestClient;
}

export interface Staff {
  readonly account: TestAccount;
  readonly client: TestClient;
}

/** Mönchengladbach with its providers, Dorsten next door, and staff of each. */
export interface MatchingScene {
  readonly world: TestWorld;
  readonly network: OpenNetwork;
  readonly foreignNetwork: OpenNetwork;
  /** Two coordinators of the provider that receives requests, one of another provider, one of another network. */
  readonly coordinator: Staff;
  readonly colleague: Staff;
  readonly otherProvider: Staff;
  readonly otherNetwork: Staff;
  staff(role: AccountRole): Promise<Staff>;
  /** A mentor who may be proposed: Arabic and German, Eicken, Tuesday evening, letters and German practice. */
  mentor(changes?: Partial<NewVolunteer>): Promise<SceneMentor>;
  /** Somebody who asks on their own phone. */
  ask(answers?: Partial<RequestAnswers>): Promise<Asker>;
  /** The same, clarified and open to suggestions. */
  openRequest(answers?: Partial<RequestAnswers>, clarified?: Partial<typeof CLARIFIED>): Promise<Asker>;
  propose(asker: Asker, mentor: SceneMentor): Promise<string>;
  /** A proposal to which both have said yes. */
  bothSaidYes(asker: Asker, mentor: SceneMentor): Promise<string>;
  tandem(asker: Asker, mentor: SceneMentor): Promise<string>;
}

export const CLARIFIED = {
  kind: "tandem" as const,
  interpreterAgreed: false,
  involvesMinors: false,
  inReceptionCentre: false,
  protected: false,
  priority: false,
};

export const FIRST_MEETING = {
  startsAt: "2026-11-20T16:00",
  place: "Stadtbibliothek, Café im Erdgeschoss",
  publicPlace: true as const,
  accompaniedBy: "Frau Lindner",
};

const TUESDAY_EVENING = 1 << 5;

export async function makeMatchingScene(world: TestWorld): Promise<MatchingScene> {
  const network = await openNetwork(world);
  const foreignNetwork = await openForeignNetwork(world);
  const staffOf = async (home: OpenNetwork, provider: { id: string }, role: AccountRole): Promise<Staff> => {
    const account = await makeAccount(world, { network: home, provider, roles: [role] });
    return { account, client: await signInAs(world, account) };
  };
  const coordinator = await staffOf(network, network.intake, "coordinator");

  const scene: MatchingScene = {
    world,
    network,
    foreignNetwork,
    coordinator,
    colleague: await staffOf(network, network.intake, "coordinator"),
    otherProvider: await staffOf(network, network.otherProvider, "coordinator"),
    otherNetwork: await staffOf(foreignNetwork, foreignNetwork.intake, "coordinator"),
    staff: (role) => staffOf(network, network.intake, role),
    async mentor(changes = {}) {
      const volunteer = await makeVolunteer(world, {
        network,
        provider: network.intake,
        status: "in_training",
        languages: [
          { code: "de", level: "native" },
          { code: "ar", level: "fluent" },
        ],
        district: "eicken",
        slots: TUESDAY_EVENING,
        topics: ["letters", "german_practice"],
        interests: ["cooking"],
        gender: "female",
        secrecyVersion: 1,
        agreementVersion: 1,
        certificateId: randomUUID(),
        eligibleSince: world.clock.now,
        ...changes,
      });
      return { ...volunteer, client: await signInAs(world, await makeVolunteerAccount(world, volunteer)) };
    },
    ask: (answers) => ask(world, network, answers),
    async openRequest(answers, clarified) {
      const asker = await ask(world, network, answers);
      const params = { id: asker.requestId };
      expectOk(await coordinator.client.call("clarifyRequest", { params, body: { ...CLARIFIED, ...clarified } }));
      expectOk(await coordinator.client.call("openRequest", { params }));
      return asker;
    },
    async propose({ requestId }, { id }) {
      const made = await coordinator.client.call("propose", { params: { id: requestId }, body: { volunteerId: id } });
      return expectOk(made).id;
    },
    async bothSaidYes(asker, mentor) {
      const id = await scene.propose(asker, mentor);
      const yes = { params: { id }, body: { answer: "yes" as const } };
      expectOk(await mentor.client.call("answerProposalAsVolunteer", yes));
      expectOk(await asker.client.call("answerMyProposal", yes));
      return id;
    },
    async tandem(asker, mentor) {
      const id = await scene.bothSaidYes(asker, mentor);
      const confirmed = await coordinator.client.call("confirmProposal", { params: { id }, body: FIRST_MEETING });
      return expectOk(confirmed).id;
    },
  };
  return scene;
}
