import type { EndpointOutput, endpoints, ParsedInput } from "@augenhoehe/contract";
import { writeDate, writeForWhom, writeGender } from "@augenhoehe/domain";
import { readCurrentVersions } from "../../db/repositories/eligibility.ts";
import { readTimeZone } from "../../db/repositories/time-zone.ts";
import { listWholeVolunteers } from "../../db/repositories/volunteers-for-staff.ts";
import type { AppDeps } from "../../http/app-deps.ts";
import type { StaffActor } from "../../http/policy.ts";
import { localDayOf } from "../../local-time.ts";
import { profileOf } from "../../people/volunteer-profile.ts";
import { cellsInOrder, VOLUNTEER_COLUMNS } from "./list-columns.ts";
import { listFile, MOST_ROWS } from "./list-file.ts";
import { personCells, termWriters } from "./write-person.ts";

type Endpoint = typeof endpoints.exportVolunteers;

export function exportVolunteers(
  deps: AppDeps,
  actor: StaffActor,
  { format, ...filter }: ParsedInput<Endpoint>["query"],
): Promise<EndpointOutput<Endpoint>> {
  return deps.db.withTenant(actor.networkId, async (tx) => {
    const versions = await readCurrentVersions(tx);
    const people = await listWholeVolunteers(tx, actor.providerId, filter, versions, MOST_ROWS + 1);
    const write = await termWriters(tx);
    const timeZone = await readTimeZone(tx);
    const rows = people.map(({ volunteer, districtName }) => {
      const profile = profileOf(volunteer, deps.vault);
      return cellsInOrder(VOLUNTEER_COLUMNS, {
        ...personCells({ ...profile, email: volunteer.email, districtName }, write),
        firstName: profile.firstName,
        lastName: profile.lastName,
        capacity: String(profile.capacity),
        menteeGender: writeGender(profile.wishes.menteeGender),
        forWhom: writeForWhom(profile.wishes.forWhom),
        appliedOn: writeDate(localDayOf(volunteer.createdAt, timeZone)),
      });
    });
    return listFile(deps, tx, actor, { kind: "volunteers", format, columns: Object.values(VOLUNTEER_COLUMNS), rows });
  });
}
