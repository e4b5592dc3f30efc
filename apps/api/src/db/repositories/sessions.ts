import { and, eq, isNull } from "drizzle-orm";
import { z } from "zod";
import { ACCOUNT_ROLES } from "@augenhoehe/contract";
import { LOCALES } from "@augenhoehe/domain";
import type { Database, Tx } from "../client.ts";
import { SESSION_KINDS, sessions, type SessionKind } from "../schema/platform.ts";

const FoundSession = z.object({
  network_id: z.string(),
  id: z.string(),
  kind: z.enum(SESSION_KINDS),
  account_id: z.string().nullable(),
  mentee_id: z.string().nullable(),
  draft_id: z.string().nullable(),
  last_seen_at: z.date(),
  expires_at: z.date(),
  revoked_at: z.date().nullable(),
  roles: z.array(z.enum(ACCOUNT_ROLES)).nullable(),
  display_name: z.string().nullable(),
  locale: z.enum(LOCALES).nullable(),
  provider_id: z.string().nullable(),
  volunteer_id: z.string().nullable(),
  disabled_at: z.date().nullable(),
});
export type FoundSession = z.infer<typeof FoundSession>;

const HASH = /^[0-9a-f]{64}$/;
const SELECT_SESSION = `select s.network_id, s.id, s.kind, s.account_id, s.mentee_id, s.draft_id, s.last_seen_at,
  s.expires_at, s.revoked_at, a.roles, a.display_name, a.locale, a.provider_id, a.volunteer_id, a.disabled_at
  from sessions s left join accounts a on a.network_id = s.network_id and a.id = s.account_id`;

/**
 * The session with its account, in one round trip because every request asks: the three statements are one implicit
 * transaction, so both settings end with it. The hash is checked to be hexadecimal.
 */
export async function findSession(db: Database, tokenHash: string): Promise<FoundSession | null> {
  if (!HASH.test(tokenHash)) return null;
  const results: unknown = await db.pool.query(
    `select set_config('app.lookup_hash', '${tokenHash}', true);
     select set_config('app.network_id', (select network_id::text from sessions where token_hash = '${tokenHash}'), true);
     ${SELECT_SESSION} where s.token_hash = '${tokenHash}'`,
  );
  const last = z.array(z.object({ rows: z.array(z.unknown()) })).parse(results)[2];
  return last?.rows[0] === undefined ? null : FoundSession.parse(last.rows[0]);
}

export interface NewSession {
  readonly tokenHash: string;
  readonly kind: SessionKind;
  readonly accountId?: string;
  readonly menteeId?: string;
  readonly draftId?: string;
  readonly now: Date;
  readonly expiresAt: Date;
}

export async function insertSession(tx: Tx, { now, ...session }: NewSession): Promise<void> {
  await tx.insert(sessions).values({ networkId: tx.networkId, ...session, createdAt: now, lastSeenAt: now });
}

export async function touchSession(tx: Tx, id: string, now: Date): Promise<void> {
  await tx
    .update(sessions)
    .set({ lastSeenAt: now })
    .where(and(eq(sessions.networkId, tx.networkId), eq(sessions.id, id)));
}

export type SessionOwner =
  | { readonly sessionId: string }
  | { readonly accountId: string }
  | { readonly menteeId: string }
  | { readonly draftId: string };

/** Ends one session, or all of a person's: from the next request on nobody is signed in by them. */
export async function revokeSessions(tx: Tx, owner: SessionOwner, at: Date): Promise<void> {
  await tx
    .update(sessions)
    .set({ revokedAt: at })
    .where(and(eq(sessions.networkId, tx.networkId), isNull(sessions.revokedAt), ownedBy(owner)));
}

function ownedBy(owner: SessionOwner) {
  if ("sessionId" in owner) return eq(sessions.id, owner.sessionId);
  if ("accountId" in owner) return eq(sessions.accountId, owner.accountId);
  if ("menteeId" in owner) return eq(sessions.menteeId, owner.menteeId);
  return eq(sessions.draftId, owner.draftId);
}
