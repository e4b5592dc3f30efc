import { eq } from "drizzle-orm";
import { accounts } from "@augenhoehe/api/db/schema/platform";
import { makeAccount, quickPasswordHash } from "../../support/make-network.ts";
import { expectOk } from "../../support/replies.ts";
import { codeOnPhone, digitsIn } from "../../support/two-factors.ts";
import { KARIN } from "../../support/volunteer.ts";
import type { AccessScene } from "./access-scene.ts";
import { always, nobody, type AccessTable } from "./access-table.ts";

const PASSWORD = "sonne über dem alten Markt";
const SECRET = "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP";
const networkSlug = "moenchengladbach";

let invited = 0;

/** Somebody of the team who has been sent a link. */
async function invite(scene: AccessScene): Promise<string> {
  const email = `neu${++invited}@netz.example`;
  const body = { email, displayName: "Neu", roles: ["counsellor" as const], providerId: null, locale: "de" as const };
  expectOk(await scene.coordinator.client.call("inviteStaff", { body }));
  await scene.world.mailbox.deliver();
  const token = /\/einladung\/([\w-]+)/.exec(scene.world.mailbox.to(email)[0]?.text ?? "")?.[1];
  if (token === undefined) throw new Error("No invitation came");
  return token;
}

/** Doors that stand open to everybody, and what is behind the first step of each. */
export const publicRows = {
  readHealth: {
    statuses: [200, 200, 200, 200, 200, 200, 200, 200, 200, 200, 200, 200, 200, 200, 200],
    prepare: always({}),
  },
  listNetworks: {
    statuses: [200, 200, 200, 200, 200, 200, 200, 200, 200, 200, 200, 200, 200, 200, 200],
    prepare: always({}),
  },
  readNetwork: {
    statuses: [200, 200, 200, 200, 200, 200, 200, 200, 200, 200, 200, 200, 200, 200, 200],
    prepare: always({ params: { networkSlug } }),
  },
  readLegalPages: {
    statuses: [200, 200, 200, 200, 200, 200, 200, 200, 200, 200, 200, 200, 200, 200, 200],
    prepare: always({ params: { networkSlug } }),
  },
  checkCertificate: {
    statuses: [200, 200, 200, 200, 200, 200, 200, 200, 200, 200, 200, 200, 200, 200, 200],
    prepare: async (scene) => ({ input: { params: { code: (await scene.certificate()).code } } }),
  },
  // The inbox is there in a demo only, and this network is none.
  listInboxMails: {
    statuses: [404, 404, 404, 404, 404, 404, 404, 404, 404, 404, 404, 404, 404, 404, 404],
    prepare: always({ query: { networkSlug } }),
  },
  readInboxMail: {
    statuses: [404, 404, 404, 404, 404, 404, 404, 404, 404, 404, 404, 404, 404, 404, 404],
    prepare: () => ({ input: { params: { id: nobody() }, query: { networkSlug } } }),
  },
  signInWithPassword: {
    statuses: [200, 200, 200, 200, 200, 200, 200, 200, 200, 200, 200, 200, 200, 200, 200],
    prepare: async ({ world, network }) => {
      const passwordHash = await quickPasswordHash(PASSWORD);
      const provider = network.intake;
      const { email } = await makeAccount(world, { network, provider, roles: ["coordinator"], passwordHash });
      return { input: { body: { networkSlug, email, password: PASSWORD } } };
    },
  },
  enrolSecondFactor: {
    statuses: [401, 200, 401, 401, 401, 401, 401, 401, 401, 401, 401, 401, 401, 401, 401],
    prepare: always({}),
  },
  confirmSecondFactor: {
    statuses: [401, 200, 401, 401, 401, 401, 401, 401, 401, 401, 401, 401, 401, 401, 401],
    prepare: async (scene) => {
      const { world, network, coordinator } = scene;
      const place = { table: "accounts", column: "totp_secret_sealed", rowId: coordinator.account.id };
      const totpSecretSealed = world.deps.vault.seal(SECRET, place);
      await world.inTenant(network.id, (tx) =>
        tx.update(accounts).set({ totpSecretSealed }).where(eq(accounts.id, coordinator.account.id)),
      );
      const as = { pending: await scene.pendingClient() };
      return { input: { body: { code: codeOnPhone(SECRET, world.clock) } }, as };
    },
  },
  requestEmailCode: {
    statuses: [200, 200, 200, 200, 200, 200, 200, 200, 200, 200, 200, 200, 200, 200, 200],
    prepare: ({ volunteers }) => ({
      input: { body: { networkSlug, email: volunteers.own.email ?? "", locale: "de" as const } },
    }),
  },
  // The code is worth something in the browser that asked for it, and nowhere else.
  confirmEmailCode: {
    statuses: [200, 401, 401, 401, 401, 401, 401, 401, 401, 401, 401, 401, 401, 401, 401],
    prepare: async (scene) => {
      const { world } = scene;
      const anonymous = world.anyone();
      const email = (await scene.someone()).email ?? "";
      expectOk(await anonymous.call("requestEmailCode", { body: { networkSlug, email, locale: "de" } }));
      await world.mailbox.deliver();
      const code = digitsIn(world.mailbox.to(email).at(-1)?.text ?? "");
      return { input: { body: { networkSlug, code } }, as: { anonymous } };
    },
  },
  signOut: {
    statuses: [200, 200, 200, 200, 200, 200, 200, 200, 200, 200, 200, 200, 200, 200, 200],
    prepare: async (scene) => ({ input: {}, as: await scene.freshClients() }),
  },
  me: {
    statuses: [401, 401, 401, 401, 401, 401, 200, 200, 200, 200, 200, 200, 200, 200, 200],
    prepare: always({}),
  },
  inviteStaff: {
    statuses: [401, 401, 401, 401, 401, 401, 403, 403, 403, 403, 403, 200, 200, 403, 403],
    prepare: ({ network }) => ({
      input: {
        body: {
          email: `team${++invited}@netz.example`,
          displayName: "Team",
          roles: ["counsellor" as const],
          providerId: network.intake.id,
          locale: "de" as const,
        },
      },
    }),
  },
  readInvitation: {
    statuses: [200, 200, 200, 200, 200, 200, 200, 200, 200, 200, 200, 200, 200, 200, 200],
    prepare: async (scene) => ({ input: { body: { token: await invite(scene) } } }),
  },
  acceptInvitation: {
    statuses: [200, 200, 200, 200, 200, 200, 200, 200, 200, 200, 200, 200, 200, 200, 200],
    prepare: async (scene) => ({ input: { body: { token: await invite(scene), password: PASSWORD } } }),
  },
  setupStatus: {
    statuses: [200, 200, 200, 200, 200, 200, 200, 200, 200, 200, 200, 200, 200, 200, 200],
    prepare: always({}),
  },
  // The door of the first run is closed for good once a network exists.
  setUpNetwork: {
    statuses: [409, 409, 409, 409, 409, 409, 409, 409, 409, 409, 409, 409, 409, 409, 409],
    prepare: always({
      body: {
        token: "any",
        definition: "dorsten",
        networkName: "Noch eins",
        providers: ["stadt"],
        ownProvider: "stadt",
        coordinator: { displayName: "Eva", email: "eva@netz.example", password: PASSWORD },
      },
    }),
  },
  signUpVolunteer: {
    statuses: [200, 200, 200, 200, 200, 200, 200, 200, 200, 200, 200, 200, 200, 200, 200],
    prepare: ({ network, foreignNetwork }) => ({
      input: {
        body: {
          networkSlug,
          providerId: network.intake.id,
          email: `anmeldung${++invited}@netz.example`,
          profile: KARIN,
          privacyRead: true as const,
        },
      },
      swaps: { [network.intake.id]: [foreignNetwork.intake.id] },
    }),
  },
} satisfies Partial<AccessTable>;
