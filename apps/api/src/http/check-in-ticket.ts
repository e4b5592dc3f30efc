import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { z } from "zod";
import { CHECK_IN_TICKET_MINUTES } from "@augenhoehe/domain";
import { hashSecret } from "../secrets.ts";
import { readBrowserSecret } from "./browser-cookie.ts";
import { cookieName, cookieOptions, isSecure, ISSUER } from "./sessions.ts";

/** Which session's code was scanned in this browser, and when: that instant counts, however long signing in takes. */
export interface CheckInTicket {
  readonly sessionId: string;
  readonly scannedAt: Date;
}

const AUDIENCE = "check-in";
const Envelope = z.object({ session: z.uuid(), scannedAt: z.number(), browser: z.string() });

export function setCheckInTicket(
  app: FastifyInstance,
  request: FastifyRequest,
  reply: FastifyReply,
  { sessionId, scannedAt }: CheckInTicket,
): void {
  const browser = hashSecret(readBrowserSecret(app, request, reply));
  const now = app.deps.clock().getTime();
  const seconds = CHECK_IN_TICKET_MINUTES * 60;
  const ticket = app.jwt.sign(
    { session: sessionId, scannedAt: scannedAt.getTime(), browser },
    { iss: ISSUER, aud: AUDIENCE, expiresIn: seconds, clockTimestamp: now },
  );
  reply.setCookie(cookieName(AUDIENCE, isSecure(app.deps)), ticket, { ...cookieOptions(app.deps), maxAge: seconds });
}

/** None where it is over, was made up, or was scanned in another browser. */
export function readCheckInTicket(
  app: FastifyInstance,
  request: FastifyRequest,
  reply: FastifyReply,
): CheckInTicket | null {
  const cookie = request.cookies[cookieName(AUDIENCE, isSecure(app.deps))];
  if (cookie === undefined) return null;
  try {
    const opened: unknown = app.jwt.verify(cookie, {
      algorithms: ["HS256"],
      requiredClaims: ["exp"],
      allowedIss: ISSUER,
      allowedAud: AUDIENCE,
      clockTimestamp: app.deps.clock().getTime(),
    });
    const { session, scannedAt, browser } = Envelope.parse(opened);
    const isThisBrowser = browser === hashSecret(readBrowserSecret(app, request, reply));
    return isThisBrowser ? { sessionId: session, scannedAt: new Date(scannedAt) } : null;
  } catch {
    return null;
  }
}
