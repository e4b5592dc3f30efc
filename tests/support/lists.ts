import { readFileSync } from "node:fs";
import type { EndpointOutput, ImportKind, ImportRow, endpoints } from "@augenhoehe/contract";
import { moenchengladbach } from "@augenhoehe/api/networks/moenchengladbach";
import { makeAccount, signInAs } from "./make-network.ts";
import { openNetwork, type OpenNetwork } from "./newcomer.ts";
import { expectOk } from "./replies.ts";
import type { TestWorld } from "./test-app.ts";
import type { TestClient } from "./test-client.ts";

export type Preview = EndpointOutput<typeof endpoints.previewImport>;

let count = 0;

/** A network of its own, so that addresses of the same list are free again. */
export const openOwnNetwork = (world: TestWorld): Promise<OpenNetwork> =>
  openNetwork(world, { ...moenchengladbach, slug: `stadt-${++count}` });

export async function coordinatorOf(
  world: TestWorld,
  network: OpenNetwork,
  provider: { readonly id: string } = network.intake,
): Promise<TestClient> {
  return signInAs(world, await makeAccount(world, { network, provider, roles: ["coordinator"] }));
}

export const fixture = (name: string): Buffer => readFileSync(new URL(`../fixtures/${name}`, import.meta.url));

/** What the browser sends of a chosen file. */
export const sent = (kind: ImportKind, content: Buffer | string, fileName = "liste.csv") => ({
  body: { kind, fileName, contentBase64: Buffer.from(content).toString("base64") },
});

export const previewOf = async (
  client: TestClient,
  kind: ImportKind,
  content: Buffer | string,
  fileName?: string,
): Promise<Preview> => expectOk(await client.call("previewImport", sent(kind, content, fileName)));

/** Reads a list and takes all good rows over. */
export async function takeOver(client: TestClient, kind: ImportKind, content: Buffer | string) {
  const { id } = await previewOf(client, kind, content);
  const applied = expectOk(
    await client.call("applyImport", { params: { id }, body: { rows: "all", consentGiven: true } }),
  );
  return { id, ...applied };
}

export function rowAt(preview: Preview, line: number): ImportRow {
  const row = preview.rows.find((candidate) => candidate.line === line);
  if (row === undefined) throw new Error(`The preview has no line ${line}`);
  return row;
}

/** "Sprachen: language_assumed (Kürdisch)", for reading a failed assertion. */
export const remarksAt = (preview: Preview, line: number): string[] =>
  rowAt(preview, line).remarks.map(({ column, code, facts }) => {
    const header = column === null ? "row" : (preview.columns[column]?.header ?? "?");
    const told = Object.values(facts).map(String).join(" ");
    return `${header}: ${code}${told === "" ? "" : ` (${told})`}`;
  });
