import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { randomSecret } from "../secrets.ts";
import { isSecure } from "./sessions.ts";

const ONE_HOUR_SECONDS = 60 * 60;
const SECRET = /^[A-Za-z0-9_-]{43}$/;

/**
 * A code sent by mail counts only in the browser that asked for it, and a scanned one only in the browser that scanned
 * it; this cookie is how the browser is known again. Each use keeps it for another hour.
 */
export function readBrowserSecret({ deps }: FastifyInstance, request: FastifyRequest, reply: FastifyReply): string {
  const secure = isSecure(deps);
  const name = secure ? "__Host-browser" : "browser";
  const known = request.cookies[name];
  const secret = known !== undefined && SECRET.test(known) ? known : randomSecret();
  reply.setCookie(name, secret, { path: "/", httpOnly: true, sameSite: "lax", secure, maxAge: ONE_HOUR_SECONDS });
  return secret;
}
