import { randomUUID } from "node:crypto";
import cookie from "@fastify/cookie";
import jwt from "@fastify/jwt";
import Fastify, { LogController, type FastifyInstance } from "fastify";
import { FEATURES } from "./features.ts";
import { serveApiDocs } from "./http/api-docs.ts";
import type { AppDeps } from "./http/app-deps.ts";
import { answerUnroutable, handleErrors } from "./http/errors.ts";
import { readJsonBodies } from "./http/json-body.ts";
import { logAnswers, loggerOptions, type LogSink } from "./http/logging.ts";
import { setApiHeaders } from "./http/security-headers.ts";
import { addressOf } from "./http/one-click.ts";
import { serveWeb, type WebHandler } from "./http/serve-web.ts";
import { isSecure } from "./http/sessions.ts";

export interface AppOptions {
  readonly logLevel: string;
  /** Where lines of the log go; the terminal unless told. */
  readonly logTo?: LogSink;
  /** Unset where only the api is wanted. */
  readonly webHandler?: WebHandler;
  /** What the api can do; everything unless told. */
  readonly features?: typeof FEATURES;
}

/** The whole program but for listening: tests use it as it is. */
export async function buildApp(deps: AppDeps, options: AppOptions): Promise<FastifyInstance> {
  const app = Fastify({
    logger: loggerOptions(options.logLevel, options.logTo),
    logController: new LogController({ disableRequestLogging: true }),
    genReqId: () => randomUUID(),
    trustProxy: deps.config.trustProxy ?? false,
    forceCloseConnections: "idle",
    requestTimeout: 60_000,
    frameworkErrors: answerUnroutable,
    routerOptions: { maxParamLength: 200 },
    rewriteUrl: addressOf,
  });
  app.decorate("deps", deps);
  app.addHook("onClose", () => Promise.all([deps.rounds.stop(), deps.typesetter.stop()]));
  if (options.webHandler !== undefined) serveWeb(app, options.webHandler);
  readJsonBodies(app);
  logAnswers(app);
  setApiHeaders(app, isSecure(deps));
  handleErrors(app);
  await app.register(cookie);
  await app.register(jwt, { secret: deps.config.sessionKey, sign: { algorithm: "HS256" } });
  await serveApiDocs(app);
  for (const register of options.features ?? FEATURES) register(app);
  await app.ready();
  return app;
}
