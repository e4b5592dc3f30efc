import type { FastifyInstance, LightMyRequestResponse } from "fastify";
import { endpoints, type EndpointInput, type EndpointName, type EndpointOutput } from "@augenhoehe/contract";

type Endpoints = typeof endpoints;
type Input<N extends EndpointName> = EndpointInput<Endpoints[N]>;
type CallArguments<N extends EndpointName> = {} extends Input<N> ? [input?: Input<N>] : [input: Input<N>];

export interface Reply<T> {
  readonly status: number;
  /** As its schema says when the status is 200, else an `ApiError`: see `expectOk` and `refusalOf`. Files are in `raw`. */
  readonly body: T;
  readonly raw: LightMyRequestResponse;
}

let nextAddress = 0;

/** A browser with its own address and cookies, calling the api as a page would. */
export class TestClient {
  readonly cookies = new Map<string, string>();
  readonly #app: FastifyInstance;
  remoteAddress: string;

  constructor(app: FastifyInstance) {
    this.#app = app;
    nextAddress++;
    this.remoteAddress = `10.${(nextAddress >> 16) & 255}.${(nextAddress >> 8) & 255}.${nextAddress & 255}`;
  }

  /** Calls an endpoint with input of its type. */
  async call<N extends EndpointName>(
    name: N,
    ...[input]: CallArguments<N>
  ): Promise<Reply<EndpointOutput<Endpoints[N]>>> {
    return this.callUnchecked(name, input ?? {});
  }

  /** Calls an endpoint with whatever a stranger might send. */
  async callUnchecked<N extends EndpointName>(
    name: N,
    input: { params?: unknown; query?: unknown; body?: unknown } = {},
  ): Promise<Reply<EndpointOutput<Endpoints[N]>>> {
    const { method, path } = endpoints[name];
    const values = new Map(Object.entries(input.params ?? {}));
    const url = path.replace(/:(\w+)/g, (_, key: string) => encodeURIComponent(textOf(values.get(key) ?? "-")));
    const raw = await this.#app.inject({
      method,
      url,
      query: toQuery(input.query),
      cookies: Object.fromEntries(this.cookies),
      remoteAddress: this.remoteAddress,
      ...(input.body === undefined
        ? {}
        : { payload: JSON.stringify(input.body), headers: { "content-type": "application/json" } }),
    });
    for (const { name: cookie, value, maxAge, expires } of raw.cookies) {
      const isGone = maxAge === 0 || (expires !== undefined && expires.getTime() <= 0);
      if (isGone) this.cookies.delete(cookie);
      else this.cookies.set(cookie, value);
    }
    return {
      status: raw.statusCode,
      raw,
      get body() {
        return raw.json<EndpointOutput<Endpoints[N]>>();
      },
    };
  }
}

/** As a form would write it; in an address no half of a character can stand. */
const textOf = (value: unknown): string => (typeof value === "string" ? value : JSON.stringify(value)).toWellFormed();

function toQuery(query: unknown): Record<string, string | string[]> {
  const sent: Record<string, string | string[]> = {};
  for (const [key, value] of Object.entries(query ?? {})) {
    if (value === undefined || value === null) continue;
    sent[key] = Array.isArray(value) ? value.map(textOf) : textOf(value);
  }
  return sent;
}
