import { randomUUID } from "node:crypto";
import type { EndpointOutput, endpoints, ParsedInput } from "@augenhoehe/contract";
import { Refusal } from "@augenhoehe/domain";
import type { Tx } from "../../db/client.ts";
import { findNetworkBySlug } from "../../db/repositories/networks.ts";
import { unknownKeys } from "../../db/repositories/vocabulary.ts";
import {
  findAccountByAddress,
  findProviderName,
  findVolunteerByAddress,
  insertAccount,
  insertVolunteer,
  lockAddress,
} from "../../db/repositories/volunteer-sign-up.ts";
import type { AppDeps } from "../../http/app-deps.ts";
import { InputError } from "../../http/input-error.ts";
import { tellCoordinators } from "../../people/tell-coordinators.ts";
import { profileColumns } from "../../people/volunteer-profile.ts";
import { greetKnownAddress } from "./greet-known-address.ts";

type Body = ParsedInput<typeof endpoints.signUpVolunteer>["body"];

/** A known address is answered like a new one; only the mail to it tells the difference. */
export async function signUpVolunteer(
  deps: AppDeps,
  body: Body,
): Promise<EndpointOutput<typeof endpoints.signUpVolunteer>> {
  const network = await deps.db.withoutTenant((tx) => findNetworkBySlug(tx, body.networkSlug));
  if (network === null) throw new Refusal("not_found");
  return deps.db.withTenant(network.id, async (tx) => {
    const id = randomUUID();
    const issues = await unknownKeys(tx, body.profile);
    if (issues.length > 0) throw new InputError(issues.map((issue) => ({ ...issue, path: `profile.${issue.path}` })));
    const columns = profileColumns(body.profile, id, deps.vault, "profile.");
    const providerName = await findProviderName(tx, body.providerId);
    if (providerName === undefined) throw new InputError([{ path: "providerId", code: "invalid_choice" }]);
    await lockAddress(tx, body.email);
    const account = await findAccountByAddress(tx, body.email);
    const volunteer = await findVolunteerByAddress(tx, body.email);
    if (account !== undefined || volunteer !== undefined) {
      await greetKnownAddress(deps, tx, { email: body.email, account, volunteer });
      return { done: true };
    }
    await insertVolunteer(tx, {
      ...columns,
      id,
      providerId: body.providerId,
      email: body.email,
      status: "applied",
      createdAt: deps.clock(),
    });
    await openAccount(deps, tx, id, body);
    await welcome(deps, tx, id, body, providerName);
    return { done: true };
  });
}

async function openAccount(deps: AppDeps, tx: Tx, volunteerId: string, { email, providerId, profile }: Body) {
  await insertAccount(tx, {
    id: randomUUID(),
    providerId,
    email,
    roles: ["volunteer"],
    displayName: `${profile.firstName} ${profile.lastName}`,
    volunteerId,
    locale: profile.locale,
    createdAt: deps.clock(),
  });
}

async function welcome(deps: AppDeps, tx: Tx, id: string, { email, providerId, profile }: Body, providerName: string) {
  await deps.queueMail(tx, {
    to: { kind: "volunteer", id, address: email, providerId },
    locale: profile.locale,
    template: "volunteer_welcome",
    params: { firstName: profile.firstName, providerName },
  });
  await tellCoordinators(deps, tx, providerId, "volunteer_signed_up", { volunteerId: id });
  await deps.recordActivity(tx, {
    actor: { kind: "anyone" },
    action: "volunteer_signed_up",
    subjectKind: "volunteer",
    subjectId: id,
    providerId,
  });
}
