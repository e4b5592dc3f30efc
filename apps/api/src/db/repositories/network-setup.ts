import type { Tx } from "../client.ts";
import { schema } from "../schema.ts";

type Insert<Table extends { $inferInsert: object }> = Omit<Table["$inferInsert"], "networkId">;

/** The rows a network begins with, before anybody has signed up. */
export interface NetworkSetup {
  readonly network: Omit<(typeof schema.networks)["$inferInsert"], "id">;
  readonly providers: readonly Insert<typeof schema.providers>[];
  readonly districts: readonly Insert<typeof schema.districts>[];
  readonly terms: readonly Insert<typeof schema.terms>[];
  readonly declarationTexts: readonly Insert<typeof schema.declarationTexts>[];
  readonly curriculum: Insert<typeof schema.curricula>;
  readonly curriculumModules: readonly Insert<typeof schema.curriculumModules>[];
}

/** The transaction's own network is the one that begins: `tx.networkId` becomes its id. */
export async function insertNetworkSetup(tx: Tx, setup: NetworkSetup): Promise<void> {
  const { networkId } = tx;
  const own = <Row extends object>(rows: readonly Row[]) => rows.map((row) => ({ ...row, networkId }));
  await tx.insert(schema.networks).values({ ...setup.network, id: networkId });
  await tx.insert(schema.providers).values(own(setup.providers));
  await tx.insert(schema.districts).values(own(setup.districts));
  await tx.insert(schema.terms).values(own(setup.terms));
  await tx.insert(schema.declarationTexts).values(own(setup.declarationTexts));
  await tx.insert(schema.curricula).values({ ...setup.curriculum, networkId });
  await tx.insert(schema.curriculumModules).values(own(setup.curriculumModules));
}
