import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import type { ApiError } from "@augenhoehe/contract";
import { Refusal } from "@augenhoehe/domain";
import { isDatabaseUnavailable, isUnstorableText } from "../db/database-trouble.ts";
import { InputError } from "./input-error.ts";
import { REFUSAL_STATUS } from "./refusal-status.ts";

/** Nobody is signed in, or not in the way the endpoint asks for. */
export class SignInRequired extends Error {
  override readonly name = "SignInRequired";
}

/** Something this app stands on does not answer at present. */
export class Unavailable extends Error {
  override readonly name = "Unavailable";
}

export class TooManyRequests extends Error {
  override readonly name = "TooManyRequests";
  readonly retryAfterSeconds: number;

  constructor(retryAfterSeconds: number) {
    super("too_many_requests");
    this.retryAfterSeconds = retryAfterSeconds;
  }
}

interface Answer {
  readonly status: number;
  readonly body: ApiError;
}

const UNAVAILABLE_RETRY_SECONDS = 5;

/** Every way an answer is not a success, in one place. */
export function handleErrors(app: FastifyInstance): void {
  app.setErrorHandler((error: FastifyError, request, reply) => send(reply, answerTo(error, request)));
  app.setNotFoundHandler((_request, reply) => send(reply, notFound()));
}

/** What the framework refuses before a route is found: an address it cannot read, or one much too long. */
export function answerUnroutable(error: FastifyError, request: FastifyRequest, reply: FastifyReply): void {
  void send(reply, answerTo(error, request));
}

function send(reply: FastifyReply, { status, body }: Answer): FastifyReply {
  if (body.code === "too_many_requests") reply.header("retry-after", body.retryAfterSeconds);
  if (body.code === "unavailable") reply.header("retry-after", UNAVAILABLE_RETRY_SECONDS);
  return reply.status(status).type("application/json; charset=utf-8").send(JSON.stringify(body));
}

const notFound = (): Answer => ({ status: 404, body: { code: "refused", refusal: "not_found" } });
const unreadable = (status: number): Answer => ({
  status,
  body: { code: "invalid_input", issues: [{ path: "", code: "invalid_format" }] },
});

function answerTo(error: FastifyError | Error, request: FastifyRequest): Answer {
  if (error instanceof Refusal) {
    const { code, facts } = error;
    const body: ApiError = { code: "refused", refusal: code, ...(facts === undefined ? {} : { facts }) };
    return { status: REFUSAL_STATUS[code], body };
  }
  if (error instanceof InputError) return { status: 400, body: { code: "invalid_input", issues: error.issues } };
  if (error instanceof SignInRequired) return { status: 401, body: { code: "sign_in_required" } };
  if (error instanceof TooManyRequests) {
    return { status: 429, body: { code: "too_many_requests", retryAfterSeconds: error.retryAfterSeconds } };
  }
  if (isUnstorableText(error)) return unreadable(400);
  if (error instanceof Unavailable || isDatabaseUnavailable(error)) {
    request.log.warn({ err: error }, "unavailable");
    return { status: 503, body: { code: "unavailable" } };
  }
  return answerToFramework(error, request);
}

function answerToFramework(error: FastifyError | Error, request: FastifyRequest): Answer {
  const status = "statusCode" in error ? (error.statusCode ?? 500) : 500;
  if (status === 413) return { status, body: { code: "body_too_large" } };
  if (status === 404) return notFound();
  if (status >= 400 && status < 500) return unreadable(status);
  request.log.error({ err: error }, "fault");
  return { status: 500, body: { code: "internal", requestId: request.id } };
}
