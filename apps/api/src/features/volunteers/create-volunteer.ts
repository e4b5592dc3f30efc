import { randomUUID } from "node:crypto";
import type { EndpointOutput, endpoints, ParsedInput } from "@augenhoehe/contract";
import { unknownKeys } from "../../db/repositories/vocabulary.ts";
import {
  findAccountByAddress,
  findVolunteerByAddress,
  insertAccount,
  insertVolunteer,
  lockAddress,
} from "../../db/repositories/volunteer-sign-up.ts";
import type { Tx } from "../../db/client.ts";
import type { AppDeps } from "../../http/app-deps.ts";
import { InputError } from "../../http/input-error.ts";
import type { StaffActor } from "../../http/policy.ts";
import { profileColumns } from "../../people/volunteer-profile.ts";

type Body = ParsedInput<typeof endpoints.createVolunteer>["body"];

/** Enters a volunteer at the desk; with an e-mail address comes an account for signing in by code. */
export function createVolunteer(
  deps: AppDeps,
  actor: StaffActor,
  { email, profile }: Body,
): Promise<EndpointOutput<typeof endpoints.createVolunteer>> {
  return deps.db.withTenant(actor.networkId, async (tx) => {
    const issues = await unknownKeys(tx, profile);
    if (issues.length > 0) throw new InputError(issues.map((issue) => ({ ...issue, path: `profile.${issue.path}` })));
    if (email !== null) await requireFreeAddress(tx, email);
    const id = randomUUID();
    const createdAt = deps.clock();
    await insertVolunteer(tx, {
      ...columnsOf(deps, profile, id),
      id,
      providerId: actor.providerId,
      status: "applied",
      email,
      createdAt,
    });
    if (email !== null) {
      const displayName = `${profile.firstName} ${profile.lastName}`;
      const { providerId } = actor;
      const account = { id: randomUUID(), providerId, email, displayName, volunteerId: id, createdAt };
      await insertAccount(tx, { ...account, roles: ["volunteer"], locale: profile.locale });
    }
    await deps.recordActivity(tx, { actor, action: "volunteer_entered", subjectKind: "volunteer", subjectId: id });
    return { id };
  });
}

async function requireFreeAddress(tx: Tx, email: string): Promise<void> {
  await lockAddress(tx, email);
  const taken = (await findAccountByAddress(tx, email)) ?? (await findVolunteerByAddress(tx, email));
  if (taken !== undefined) throw new InputError([{ path: "email", code: "email_taken" }]);
}

function columnsOf(deps: AppDeps, profile: Body["profile"], id: string) {
  try {
    return profileColumns(profile, id, deps.vault);
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    throw new InputError(error.issues.map((issue) => ({ ...issue, path: `profile.${issue.path}` })));
  }
}
