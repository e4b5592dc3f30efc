import { randomUUID } from "node:crypto";
import { DEFAULT_CURRICULUM } from "@augenhoehe/domain";
import { DEFAULT_WEIGHTS } from "@augenhoehe/domain/matching";
import type { Tx } from "../db/client.ts";
import { insertNetworkSetup } from "../db/repositories/network-setup.ts";
import { defaultDeclarationTexts } from "./declaration-texts.ts";
import type { NetworkDefinition } from "./network-definition.ts";

export interface CreatedNetwork {
  readonly networkId: string;
  readonly providerIdByKey: ReadonlyMap<string, string>;
  readonly curriculumId: string;
}

/**
 * Turns a definition into a network, in a transaction opened for the id it will have. Its first provider receives
 * requests that come in without one; everything can be changed in the settings.
 */
export async function createNetwork(
  tx: Tx,
  definition: NetworkDefinition,
  { now, demo, name }: { readonly now: Date; readonly demo: boolean; readonly name?: string },
): Promise<CreatedNetwork> {
  const providers = definition.providers.map((provider) => ({ ...provider, id: randomUUID() }));
  const curriculumId = randomUUID();
  const { version: weightsVersion, ...weights } = DEFAULT_WEIGHTS;
  await insertNetworkSetup(tx, {
    network: {
      slug: definition.slug,
      name: name ?? definition.name,
      city: definition.city,
      imprint: definition.imprint,
      privacy: definition.privacy,
      regime: definition.regime,
      intakeProviderId: providers[0]?.id ?? null,
      weights,
      weightsVersion,
      timeZone: definition.timeZone,
      holidayRegion: definition.holidayRegion,
      demo,
      createdAt: now,
    },
    providers: providers.map(({ key: _key, ...provider }) => provider),
    districts: definition.districts.map((district, position) => ({
      ...district,
      postalCodes: [...district.postalCodes],
      neighbours: [...district.neighbours],
      position,
    })),
    terms: [
      ...definition.topics.map((topic, position) => ({ kind: "topic" as const, ...topic, position })),
      ...definition.interests.map((interest, position) => ({ kind: "interest" as const, ...interest, position })),
    ],
    declarationTexts: defaultDeclarationTexts.map((text) => ({ ...text, publishedAt: now })),
    curriculum: {
      id: curriculumId,
      title: DEFAULT_CURRICULUM.title,
      minHoursPercent: DEFAULT_CURRICULUM.minHoursPercent,
      isStandard: true,
      createdAt: now,
    },
    curriculumModules: DEFAULT_CURRICULUM.modules.map((module, position) => ({ ...module, curriculumId, position })),
  });
  return { networkId: tx.networkId, curriculumId, providerIdByKey: new Map(providers.map(({ key, id }) => [key, id])) };
}
