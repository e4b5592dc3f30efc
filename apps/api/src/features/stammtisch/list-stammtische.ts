import type { EndpointOutput, endpoints } from "@augenhoehe/contract";
import { readCurrentVersions } from "../../db/repositories/eligibility.ts";
import { listPossibleGuests, listStammtischAnswers, listStammtischeOf } from "../../db/repositories/stammtische.ts";
import { listRaisedTopics } from "../../db/repositories/top-ups.ts";
import type { AppDeps } from "../../http/app-deps.ts";
import type { StaffActor } from "../../http/policy.ts";
import { isInvited } from "../../people/stammtisch-guests.ts";

export function listStammtische(
  deps: AppDeps,
  actor: StaffActor,
): Promise<EndpointOutput<typeof endpoints.listStammtische>> {
  return deps.db.withTenant(actor.networkId, async (tx) => {
    const versions = await readCurrentVersions(tx);
    const rows = await listStammtischeOf(tx, actor.providerId);
    const guests = (await listPossibleGuests(tx, actor.providerId)).filter((guest) => isInvited(guest, versions));
    const ids = rows.map(({ id }) => id);
    const answers = await listStammtischAnswers(tx, ids);
    const raisedTopics = await listRaisedTopics(tx, ids);
    const items = rows.map((row) => {
      const given = answers.filter(({ stammtischId }) => stammtischId === row.id);
      const answered = new Set(given.map(({ volunteerId }) => volunteerId));
      return {
        id: row.id,
        startsAt: row.startsAt.toISOString(),
        endsAt: row.endsAt.toISOString(),
        place: row.place,
        topics: row.topics,
        cancelled: row.cancelledAt !== null,
        coming: given
          .filter(({ answer }) => answer === "yes")
          .map(({ volunteerId, firstName, lastName }) => ({ volunteerId, name: `${firstName} ${lastName}` })),
        notComing: given.filter(({ answer }) => answer === "no").length,
        unanswered: guests.filter(({ id }) => !answered.has(id)).length,
        raisedTopics: [...(raisedTopics.get(row.id) ?? [])],
      };
    });
    return { items };
  });
}
