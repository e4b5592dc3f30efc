import type { FastifyInstance, FastifyRequest } from "fastify";
import type { Endpoint } from "@augenhoehe/contract";
import { countCall, forgetCalls, readCalls } from "../db/repositories/rate-limits.ts";
import { hashSecret } from "../secrets.ts";
import type { AppDeps } from "./app-deps.ts";
import { TooManyRequests } from "./errors.ts";

const MINUTE_MS = 60_000;
const USUAL_CALLS_PER_MINUTE = 300;
const FORGET_AFTER_MS = 24 * 60 * MINUTE_MS;
const FORGET_EVERY_CALLS = 500;

/** A limit shared by all processes: at most `calls` within `windowMinutes` for a key such as an account. */
export interface SharedLimit {
  readonly key: string;
  readonly calls: number;
  readonly windowMinutes: number;
}

let countedSinceForgetting = 0;

export async function limitShared(deps: AppDeps, limit: SharedLimit): Promise<void> {
  if (!deps.config.rateLimits) return;
  const { windowStart, secondsLeft } = windowOf(deps, limit);
  const calls = await countCall(deps.db, hashSecret(limit.key), windowStart);
  if (++countedSinceForgetting % FORGET_EVERY_CALLS === 0) {
    await forgetCalls(deps.db, new Date(deps.clock().getTime() - FORGET_AFTER_MS));
  }
  if (calls > limit.calls) throw new TooManyRequests(secondsLeft);
}

/** Asks without counting: for limits on failures only, where the caller counts those with `limitShared`. */
export async function refuseWhenSpent(deps: AppDeps, limit: SharedLimit): Promise<void> {
  if (!deps.config.rateLimits) return;
  const { windowStart, secondsLeft } = windowOf(deps, limit);
  const calls = await readCalls(deps.db, hashSecret(limit.key), windowStart);
  if (calls >= limit.calls) throw new TooManyRequests(secondsLeft);
}

function windowOf(deps: AppDeps, { windowMinutes }: SharedLimit): { windowStart: Date; secondsLeft: number } {
  const windowMs = windowMinutes * MINUTE_MS;
  const now = deps.clock().getTime();
  const sinceStart = now % windowMs;
  return { windowStart: new Date(now - sinceStart), secondsLeft: Math.ceil((windowMs - sinceStart) / 1000) };
}

/**
 * Endpoints that say how often they may be called are counted in the database, across processes. The others only have
 * a flood guard in this process, because a write for every read would cost more than it protects.
 */
export function createCallLimiter(
  app: FastifyInstance,
  endpoint: Endpoint,
): (request: FastifyRequest) => Promise<void> {
  const { perMinute, method, path } = endpoint;
  if (perMinute !== undefined) {
    return (request) =>
      limitShared(app.deps, { key: `${method} ${path} ${request.ip}`, calls: perMinute, windowMinutes: 1 });
  }
  let windowStart = 0;
  const calls = new Map<string, number>();
  return async (request) => {
    if (!app.deps.config.rateLimits) return;
    const now = app.deps.clock().getTime();
    if (now - windowStart >= MINUTE_MS) {
      windowStart = now;
      calls.clear();
    }
    const count = (calls.get(request.ip) ?? 0) + 1;
    calls.set(request.ip, count);
    if (count > USUAL_CALLS_PER_MINUTE) {
      throw new TooManyRequests(Math.max(1, Math.ceil((windowStart + MINUTE_MS - now) / 1000)));
    }
  };
}
