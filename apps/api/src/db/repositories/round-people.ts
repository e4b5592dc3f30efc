import { and, asc, eq, inArray, sql } from "drizzle-orm";
import type { RequestStatus, VolunteerStatus } from "@augenhoehe/domain";
import type { PairHistory } from "@augenhoehe/domain/matching";
import type { Vault } from "../../vault.ts";
import type { Tx } from "../client.ts";
import { mentorRequests, proposals, tandems } from "../schema/matching.ts";
import { mentees, volunteers } from "../schema/people.ts";
import { DECLINED_STATES } from "./match-context.ts";
import { openProtection, type Protection } from "./protected-mentees.ts";

type StoredRequest = typeof mentorRequests.$inferSelect;
type StoredMentee = typeof mentees.$inferSelect;

/** Somebody who waits, is open to proposals, and whom nobody must be kept from finding. */
export interface WaitingRequest {
  readonly request: StoredRequest;
  readonly mentee: StoredMentee;
  readonly protection: Protection;
}

const joinMentees = () => and(eq(mentees.networkId, mentorRequests.networkId), eq(mentees.id, mentorRequests.menteeId));

/** A provider's open requests, by id. Nobody under protection: they are matched by hand. */
export async function listWaitingRequests(tx: Tx, vault: Vault, providerId: string): Promise<WaitingRequest[]> {
  const rows = await tx
    .select({ request: mentorRequests, mentee: mentees })
    .from(mentorRequests)
    .innerJoin(mentees, joinMentees())
    .where(
      and(
        eq(mentorRequests.networkId, tx.networkId),
        eq(mentorRequests.providerId, providerId),
        eq(mentorRequests.status, "open"),
      ),
    )
    .orderBy(asc(mentorRequests.id));
  return rows
    .map((row) => ({ ...row, protection: openProtection(vault, row.mentee) }))
    .filter(({ protection }) => !protection.isProtected);
}

export interface RequestInRound {
  readonly chosenName: string;
  readonly status: RequestStatus;
}

/** Of these requests those that are the provider's and not under protection now, by id. */
export async function readRequestsInRound(
  tx: Tx,
  vault: Vault,
  providerId: string,
  ids: readonly string[],
): Promise<Map<string, RequestInRound>> {
  const rows = await tx
    .select({
      id: mentorRequests.id,
      status: mentorRequests.status,
      chosenName: mentees.chosenName,
      menteeId: mentees.id,
      protectionSealed: mentees.protectionSealed,
    })
    .from(mentorRequests)
    .innerJoin(mentees, joinMentees())
    .where(
      and(
        eq(mentorRequests.networkId, tx.networkId),
        eq(mentorRequests.providerId, providerId),
        sql`${mentorRequests.id} = any(${sql.param([...ids])}::uuid[])`,
      ),
    );
  const seen = rows.filter(
    ({ menteeId, protectionSealed }) => !openProtection(vault, { id: menteeId, protectionSealed }).isProtected,
  );
  return new Map(seen.map(({ id, chosenName, status }) => [id, { chosenName, status }]));
}

export interface MentorInRound {
  readonly firstName: string;
  readonly lastName: string;
  readonly status: VolunteerStatus;
}

/** Everybody who volunteers or volunteered for a provider, by id. */
export async function readMentorsInRound(tx: Tx, providerId: string): Promise<Map<string, MentorInRound>> {
  const rows = await tx
    .select({
      id: volunteers.id,
      firstName: volunteers.firstName,
      lastName: volunteers.lastName,
      status: volunteers.status,
    })
    .from(volunteers)
    .where(and(eq(volunteers.networkId, tx.networkId), eq(volunteers.providerId, providerId)));
  return new Map(rows.map(({ id, ...mentor }) => [id, mentor]));
}

/** Who was paired with each of these mentees before: `readPairHistory` for many. */
export async function readPairHistories(tx: Tx, menteeIds: readonly string[]): Promise<Map<string, PairHistory>> {
  const ids = sql.param([...menteeIds]);
  const declined = await tx
    .select({ menteeId: proposals.menteeId, volunteerId: proposals.volunteerId })
    .from(proposals)
    .where(
      and(
        eq(proposals.networkId, tx.networkId),
        sql`${proposals.menteeId} = any(${ids}::uuid[])`,
        inArray(proposals.state, [...DECLINED_STATES]),
      ),
    );
  const former = await tx
    .select({ menteeId: tandems.menteeId, volunteerId: tandems.volunteerId })
    .from(tandems)
    .where(and(eq(tandems.networkId, tx.networkId), sql`${tandems.menteeId} = any(${ids}::uuid[])`));
  const [declinedBy, formerBy] = [mentorsByMentee(declined), mentorsByMentee(former)];
  return new Map(
    menteeIds.map((id) => [id, { declined: declinedBy.get(id) ?? NOBODY, former: formerBy.get(id) ?? NOBODY }]),
  );
}

const NOBODY: ReadonlySet<string> = new Set();

const mentorsByMentee = (pairs: readonly { menteeId: string; volunteerId: string }[]) =>
  new Map(
    [...Map.groupBy(pairs, ({ menteeId }) => menteeId)].map(([menteeId, met]) => [
      menteeId,
      new Set(met.map(({ volunteerId }) => volunteerId)),
    ]),
  );
