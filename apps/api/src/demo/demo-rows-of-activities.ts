import type { DemoRows } from "../db/repositories/demo-rows.ts";
import type { DemoPlace } from "./demo-rows-of-people.ts";
import type { Demo } from "./generate-demo.ts";
import { seededRandom } from "./seeded-random.ts";

const ACTIVITY_ID_SEED = 12;

/** What the activity log would hold of the last weeks: by whom, when, about whom; ids only. */
export function demoRowsOfActivities(demo: Demo, place: DemoPlace): DemoRows["activities"] {
  const random = seededRandom(ACTIVITY_ID_SEED);
  const byStaff = (
    at: Date,
    providerKey: string,
    action: string,
    subject: { readonly kind: string; readonly id: string },
  ): DemoRows["activities"][number] => ({
    id: random.uuid(),
    at,
    providerId: place.providerId(providerKey),
    actorKind: "account",
    actorAccountId: place.coordinatorId(providerKey),
    action,
    subjectKind: subject.kind,
    subjectId: subject.id,
    facts: {},
  });
  const providerOf = new Map(demo.mentors.map(({ id, providerKey }) => [id, providerKey]));
  return [
    ...demo.proposals.map(({ id, createdAt, providerKey }) =>
      byStaff(createdAt, providerKey, "proposal_made", { kind: "proposal", id }),
    ),
    ...demo.tandems.map(({ id, startedAt, providerKey }) =>
      byStaff(startedAt, providerKey, "tandem_confirmed", { kind: "tandem", id }),
    ),
    ...demo.training.certificates.map(({ volunteerId, id, issuedAt }) =>
      byStaff(issuedAt, providerOf.get(volunteerId) ?? "", "certificate_issued", { kind: "certificate", id }),
    ),
  ];
}
