import { randomUUID } from "node:crypto";
import { Refusal } from "@augenhoehe/domain";
import type { Tx } from "../../db/client.ts";
import { insertAccount } from "../../db/repositories/accounts.ts";
import { countNetworks } from "../../db/repositories/networks.ts";
import { deleteSetupTokens, lockSetupTokens } from "../../db/repositories/setup-tokens.ts";
import type { AppDeps } from "../../http/app-deps.ts";
import { InputError } from "../../http/input-error.ts";
import type { StartedSession } from "../../http/start-session.ts";
import { createNetwork } from "../../networks/create-network.ts";
import type { NetworkDefinition } from "../../networks/network-definition.ts";
import { NETWORK_DEFINITIONS } from "../../networks/network-definitions.ts";
import { hashPassword } from "../../passwords.ts";
import { hashSecret } from "../../secrets.ts";

export interface NetworkSetupInput {
  readonly token: string;
  readonly definition: string;
  readonly networkName: string;
  readonly providers: readonly string[];
  readonly ownProvider: string;
  readonly coordinator: { readonly displayName: string; readonly email: string; readonly password: string };
}

/** First run: the network, its providers and its first coordinator, who is also its admin; then the door is closed. */
export async function setUpNetwork(deps: AppDeps, input: NetworkSetupInput): Promise<StartedSession> {
  const { db, clock, startSession, recordActivity } = deps;
  const definition = chosenDefinition(input);
  const passwordHash = await hashPassword(input.coordinator.password);
  const now = clock();
  return db.withTenant(randomUUID(), async (tx) => {
    await openWithToken(tx, input.token);
    const options = { now, demo: false, name: input.networkName };
    const { providerIdByKey } = await createNetwork(tx, definition, options);
    const accountId = randomUUID();
    const { displayName, email } = input.coordinator;
    await insertAccount(tx, {
      id: accountId,
      providerId: providerIdByKey.get(input.ownProvider) ?? null,
      email,
      displayName,
      roles: ["coordinator", "admin"],
      passwordHash,
      createdAt: now,
    });
    const subject = { subjectKind: "network", subjectId: tx.networkId };
    await recordActivity(tx, { actor: { kind: "system" }, action: "network_set_up", ...subject });
    return startSession(tx, { kind: "second_factor_pending", accountId });
  });
}

async function openWithToken(tx: Tx, token: string): Promise<void> {
  const tokenHashes = await lockSetupTokens(tx);
  if ((await countNetworks(tx)) > 0) throw new Refusal("already_set_up");
  if (tokenHashes.length === 0) throw new Refusal("setup_closed");
  if (!tokenHashes.includes(hashSecret(token))) throw new Refusal("token_wrong");
  await deleteSetupTokens(tx);
}

/** The definition with the providers that take part, the coordinator's own first: it receives what names none. */
function chosenDefinition({ definition: slug, providers: keys, ownProvider }: NetworkSetupInput): NetworkDefinition {
  const definition = NETWORK_DEFINITIONS.find((known) => known.slug === slug);
  if (definition === undefined) throw new InputError([{ path: "definition", code: "invalid_choice" }]);
  const known = new Set(definition.providers.map(({ key }) => key));
  if (!keys.every((key) => known.has(key))) throw new InputError([{ path: "providers", code: "invalid_choice" }]);
  if (!keys.includes(ownProvider)) throw new InputError([{ path: "ownProvider", code: "invalid_choice" }]);
  const chosen = definition.providers.filter(({ key }) => keys.includes(key));
  const providers = chosen.toSorted((a, b) => Number(b.key === ownProvider) - Number(a.key === ownProvider));
  return { ...definition, providers };
}
