import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { z } from "zod";
import type { Endpoint, EndpointOutput, FileReply, ParsedInput } from "@augenhoehe/contract";
import { Refusal } from "@augenhoehe/domain";
import type { FoundSession } from "../db/repositories/sessions.ts";
import { hashSecret } from "../secrets.ts";
import type { AppDeps } from "./app-deps.ts";
import { readBrowserSecret } from "./browser-cookie.ts";
import { readCheckInTicket, setCheckInTicket, type CheckInTicket } from "./check-in-ticket.ts";
import { fieldIssues } from "./field-issues.ts";
import { sendFile } from "./file-reply.ts";
import { InputError } from "./input-error.ts";
import { authorise, cookieOf, type ActorOf, type CookieKind } from "./policy.ts";
import { createCallLimiter } from "./rate-limit.ts";
import { refuseForeignOrigin } from "./same-origin.ts";
import { actorOf, clearSessionCookie, readSession, setSessionCookie } from "./sessions.ts";
import type { StartedSession } from "./start-session.ts";

const USUAL_BODY_BYTES = 64 * 1024;
const NOTHING = z.strictObject({});
/** Findings say what was sent, to tell something missing from something wrong; it never leaves the server. */
const REPORT = { reportInput: true } as const;

export interface Cookies {
  signIn(session: StartedSession): void;
  signOut(kind: CookieKind): void;
  /** The session behind a cookie whatever the endpoint's policy, e.g. one that waits for its second factor. */
  session(kind: CookieKind): Promise<FoundSession | null>;
  /** Tells this browser from others; made on first use. */
  browserHash(): string;
  /** Which code on the wall was scanned in this browser a short while ago. */
  checkInTicket(): CheckInTicket | null;
  keepCheckInTicket(ticket: CheckInTicket): void;
}

/** What a handler works with: everything parsed, everybody known. */
export type Context<E extends Endpoint> = ParsedInput<E> & {
  readonly actor: ActorOf<E["who"]>;
  readonly deps: AppDeps;
  readonly cookies: Cookies;
  readonly clientAddress: string;
};

export type Handler<E extends Endpoint> = (context: Context<E>) => Promise<EndpointOutput<E>>;

/**
 * Puts one row of the table of endpoints into the app: who may, how often, how large, what comes in and what goes out.
 * Who may is asked before the body is read.
 */
export function route<E extends Endpoint>(app: FastifyInstance, endpoint: E, handler: Handler<E>): void {
  const limitCalls = createCallLimiter(app, endpoint);
  const policy: E["who"] = endpoint.who;
  const cookieKind = cookieOf(policy);
  const actors = new WeakMap<FastifyRequest, ActorOf<E["who"]>>();
  app.route({
    method: endpoint.method,
    url: endpoint.path,
    bodyLimit: endpoint.bodyLimit ?? USUAL_BODY_BYTES,
    onRequest: async (request) => {
      refuseForeignOrigin(app.deps.config, request);
      await limitCalls(request);
      const session = cookieKind === null ? null : await readSession(app, request, cookieKind);
      actors.set(request, authorise(policy, actorOf(session)));
    },
    handler: async (request, reply) => {
      const actor = actors.get(request);
      if (actor === undefined) throw new Error("The policy was not asked");
      const context = {
        ...parseInput(endpoint, request),
        actor,
        deps: app.deps,
        cookies: cookiesOf(app, request, reply),
        clientAddress: request.ip,
      };
      return answer(endpoint, reply, await handler(context));
    },
  });
}

/** A path that does not parse names nothing; query and body are told field by field. */
function parseInput<E extends Endpoint>(endpoint: E, request: FastifyRequest): ParsedInput<E> {
  const params = endpoint.params?.safeParse(request.params);
  if (params?.success === false) throw new Refusal("not_found");
  const query = (endpoint.query ?? NOTHING).safeParse(request.query, REPORT);
  const body = endpoint.body?.safeParse(request.body ?? undefined, REPORT);
  const issues = [query, body].flatMap((part) => (part?.success === false ? fieldIssues(part.error) : []));
  if (issues.length > 0) throw new InputError(issues);
  // The three schemas are those of `endpoint`, which the compiler cannot follow through the optional parts.
  return { params: params?.data, query: query.data, body: body?.data } as ParsedInput<E>;
}

/** Nothing undeclared leaves: an answer that is not of its schema is a fault. */
function answer(endpoint: Endpoint, reply: FastifyReply, output: unknown): FastifyReply {
  if (isFile(endpoint, output)) return sendFile(reply, output);
  if (!("parse" in endpoint.response)) throw new Error(`${endpoint.path} answers with a file`);
  return reply.type("application/json; charset=utf-8").send(JSON.stringify(endpoint.response.parse(output)));
}

function isFile(endpoint: Endpoint, output: unknown): output is FileReply {
  return "file" in endpoint.response && typeof output === "object" && output !== null && "content" in output;
}

function cookiesOf(app: FastifyInstance, request: FastifyRequest, reply: FastifyReply): Cookies {
  return {
    signIn: (session) => setSessionCookie(app, reply, session),
    signOut: (kind) => clearSessionCookie(app, reply, kind),
    session: (kind) => readSession(app, request, kind),
    browserHash: () => hashSecret(readBrowserSecret(app, request, reply)),
    checkInTicket: () => readCheckInTicket(app, request, reply),
    keepCheckInTicket: (ticket) => setCheckInTicket(app, request, reply, ticket),
  };
}
