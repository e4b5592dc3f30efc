import { randomUUID } from "node:crypto";
import { hash } from "@node-rs/argon2";
import type { AccountRole } from "@augenhoehe/contract";
import { accounts, networks, providers } from "@augenhoehe/api/db/schema/platform";
import { sessionEnvelope } from "@augenhoehe/api/http/sessions";
import type { StartedSession } from "@augenhoehe/api/http/start-session";
import { needsSecondFactor } from "@augenhoehe/api/http/policy";
import type { TestClient } from "./test-client.ts";
import type { TestWorld } from "./test-app.ts";

export type TestNetwork = typeof networks.$inferSelect;
export type TestProvider = typeof providers.$inferSelect;
export type TestAccount = typeof accounts.$inferSelect;

let count = 0;
const next = () => ++count;

function only<T>(rows: readonly T[]): T {
  const [row] = rows;
  if (row === undefined) throw new Error("Nothing was inserted");
  return row;
}

/** A network with legal pages, no districts, no people. */
export async function makeNetwork(
  world: TestWorld,
  changes: Partial<typeof networks.$inferInsert> = {},
): Promise<TestNetwork> {
  const id = changes.id ?? randomUUID();
  const name = `Netzwerk ${next()}`;
  return world.inTenant(id, async (tx) =>
    only(
      await tx
        .insert(networks)
        .values({
          id,
          slug: `netzwerk-${next()}`,
          name,
          city: "Musterstadt",
          imprint: {
            responsible: name,
            address: "Markt 1",
            email: "info@netz.example",
            phone: "02161 1",
            representedBy: "A",
          },
          privacy: { officer: "B", officerEmail: "ds@netz.example", authority: "LDI NRW", retentionMonths: 24 },
          regime: "dsgvo",
          weights: { language: 40, district: 20, availability: 20, interests: 20 },
          createdAt: world.clock.now,
          ...changes,
        })
        .returning(),
    ),
  );
}

export async function makeProvider(
  world: TestWorld,
  network: { readonly id: string },
  changes: Partial<typeof providers.$inferInsert> = {},
): Promise<TestProvider> {
  const name = `Träger ${next()}`;
  const contact = { phone: null, email: null };
  return world.inTenant(network.id, async (tx) =>
    only(
      await tx
        .insert(providers)
        .values({ networkId: network.id, name, shortName: name, regime: "dsgvo", contact, ...changes })
        .returning(),
    ),
  );
}

export interface NewAccount extends Partial<Omit<typeof accounts.$inferInsert, "networkId" | "providerId">> {
  readonly network: { readonly id: string };
  readonly provider: { readonly id: string } | null;
  readonly roles: AccountRole[];
}

export async function makeAccount(world: TestWorld, given: NewAccount): Promise<TestAccount> {
  const { network, provider, ...changes } = given;
  const number = next();
  return world.inTenant(network.id, async (tx) =>
    only(
      await tx
        .insert(accounts)
        .values({
          networkId: network.id,
          providerId: provider?.id ?? null,
          email: `person${number}@netz.example`,
          displayName: `Person ${number}`,
          createdAt: world.clock.now,
          ...changes,
        })
        .returning(),
    ),
  );
}

/** Few rounds: tests of the sign-in need the format, not the cost. */
export const quickPasswordHash = (password: string) => hash(password, { memoryCost: 8, timeCost: 1, parallelism: 1 });

/** Signed in without going through the doors, for tests of what lies behind them. */
export async function signInAs(world: TestWorld, account: TestAccount): Promise<TestClient> {
  const kind = needsSecondFactor(account.roles) ? "staff" : "account";
  const session = await world.inTenant(account.networkId, (tx) =>
    world.deps.startSession(tx, { kind, accountId: account.id }),
  );
  return clientWith(world, session);
}

/** A newcomer's browser: with an unfinished request, or a receipt. */
export async function signInNewcomer(
  world: TestWorld,
  network: { readonly id: string },
  subject: { readonly draftId: string } | { readonly menteeId: string },
): Promise<TestClient> {
  const session = await world.inTenant(network.id, (tx) =>
    world.deps.startSession(tx, "draftId" in subject ? { kind: "draft", ...subject } : { kind: "mentee", ...subject }),
  );
  return clientWith(world, session);
}

function clientWith(world: TestWorld, session: StartedSession): TestClient {
  const client = world.anyone();
  client.cookies.set(session.cookie, sessionEnvelope(world.app, session));
  return client;
}
