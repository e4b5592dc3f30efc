import { randomUUID } from "node:crypto";
import type { EndpointOutput, endpoints, ParsedInput } from "@augenhoehe/contract";
import { readCurrentVersions } from "../../db/repositories/eligibility.ts";
import { insertStammtisch, listPossibleGuests } from "../../db/repositories/stammtische.ts";
import type { AppDeps } from "../../http/app-deps.ts";
import type { StaffActor } from "../../http/policy.ts";
import { isInvited } from "../../people/stammtisch-guests.ts";
import { planReminders } from "../../training/plan-reminders.ts";
import { stammtischColumns } from "./require-stammtisch.ts";
import { tellGuests } from "./tell-guests.ts";

type Body = ParsedInput<typeof endpoints.createStammtisch>["body"];

/** Puts a date on the calendar and invites everybody of the provider who is invited. */
export function createStammtisch(
  deps: AppDeps,
  actor: StaffActor,
  body: Body,
): Promise<EndpointOutput<typeof endpoints.createStammtisch>> {
  return deps.db.withTenant(actor.networkId, async (tx) => {
    const now = deps.clock();
    const stammtisch = {
      ...(await stammtischColumns(tx, body, now)),
      id: randomUUID(),
      providerId: actor.providerId,
      sequence: 0,
      cancelledAt: null,
      createdAt: now,
    };
    await insertStammtisch(tx, stammtisch);
    await planReminders(deps, tx, [{ subject: "stammtisch", id: stammtisch.id, startsAt: stammtisch.startsAt }]);
    const versions = await readCurrentVersions(tx);
    const guests = (await listPossibleGuests(tx, actor.providerId)).filter((guest) => isInvited(guest, versions));
    await tellGuests(deps, tx, "stammtisch_invitation", stammtisch, guests);
    await deps.recordActivity(tx, {
      actor,
      action: "stammtisch_created",
      subjectKind: "stammtisch",
      subjectId: stammtisch.id,
      facts: { invited: guests.length },
    });
    return { id: stammtisch.id };
  });
}
