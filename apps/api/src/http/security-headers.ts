import type { FastifyInstance } from "fastify";

const ONE_YEAR_SECONDS = 365 * 24 * 60 * 60;
const API_CONTENT_POLICY = "default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'";

/**
 * Headers of every answer, pages included. `same-origin` and not `no-referrer`: the latter makes browsers send
 * `Origin: null` with forms, which the pages' protection against forged forms refuses.
 */
export function securityHeaders(isSecure: boolean): Readonly<Record<string, string>> {
  return {
    "x-content-type-options": "nosniff",
    "referrer-policy": "same-origin",
    "x-frame-options": "DENY",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "permissions-policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
    "cache-control": "no-store",
    ...(isSecure ? { "strict-transport-security": `max-age=${ONE_YEAR_SECONDS}; includeSubDomains` } : {}),
  };
}

/** Answers of the api are data: nothing in them may run, load or be framed. */
export function setApiHeaders(app: FastifyInstance, isSecure: boolean): void {
  const headers = { ...securityHeaders(isSecure), "content-security-policy": API_CONTENT_POLICY };
  app.addHook("onRequest", async (_request, reply) => {
    reply.headers(headers);
  });
}
