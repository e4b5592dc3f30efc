import { redirect, type RequestEvent } from "@sveltejs/kit";
import type { MyRequest, NetworkProfile } from "@augenhoehe/contract";
import { api, requireData } from "./api.ts";

/** The request behind the receipt of this browser; without one the way leads to where the number is asked. */
export async function requireMyRequest(event: RequestEvent): Promise<MyRequest> {
  const hadOne = event.cookies.getAll().some(({ name }) => name.endsWith("receipt"));
  const result = await api(event).call("readMyRequest");
  if (result.ok) return result.data;
  const isClosed = result.error.code === "sign_in_required" && hadOne;
  if (isClosed || result.error.code === "sign_in_required" || result.error.code === "refused") {
    redirect(303, isClosed ? "/quittung?zu=ja" : "/quittung");
  }
  return requireData(event, result);
}

/** Districts and words of the network this browser belongs to. */
export async function requireNetwork(event: RequestEvent): Promise<NetworkProfile> {
  const { current } = await event.locals.networks();
  if (current === null) redirect(303, "/");
  return requireData(event, await api(event).call("readNetwork", { params: { networkSlug: current.slug } }));
}
