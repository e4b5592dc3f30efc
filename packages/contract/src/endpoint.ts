import type { z } from "zod";

/**
 * Who may call an endpoint. `anyone` needs no session. `draft` and `mentee` come from the newcomer's cookie
 * (an unfinished request, or a receipt); every other role comes from an account's cookie.
 */
export const ACCOUNT_ROLES = ["volunteer", "trainer", "counsellor", "coordinator", "admin"] as const;
export type AccountRole = (typeof ACCOUNT_ROLES)[number];
export type Role = "draft" | "mentee" | AccountRole;
export type Policy = "anyone" | readonly [Role, ...Role[]];

/** A response that is a file: sent with `content-disposition`, never parsed. */
export interface FileResponse {
  readonly file: readonly [string, ...string[]];
}

export type Method = "GET" | "POST" | "PUT" | "PATCH" | "DELETE";

/** One row of the table of endpoints: the only description of what travels over HTTP. */
export interface Endpoint {
  readonly method: Method;
  /** Fastify path below the origin, with `:params`. */
  readonly path: `/api/${string}`;
  readonly who: Policy;
  readonly summary: string;
  readonly params?: z.ZodObject;
  readonly query?: z.ZodObject;
  readonly body?: z.ZodType;
  readonly response: z.ZodType | FileResponse;
  /** Largest accepted body in bytes; 64 KiB unless told. */
  readonly bodyLimit?: number;
  /** How many calls one address may make in a minute; 300 unless told. */
  readonly perMinute?: number;
}

export const endpoint = <const E extends Endpoint>(definition: E): E => definition;

type Sent<T> = T extends z.ZodType ? z.input<T> : never;
type Part<E, K extends string> =
  E extends Record<K, infer T> ? (T extends z.ZodType ? { [P in K]: Sent<T> } : unknown) : unknown;

/** What a caller passes: `params`, `query` and `body`, each only where the endpoint has it. */
export type EndpointInput<E extends Endpoint> = Part<E, "params"> & Part<E, "query"> & Part<E, "body">;

type Parsed<E, K extends string> =
  E extends Record<K, infer T> ? (T extends z.ZodType ? z.output<T> : undefined) : undefined;

/** What a handler receives after parsing. */
export interface ParsedInput<E extends Endpoint> {
  readonly params: Parsed<E, "params">;
  readonly query: Parsed<E, "query">;
  readonly body: Parsed<E, "body">;
}

/** What a caller gets back, and the shape a handler must return (a file handler returns a `FileReply`). */
export type EndpointOutput<E extends Endpoint> = E["response"] extends z.ZodType ? z.output<E["response"]> : FileReply;

export interface FileReply {
  readonly contentType: string;
  readonly fileName: string;
  /** What is costly to write and often unchanged is made only when somebody needs it. */
  readonly content: Uint8Array | string | (() => string);
  /** For whoever asks again and again: told as `ETag` and `Last-Modified`, answered with 304 while it is the same. */
  readonly version?: { readonly tag: string; readonly changedAt: Date };
  /** Shown in the browser instead of saved, e.g. a certificate. */
  readonly inline?: boolean;
}
