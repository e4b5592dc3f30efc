import { error, type RequestEvent } from "@sveltejs/kit";
import type { NetworkProfile } from "@augenhoehe/contract";
import { api, requireData } from "./api.ts";

/** Districts, topics and interests of the network that the signed-in account belongs to. */
export async function readOwnNetwork(event: RequestEvent): Promise<NetworkProfile> {
  const me = await event.locals.me();
  if (me === null) error(401);
  return requireData(event, await api(event).call("readNetwork", { params: { networkSlug: me.network.slug } }));
}
