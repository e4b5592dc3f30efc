import { PAGE_SIZE, type EndpointOutput, type endpoints, type ParsedInput } from "@augenhoehe/contract";
import { eligibilityGaps } from "@augenhoehe/domain";
import { eligibilityFactsOf, readCurrentVersions } from "../../db/repositories/eligibility.ts";
import { countVolunteers, listVolunteers as listRows } from "../../db/repositories/volunteers-for-staff.ts";
import type { AppDeps } from "../../http/app-deps.ts";
import type { StaffActor } from "../../http/policy.ts";

type Query = ParsedInput<typeof endpoints.listVolunteers>["query"];

export function listVolunteers(
  deps: AppDeps,
  actor: StaffActor,
  { page, sort, ...filter }: Query,
): Promise<EndpointOutput<typeof endpoints.listVolunteers>> {
  return deps.db.withTenant(actor.networkId, async (tx) => {
    const versions = await readCurrentVersions(tx);
    const total = await countVolunteers(tx, actor.providerId, filter, versions);
    const rows = await listRows(tx, actor.providerId, filter, versions, {
      sort,
      limit: PAGE_SIZE,
      offset: (page - 1) * PAGE_SIZE,
    });
    const items = rows.map((row) => {
      const gaps = eligibilityGaps(eligibilityFactsOf(row, versions));
      return {
        id: row.id,
        name: `${row.firstName} ${row.lastName}`,
        status: row.status,
        eligible: gaps.length === 0 && row.status !== "paused",
        gaps,
        languages: row.languages,
        districtName: row.districtName,
        openTandems: row.openTandems,
        openProposals: row.openProposals,
        capacity: row.capacity,
        appliedAt: row.createdAt.toISOString(),
      };
    });
    return { items, total, page, pageSize: PAGE_SIZE };
  });
}
