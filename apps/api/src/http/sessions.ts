import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { z } from "zod";
import { findSession, touchSession, type FoundSession } from "../db/repositories/sessions.ts";
import { hashSecret } from "../secrets.ts";
import type { AppDeps } from "./app-deps.ts";
import { needsSecondFactor, type Actor, type CookieKind } from "./policy.ts";
import { idleMs, type StartedSession } from "./start-session.ts";

/** Who signs the envelopes in cookies. */
export const ISSUER = "augenhoehe";
const TOUCH_EVERY_MS = 2 * 60_000;

const Envelope = z.object({ key: z.string() });

/** `__Host-` binds the cookie to this host and to https. */
export const cookieName = (kind: string, isSecure: boolean) => (isSecure ? `__Host-${kind}` : kind);

export const isSecure = (deps: AppDeps) => deps.config.publicUrl.startsWith("https:");

export function cookieOptions(deps: AppDeps) {
  return { path: "/", httpOnly: true, sameSite: "lax", secure: isSecure(deps) } as const;
}

const secondsLeft = (deps: AppDeps, { expiresAt }: StartedSession): number =>
  Math.floor((expiresAt.getTime() - deps.clock().getTime()) / 1000);

/** The secret in a signed envelope that expires with its session: forged cookies never reach the database. */
export function sessionEnvelope(app: FastifyInstance, session: StartedSession): string {
  const { deps } = app;
  return app.jwt.sign(
    { key: session.secret },
    {
      iss: ISSUER,
      aud: session.cookie,
      expiresIn: secondsLeft(deps, session),
      clockTimestamp: deps.clock().getTime(),
    },
  );
}

export function setSessionCookie(app: FastifyInstance, reply: FastifyReply, session: StartedSession): void {
  const { deps } = app;
  reply.setCookie(cookieName(session.cookie, isSecure(deps)), sessionEnvelope(app, session), {
    ...cookieOptions(deps),
    maxAge: secondsLeft(deps, session),
  });
}

export function clearSessionCookie({ deps }: FastifyInstance, reply: FastifyReply, kind: CookieKind): void {
  reply.clearCookie(cookieName(kind, isSecure(deps)), cookieOptions(deps));
}

function secretIn(app: FastifyInstance, request: FastifyRequest, kind: CookieKind): string | null {
  const cookie = request.cookies[cookieName(kind, isSecure(app.deps))];
  if (cookie === undefined) return null;
  try {
    const opened: unknown = app.jwt.verify(cookie, {
      algorithms: ["HS256"],
      requiredClaims: ["exp"],
      allowedIss: ISSUER,
      allowedAud: kind,
      clockTimestamp: app.deps.clock().getTime(),
    });
    return Envelope.parse(opened).key;
  } catch {
    return null;
  }
}

/** The session of the cookie as the database knows it now, or none: revoked, expired, idle and disabled ones are none. */
export async function readSession(
  app: FastifyInstance,
  request: FastifyRequest,
  kind: CookieKind,
): Promise<FoundSession | null> {
  const secret = secretIn(app, request, kind);
  if (secret === null) return null;
  const { db, clock } = app.deps;
  const session = await findSession(db, hashSecret(secret));
  const now = clock();
  if (session === null || !isUsable(session, now)) return null;
  if (now.getTime() - session.last_seen_at.getTime() > TOUCH_EVERY_MS) {
    await db.withTenant(session.network_id, (tx) => touchSession(tx, session.id, now));
  }
  return session;
}

/** Somebody who has become staff since is asked for the second factor: a code by mail opens no desk. */
function isUsable(session: FoundSession, now: Date): boolean {
  if (session.kind === "account" && needsSecondFactor(session.roles ?? [])) return false;
  return (
    session.revoked_at === null &&
    session.disabled_at === null &&
    session.expires_at > now &&
    session.last_seen_at.getTime() + idleMs(session.kind) > now.getTime()
  );
}

export function actorOf(session: FoundSession | null): Actor {
  if (session === null) return { kind: "anyone" };
  const base = { networkId: session.network_id, sessionId: session.id };
  if (session.kind === "draft" && session.draft_id !== null) {
    return { kind: "draft", ...base, draftId: session.draft_id };
  }
  if (session.kind === "mentee" && session.mentee_id !== null) {
    return { kind: "mentee", ...base, menteeId: session.mentee_id };
  }
  const { account_id: accountId, roles, display_name: displayName, locale } = session;
  const isSignedIn = session.kind === "account" || session.kind === "staff";
  if (!isSignedIn || accountId === null || roles === null) return { kind: "anyone" };
  return {
    kind: "account",
    ...base,
    accountId,
    roles,
    displayName: displayName ?? "",
    locale: locale ?? "de",
    providerId: session.provider_id,
    volunteerId: session.volunteer_id,
  };
}
