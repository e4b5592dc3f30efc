import { Refusal, decideVolunteer } from "@augenhoehe/domain";
import type { Tx } from "../db/client.ts";
import { countOpenTandems, lockOwnVolunteer } from "../db/repositories/own-volunteer.ts";
import { revokeAllPersonalLinks } from "../db/repositories/personal-links.ts";
import { revokeSessions } from "../db/repositories/sessions.ts";
import { endVolunteerAccount, eraseDeparted, findAccountOfVolunteer } from "../db/repositories/volunteer-departure.ts";
import type { AppDeps } from "../http/app-deps.ts";
import type { StaffActor } from "../http/policy.ts";
import { endOpenProposals } from "../matching/end-proposal.ts";
import { giveBackPlaces } from "./give-back-places.ts";
import { tellCoordinators } from "./tell-coordinators.ts";

/**
 * Everything that leaving means, whoever records it: questions end silently and the requests are open again, course
 * places move on, what need not be kept is deleted, nobody signs in any more. A running tandem stays with the
 * coordinator, who is told: it deserves a farewell. Requests and courses are locked before the volunteer's row, as
 * everywhere, so callers must not hold it.
 */
export async function departVolunteer(
  deps: AppDeps,
  tx: Tx,
  { volunteerId, actor }: { readonly volunteerId: string; readonly actor: StaffActor },
): Promise<void> {
  const now = deps.clock();
  await endOpenProposals(deps, tx, { volunteerId }, actor);
  await giveBackPlaces(deps, tx, actor, volunteerId);
  const volunteer = await lockOwnVolunteer(tx, volunteerId);
  if (volunteer === undefined) throw new Refusal("not_found");
  decideVolunteer(volunteer.status, "leave", volunteer.interviewedOn !== null);
  await eraseDeparted(tx, volunteerId, now);
  await revokeAllPersonalLinks(tx, volunteerId, now);
  const account = await findAccountOfVolunteer(tx, volunteerId);
  if (account !== undefined) {
    await endVolunteerAccount(tx, account, now);
    await revokeSessions(tx, { accountId: account.id }, now);
  }
  const { providerId, email, locale, firstName } = volunteer;
  const openTandems = await countOpenTandems(tx, volunteerId);
  await tellCoordinators(deps, tx, providerId, "volunteer_left", { volunteerId, openTandems });
  if (email !== null) {
    const to = { kind: "volunteer" as const, id: volunteerId, address: email, providerId };
    await deps.queueMail(tx, { to, locale, template: "volunteer_farewell", params: { firstName } });
  }
  await deps.recordActivity(tx, {
    actor,
    action: "volunteer_left",
    subjectKind: "volunteer",
    subjectId: volunteerId,
    facts: { openTandems },
    providerId,
  });
}
