import type { FastifyInstance, FastifyServerOptions } from "fastify";

export interface LogSink {
  write(line: string): void;
}

interface LoggedError {
  [fact: string]: unknown;
  type: string;
  message: string;
  stack: string;
}

const STACK_LINES = 8;

/** Messages of the database quote what people typed; only what and where is logged of those. */
function describe(error: unknown): LoggedError {
  if (!(error instanceof Error)) return { type: typeof error, message: "", stack: "" };
  const isFromDatabase = "severity" in error || "query" in error;
  const frames = (error.stack ?? "").split("\n").filter((line) => /^\s+at /.test(line));
  return {
    type: error.name,
    message: isFromDatabase ? "" : error.message,
    stack: frames.slice(0, STACK_LINES).join("\n"),
    ...("code" in error ? { code: error.code } : {}),
    ...(error.cause === undefined ? {} : { cause: describe(error.cause) }),
  };
}

/** Ids, routes and times; never an address line, a query, a header or a body. */
export function loggerOptions(level: string, stream?: LogSink): NonNullable<FastifyServerOptions["logger"]> {
  return {
    level,
    ...(stream === undefined ? {} : { stream }),
    base: null,
    redact: { paths: ["req", "res", "headers", "body", "cookie", "*.email", "*.phone", "*.name"], remove: true },
    serializers: { err: describe, req: () => ({}), res: () => ({}) },
  };
}

export function logAnswers(app: FastifyInstance): void {
  app.addHook("onResponse", async (request, reply) => {
    request.log.info(
      {
        method: request.method,
        route: request.routeOptions.url ?? "unknown",
        status: reply.statusCode,
        ms: Math.round(reply.elapsedTime),
      },
      "answered",
    );
  });
}
