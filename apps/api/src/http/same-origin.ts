import type { FastifyRequest } from "fastify";
import { Refusal } from "@augenhoehe/domain";
import type { AppConfig } from "./app-deps.ts";

const SAFE_METHODS = new Set(["GET", "HEAD", "OPTIONS"]);
const LOOPBACK_NAMES = new Set(["localhost", "127.0.0.1", "[::1]"]);

/**
 * The origin pages are served under. Taken from the settings; a `Host` header is believed only on a machine without
 * configured address, and only when it names this machine.
 */
export function originOf(config: Pick<AppConfig, "publicUrl" | "anyLoopbackName">, host: string | undefined): URL {
  const configured = new URL(config.publicUrl);
  if (!config.anyLoopbackName || host === undefined || !URL.canParse(`http://${host}`)) return configured;
  const asked = new URL(`http://${host}`);
  return LOOPBACK_NAMES.has(asked.hostname) && asked.host === host ? asked : configured;
}

/** A browser tells where a changing call comes from; another site's is refused. */
export function refuseForeignOrigin(config: AppConfig, request: FastifyRequest): void {
  if (SAFE_METHODS.has(request.method)) return;
  const { origin } = request.headers;
  if (origin !== undefined && origin !== originOf(config, request.headers.host).origin) {
    throw new Refusal("not_permitted");
  }
  if (request.headers["sec-fetch-site"] === "cross-site") throw new Refusal("not_permitted");
}
