import type { EndpointOutput, endpoints, ParsedInput } from "@augenhoehe/contract";
import { writeDate, writeForWhom, writeGender, writeYesNo } from "@augenhoehe/domain";
import { listProtectedMenteeIds } from "../../db/repositories/protected-mentees.ts";
import { listRequestsOfProvider } from "../../db/repositories/staff-requests.ts";
import { readTimeZone } from "../../db/repositories/time-zone.ts";
import type { AppDeps } from "../../http/app-deps.ts";
import type { StaffActor } from "../../http/policy.ts";
import { localDayOf } from "../../local-time.ts";
import { answersOf } from "../../people/request-answers.ts";
import { cellsInOrder, REQUEST_COLUMNS } from "./list-columns.ts";
import { listFile, MOST_ROWS } from "./list-file.ts";
import { personCells, termWriters } from "./write-person.ts";

type Endpoint = typeof endpoints.exportRequests;

/** Nobody under protection is in a file, not even for the coordinator in charge: files travel. */
export function exportRequests(
  deps: AppDeps,
  actor: StaffActor,
  { format, ...filter }: ParsedInput<Endpoint>["query"],
): Promise<EndpointOutput<Endpoint>> {
  return deps.db.withTenant(actor.networkId, async (tx) => {
    const { providerId } = actor;
    const scope = { providerId, hiddenMenteeIds: await listProtectedMenteeIds(tx, deps.vault, providerId) };
    const slice = { order: "newest" as const, offset: 0, limit: MOST_ROWS + 1 };
    const { rows: found } = await listRequestsOfProvider(tx, scope, filter, slice);
    const write = await termWriters(tx);
    const timeZone = await readTimeZone(tx);
    const rows = found
      .filter(({ request }) => request.closedReason !== "withdrawn")
      .map(({ request, mentee, districtName }) => {
        const answers = answersOf(mentee, request, deps.vault);
        return cellsInOrder(REQUEST_COLUMNS, {
          ...personCells({ ...answers, districtName }, write),
          chosenName: answers.chosenName,
          otherContact: answers.otherContact ?? "",
          mentorGender: writeGender(answers.wishes.mentorGender),
          eveningOnly: writeYesNo(answers.wishes.eveningOnly),
          forWhom: writeForWhom([answers.forWhom]),
          interpreterNeeded: writeYesNo(answers.interpreterNeeded),
          contactPerson: answers.contactPerson ?? "",
          submittedOn: writeDate(localDayOf(request.submittedAt, timeZone)),
        });
      });
    return listFile(deps, tx, actor, { kind: "requests", format, columns: Object.values(REQUEST_COLUMNS), rows });
  });
}
