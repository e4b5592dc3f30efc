import { error } from "@sveltejs/kit";
import type { RequestEvent } from "@sveltejs/kit";
import type { EndpointOutput, endpoints } from "@augenhoehe/contract";
import { m } from "#lib/paraglide/messages.js";
import { api, requireData } from "./api.ts";
import { LASTING_COOKIE } from "./cookies.ts";

type Networks = EndpointOutput<(typeof endpoints)["listNetworks"]>;
export type NetworkName = Networks["networks"][number];

/** The network a visitor means: the one of the cookie, or the only one. `null` where they have to choose. */
export interface NetworkChoice {
  readonly networks: readonly NetworkName[];
  readonly current: NetworkName | null;
}

/** Asks the api at most once per request. */
export function lazyNetworks(event: RequestEvent): () => Promise<NetworkChoice> {
  let asked: Promise<NetworkChoice> | undefined;
  return () => (asked ??= ask(event));
}

async function ask(event: RequestEvent): Promise<NetworkChoice> {
  const { networks } = requireData(event, await api(event).call("listNetworks"));
  const kept = networks.find(({ slug }) => slug === event.cookies.get("network"));
  const only = networks.length === 1 ? networks[0] : undefined;
  return { networks, current: kept ?? only ?? null };
}

export function rememberNetwork(event: RequestEvent, slug: string): void {
  event.cookies.set("network", slug, LASTING_COOKIE(event.url));
}

/** The network whose inbox is shown: the signed-in person's, or the one meant here. */
export async function demoSlug({ locals }: RequestEvent): Promise<string> {
  const me = await locals.me();
  const network = me?.network ?? (await locals.networks()).current;
  if (network === null) error(404, m.shell_error_not_found_text());
  return network.slug;
}
