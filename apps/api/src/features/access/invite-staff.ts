import { randomUUID } from "node:crypto";
import type { AccountRole } from "@augenhoehe/contract";
import { Refusal, type Locale } from "@augenhoehe/domain";
import type { Tx } from "../../db/client.ts";
import { findAccountByEmail, findProvider, insertAccount } from "../../db/repositories/accounts.ts";
import { replaceInvitation } from "../../db/repositories/invitations.ts";
import type { AppDeps } from "../../http/app-deps.ts";
import { InputError } from "../../http/input-error.ts";
import { needsSecondFactor, type AccountActor } from "../../http/policy.ts";
import { hashSecret, randomSecret } from "../../secrets.ts";

const INVITATION_DAYS = 7;
const DAY_MS = 24 * 60 * 60 * 1000;

export interface StaffInvitation {
  readonly email: string;
  readonly displayName: string;
  readonly roles: AccountRole[];
  readonly providerId: string | null;
  readonly locale: Locale;
}

/** Creates the account, or invites again whoever has not come yet. */
export async function inviteStaff(deps: AppDeps, actor: AccountActor, invited: StaffInvitation) {
  const { db, recordActivity } = deps;
  return db.withTenant(actor.networkId, async (tx) => {
    const providerId = await providerFor(tx, actor, invited);
    const known = await findAccountByEmail(tx, invited.email);
    const mayComeAgain = known?.passwordHash === null && known.volunteerId === null && known.providerId === providerId;
    if (known !== null && (!mayComeAgain || known.disabledAt !== null)) throw new Refusal("email_taken");
    const accountId = known?.id ?? randomUUID();
    const { email, displayName, locale } = invited;
    const roles = known?.roles ?? invited.roles;
    if (known === null) {
      await insertAccount(tx, {
        id: accountId,
        providerId,
        email,
        displayName,
        roles,
        locale,
        createdAt: deps.clock(),
      });
    }
    await sendInvitation(deps, tx, { accountId, providerId, email, displayName, roles, locale }, actor);
    await recordActivity(tx, {
      actor,
      action: "staff_invited",
      subjectKind: "account",
      subjectId: accountId,
      facts: { roles: roles.join(" ") },
      providerId,
    });
    return { accountId };
  });
}

/** A coordinator invites into their own provider; who stands above providers is an admin's to decide. */
async function providerFor(
  tx: Tx,
  actor: AccountActor,
  { roles, providerId }: StaffInvitation,
): Promise<string | null> {
  const chosen = providerId ?? actor.providerId;
  if (!actor.roles.includes("admin")) {
    if (roles.includes("admin") || chosen !== actor.providerId) throw new Refusal("not_permitted");
    return actor.providerId;
  }
  if (chosen === null && roles.some((role) => role !== "admin")) {
    throw new InputError([{ path: "providerId", code: "required" }]);
  }
  if (chosen !== null && (await findProvider(tx, chosen)) === null) throw new Refusal("not_found");
  return chosen;
}

interface InvitedAccount extends Omit<StaffInvitation, "providerId"> {
  readonly accountId: string;
  readonly providerId: string | null;
}

/** A trainer signs in by a code sent by mail, so there is nothing to set up. */
async function sendInvitation(
  { queueMail, config, clock }: AppDeps,
  tx: Tx,
  invited: InvitedAccount,
  by: AccountActor,
) {
  const { accountId: id, email: address, providerId, locale, displayName } = invited;
  const to = { kind: "account", id, address, providerId } as const;
  const people = { displayName, invitedBy: by.displayName };
  if (!needsSecondFactor(invited.roles)) {
    const params = { ...people, link: `${config.publicUrl}/anmelden` };
    return queueMail(tx, { to, locale, template: "trainer_invitation", params });
  }
  const token = randomSecret();
  const now = clock();
  const expiresAt = new Date(now.getTime() + INVITATION_DAYS * DAY_MS);
  await replaceInvitation(tx, { accountId: id, tokenHash: hashSecret(token), createdAt: now, expiresAt });
  const params = { ...people, link: `${config.publicUrl}/einladung/${token}`, days: INVITATION_DAYS };
  return queueMail(tx, { to, locale, template: "staff_invitation", params });
}
