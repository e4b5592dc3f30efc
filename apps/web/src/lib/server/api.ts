import { error, redirect } from "@sveltejs/kit";
import type { RequestEvent } from "@sveltejs/kit";
import { ApiError, endpoints, type Endpoint, type EndpointInput, type EndpointOutput } from "@augenhoehe/contract";
import { refusalMessage } from "#lib/messages/refusal-message.ts";
import { m } from "#lib/paraglide/messages.js";

/** The part of the api that pages use: Fastify's in-process request, hung on the raw request by the server. */
export interface ApiGateway {
  inject(request: {
    method: string;
    url: string;
    query?: Record<string, string | string[]>;
    headers: Record<string, string>;
    payload?: string;
    remoteAddress?: string;
  }): Promise<GatewayReply>;
  log?: { error(facts: object, message: string): void };
}

interface GatewayReply {
  statusCode: number;
  headers: Record<string, string | string[] | number | undefined>;
  payload: string;
  rawPayload: Buffer;
  cookies: {
    name: string;
    value: string;
    path?: string;
    httpOnly?: boolean;
    secure?: boolean;
    sameSite?: string;
    maxAge?: number;
    expires?: Date;
  }[];
}

type Endpoints = typeof endpoints;
export type EndpointName = keyof Endpoints;
type Input<N extends EndpointName> = EndpointInput<Endpoints[N]>;
type Output<N extends EndpointName> = EndpointOutput<Endpoints[N]>;

export interface ApiRefused {
  readonly ok: false;
  readonly status: number;
  readonly error: ApiError;
}
export type ApiResult<T> = { readonly ok: true; readonly data: T } | ApiRefused;

type CallArguments<N extends EndpointName> = {} extends Input<N> ? [input?: Input<N>] : [input: Input<N>];

declare global {
  /** Set by the development server, where Vite answers pages and no adapter passes the raw request on. */
  var augenhoeheApi: ApiGateway | undefined;
}

/** The server's log, where there is one; safe to call while another mistake is being handled. */
export const logOf = (event: RequestEvent) => (event.platform?.req.augenhoeheApi ?? globalThis.augenhoeheApi)?.log;

function gatewayOf(event: RequestEvent): ApiGateway {
  const gateway = event.platform?.req.augenhoeheApi ?? globalThis.augenhoeheApi;
  if (gateway === undefined) throw new Error("The server hung no api on the request");
  return gateway;
}

/** Every way from a page to the api: typed by the table of endpoints, with the person's cookies both ways. */
export const api = (event: RequestEvent) => ({
  async call<N extends EndpointName>(name: N, ...[input]: CallArguments<N>): Promise<ApiResult<Output<N>>> {
    const reply = await send(event, endpoints[name], input ?? {});
    if (reply.statusCode >= 400) return refused(reply);
    const data: Output<N> = reply.payload === "" ? null : JSON.parse(reply.payload);
    return { ok: true, data };
  },

  /** For `+server.ts`: a file endpoint's answer handed on as it is; refusals become error pages. */
  async file<N extends EndpointName>(name: N, ...[input]: CallArguments<N>): Promise<Response> {
    const reply = await send(event, endpoints[name], input ?? {});
    if (reply.statusCode >= 400) throwRefused(event, refused(reply));
    return handOn(reply, fileHeaders(reply), { "cache-control": "private, no-store" });
  },

  /** For files that programs fetch again and again: "only if it changed" goes both ways, and so do refusals. */
  async fetched<N extends EndpointName>(name: N, ...[input]: CallArguments<N>): Promise<Response> {
    const reply = await send(event, endpoints[name], input ?? {}, ["if-none-match", "if-modified-since"]);
    return handOn(reply, [...fileHeaders(reply), "cache-control", "etag", "last-modified", "retry-after"]);
  },
});

function handOn(reply: GatewayReply, names: readonly string[], given: Record<string, string> = {}): Response {
  const headers = new Headers(given);
  for (const name of names) {
    const value = reply.headers[name];
    if (typeof value === "string") headers.set(name, value);
  }
  const body = reply.statusCode === 304 ? null : new Uint8Array(reply.rawPayload);
  return new Response(body, { status: reply.statusCode, headers });
}

/** What is shown in the browser keeps the browser's own viewer, which a sandbox would not let run. */
const fileHeaders = ({ headers }: GatewayReply): string[] => {
  const named = ["content-type", "content-disposition"];
  return String(headers["content-disposition"]).startsWith("attachment")
    ? [...named, "content-security-policy"]
    : named;
};

/** The data, or the right page instead: sign-in, "not there", "try later". */
export function requireData<T>(event: RequestEvent, result: ApiResult<T>): T {
  if (result.ok) return result.data;
  throwRefused(event, result);
}

function throwRefused(event: RequestEvent, { status, error: problem }: ApiRefused): never {
  if (problem.code === "sign_in_required") redirect(303, signInPath(event.url));
  if (problem.code === "refused") error(status, refusalMessage(problem.refusal));
  if (problem.code === "internal") error(500, m.shell_error_fault_text(), { requestId: problem.requestId });
  if (problem.code === "too_many_requests") error(429, m.shell_error_too_many());
  if (problem.code === "unavailable") error(503, m.shell_error_unavailable());
  error(status, m.shell_error_not_found_text());
}

export function signInPath(url: URL): string {
  return `/anmelden?${new URLSearchParams({ returnTo: url.pathname + url.search }).toString()}`;
}

async function send(
  event: RequestEvent,
  target: Endpoint,
  input: { params?: unknown; query?: unknown; body?: unknown },
  passedOn: readonly string[] = [],
): Promise<GatewayReply> {
  const headers: Record<string, string> = {
    accept: "application/json",
    cookie: event.cookies
      .getAll()
      .map(({ name, value }) => `${name}=${encodeURIComponent(value)}`)
      .join("; "),
  };
  if (input.body !== undefined) headers["content-type"] = "application/json";
  for (const name of passedOn) {
    const value = event.request.headers.get(name);
    if (value !== null) headers[name] = value;
  }
  const reply = await gatewayOf(event).inject({
    method: target.method,
    url: pathWith(target.path, input.params),
    headers,
    query: queryOf(input.query),
    remoteAddress: event.getClientAddress(),
    ...(input.body === undefined ? {} : { payload: JSON.stringify(input.body) }),
  });
  for (const { name, value, path, httpOnly, secure, sameSite, maxAge, expires } of reply.cookies) {
    event.cookies.set(name, value, {
      path: path ?? "/",
      httpOnly: httpOnly ?? false,
      secure: secure ?? false,
      sameSite: sameSite?.toLowerCase() === "strict" ? "strict" : "lax",
      ...(maxAge === undefined ? {} : { maxAge }),
      ...(expires === undefined ? {} : { expires }),
    });
  }
  return reply;
}

function refused(reply: GatewayReply): ApiRefused {
  const parsed = ApiError.safeParse(jsonOrNull(reply.payload));
  if (parsed.success) return { ok: false, status: reply.statusCode, error: parsed.data };
  throw new Error(`The api answered ${reply.statusCode} with an unknown body`);
}

function jsonOrNull(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function pathWith(path: string, params: unknown): string {
  const values = new Map(Object.entries(params ?? {}));
  return path.replace(/:(\w+)/g, (_, name: string) => encodeURIComponent(String(values.get(name) ?? "")));
}

function queryOf(query: unknown): Record<string, string | string[]> {
  const sent: Record<string, string | string[]> = {};
  for (const [name, value] of Object.entries(query ?? {})) {
    if (value === undefined || value === null || value === "") continue;
    sent[name] = Array.isArray(value) ? value.map(String) : String(value);
  }
  return sent;
}
