import { randomUUID } from "node:crypto";
import type { RequestAnswers } from "@augenhoehe/contract";
import { createNetwork } from "@augenhoehe/api/networks/create-network";
import { dorsten } from "@augenhoehe/api/networks/dorsten";
import { moenchengladbach } from "@augenhoehe/api/networks/moenchengladbach";
import type { NetworkDefinition } from "@augenhoehe/api/networks/network-definition";
import type { TestWorld } from "./test-app.ts";
import type { TestClient } from "./test-client.ts";
import { expectOk } from "./replies.ts";

export interface OpenNetwork {
  readonly id: string;
  readonly slug: string;
  /** Receives requests that come in without a provider. */
  readonly intake: { readonly id: string };
  readonly otherProvider: { readonly id: string };
}

/** A network as it is set up at first run: districts, topics, texts, three providers. */
export async function openNetwork(
  world: TestWorld,
  definition: NetworkDefinition = moenchengladbach,
): Promise<OpenNetwork> {
  const created = await world.inTenant(randomUUID(), (tx) =>
    createNetwork(tx, definition, { now: world.clock.now, demo: false }),
  );
  const [intakeId = "", otherId = intakeId] = created.providerIdByKey.values();
  return { id: created.networkId, slug: definition.slug, intake: { id: intakeId }, otherProvider: { id: otherId } };
}

export const openForeignNetwork = (world: TestWorld): Promise<OpenNetwork> => openNetwork(world, dorsten);

/** What Rania tells: Arabic, some German, Eicken, three topics, a phone she releases. */
export const RANIA: RequestAnswers = {
  kind: "tandem",
  chosenName: "Rania",
  locale: "ar",
  languages: [
    { code: "ar", level: "native" },
    { code: "de", level: "basic" },
  ],
  district: "eicken",
  reachKm: 5,
  slots: ["tue_evening", "sat_morning"],
  topics: ["letters", "german_practice"],
  interests: ["cooking"],
  gender: "female",
  ageBand: "27_39",
  forWhom: "self",
  wishes: { mentorGender: null, mentorAgeBands: [], eveningOnly: false },
  interpreterNeeded: false,
  phone: "0151 23456789",
  email: "rania@example.org",
  otherContact: null,
  releasePhone: true,
  releaseEmail: false,
  contactPerson: null,
};

export const CONSENT = { textVersion: 1, locale: "ar", way: "online" } as const;

export interface Asker {
  readonly client: TestClient;
  readonly receipt: string;
  readonly requestId: string;
}

/** Somebody who has asked on their own phone, through every step of the api. */
export async function ask(
  world: TestWorld,
  network: OpenNetwork,
  answers: Partial<RequestAnswers> = {},
): Promise<Asker> {
  const client = world.anyone();
  expectOk(await client.call("startDraft", { body: { networkSlug: network.slug, locale: "ar" } }));
  expectOk(await client.call("saveDraft", { body: { ...RANIA, ...answers } }));
  const { receipt } = expectOk(await client.call("submitDraft", { body: { consent: CONSENT } }));
  const { id: requestId } = expectOk(await client.call("readMyRequest"));
  return { client, receipt, requestId };
}
