import { randomUUID } from "node:crypto";
import type { EndpointInput, EndpointName, endpoints } from "@augenhoehe/contract";
import type { TestClient } from "../../support/test-client.ts";
import type { AccessScene } from "./access-scene.ts";
import type { CALLERS, Caller } from "./callers.ts";

type ForEach<Columns extends readonly unknown[]> = { readonly [Column in keyof Columns]: number };
/** One status per caller, in the order of `CALLERS`. */
export type Statuses = ForEach<typeof CALLERS>;

type Input<N extends EndpointName> = EndpointInput<(typeof endpoints)[N]>;
export interface AnyInput {
  readonly params?: unknown;
  readonly query?: unknown;
  readonly body?: unknown;
}

/** Valid input about a subject made for it, and who the people behind it are where the scene's own are not. */
export interface Prepared<I> {
  readonly input: I;
  readonly as?: Partial<Record<Caller, TestClient>>;
  /** Ids in the input that the permitted caller tries with somebody else's: each must answer like one nobody has. */
  readonly swaps?: Readonly<Record<string, readonly string[]>>;
}

export interface Row<I> {
  readonly statuses: Statuses;
  readonly prepare: (scene: AccessScene) => Prepared<I> | Promise<Prepared<I>>;
  /** Callers who read somebody's name here although they are not that person's coordinator. */
  readonly reads?: Partial<Record<Caller, true>>;
}

/** One row for every endpoint: an endpoint without one does not compile. */
export type AccessTable = { readonly [N in EndpointName]: Row<Input<N>> };

/** Input for endpoints that take none, or the same each time. */
export const always =
  <const I>(input: I) =>
  (): { readonly input: I } => ({ input });

/** An id nobody has. */
export const nobody = (): string => randomUUID();
