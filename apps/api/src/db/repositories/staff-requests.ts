import { and, asc, desc, eq, ilike, inArray, notInArray, or, sql } from "drizzle-orm";
import type { LanguageCode, RequestState, RequestStatus } from "@augenhoehe/domain";
import type { Tx } from "../client.ts";
import { preparedOn } from "../prepared-on.ts";
import { mentorRequests } from "../schema/matching.ts";
import { districts, mentees } from "../schema/people.ts";
import { containing } from "./containing.ts";

type StoredRequest = typeof mentorRequests.$inferSelect;
type StoredMentee = typeof mentees.$inferSelect;
export interface StaffRequest {
  readonly request: StoredRequest;
  readonly mentee: StoredMentee;
  readonly districtName: string | null;
}

const withMentee = (tx: Tx) =>
  tx
    .select({ request: mentorRequests, mentee: mentees, districtName: districts.name })
    .from(mentorRequests)
    .innerJoin(mentees, and(eq(mentees.networkId, mentorRequests.networkId), eq(mentees.id, mentorRequests.menteeId)))
    .leftJoin(
      districts,
      and(eq(districts.networkId, mentorRequests.networkId), eq(districts.key, mentorRequests.district)),
    )
    .$dynamic();

const isThis = (tx: Tx, id: string) => and(eq(mentorRequests.networkId, tx.networkId), eq(mentorRequests.id, id));

const oneRequest = preparedOn((tx) =>
  withMentee(tx)
    .where(
      and(eq(mentorRequests.networkId, sql.placeholder("networkId")), eq(mentorRequests.id, sql.placeholder("id"))),
    )
    .prepare("staff_request"),
);

export async function findStaffRequest(tx: Tx, id: string): Promise<StaffRequest | undefined> {
  const [row] = await oneRequest(tx).execute({ networkId: tx.networkId, id });
  return row;
}

/** The same with the request's row locked: everything that changes a request or its proposals begins here. */
export async function lockStaffRequest(tx: Tx, id: string): Promise<StaffRequest | undefined> {
  const [row] = await withMentee(tx).where(isThis(tx, id)).for("update", { of: mentorRequests });
  return row;
}

/** Many at once, always in the same order, so that two coordinators wait for each other and never for ever. */
export async function lockStaffRequests(tx: Tx, ids: readonly string[]): Promise<StaffRequest[]> {
  return withMentee(tx)
    .where(and(eq(mentorRequests.networkId, tx.networkId), inArray(mentorRequests.id, [...ids])))
    .orderBy(asc(mentorRequests.id))
    .for("update", { of: mentorRequests });
}

export interface RequestListFilter {
  readonly status?: RequestStatus | "waiting" | undefined;
  readonly language?: LanguageCode | undefined;
  readonly district?: string | undefined;
  readonly search?: string | undefined;
}

const WAITING = ["submitted", "clarified", "open"] as const;

const isWaiting = sql`(${mentorRequests.status} in ('submitted', 'clarified', 'open'))`;

const ORDERS = {
  waiting: [desc(isWaiting), desc(mentorRequests.priority), asc(mentorRequests.submittedAt), asc(mentorRequests.id)],
  newest: [desc(mentorRequests.submittedAt), asc(mentorRequests.id)],
  name: [asc(sql`lower(${mentees.chosenName})`), asc(mentorRequests.id)],
  status: [
    asc(
      sql`array_position(array['submitted','clarified','open','in_proposal','in_tandem','closed'], ${mentorRequests.status})`,
    ),
    asc(mentorRequests.submittedAt),
    asc(mentorRequests.id),
  ],
};
export type RequestOrder = keyof typeof ORDERS;

export async function listRequestsOfProvider(
  tx: Tx,
  scope: { readonly providerId: string; readonly hiddenMenteeIds: readonly string[] },
  filter: RequestListFilter,
  { order, offset, limit }: { readonly order: RequestOrder; readonly offset: number; readonly limit: number },
): Promise<{ rows: StaffRequest[]; total: number }> {
  const conditions = and(
    eq(mentorRequests.networkId, tx.networkId),
    eq(mentorRequests.providerId, scope.providerId),
    scope.hiddenMenteeIds.length === 0 ? undefined : notInArray(mentorRequests.menteeId, [...scope.hiddenMenteeIds]),
    filter.status === undefined
      ? undefined
      : inArray(mentorRequests.status, filter.status === "waiting" ? [...WAITING] : [filter.status]),
    filter.language === undefined
      ? undefined
      : sql`${mentorRequests.languages} @> ${JSON.stringify([{ code: filter.language }])}::jsonb`,
    filter.district === undefined ? undefined : eq(mentorRequests.district, filter.district),
    filter.search === undefined || filter.search === ""
      ? undefined
      : or(ilike(mentees.chosenName, containing(filter.search)), ilike(districts.name, containing(filter.search))),
  );
  const [rows, counted] = [
    await withMentee(tx)
      .where(conditions)
      .orderBy(...ORDERS[order])
      .limit(limit)
      .offset(offset),
    await tx
      .select({ total: sql<number>`count(*)::int` })
      .from(mentorRequests)
      .innerJoin(mentees, and(eq(mentees.networkId, mentorRequests.networkId), eq(mentees.id, mentorRequests.menteeId)))
      .leftJoin(
        districts,
        and(eq(districts.networkId, mentorRequests.networkId), eq(districts.key, mentorRequests.district)),
      )
      .where(conditions),
  ];
  return { rows, total: counted[0]?.total ?? 0 };
}

export async function saveRequestState(tx: Tx, id: string, state: RequestState): Promise<void> {
  const { status, priority, openedAt, closedAt, closedReason } = state;
  await tx.update(mentorRequests).set({ status, priority, openedAt, closedAt, closedReason }).where(isThis(tx, id));
}
