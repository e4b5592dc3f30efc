import { redirect, type RequestEvent } from "@sveltejs/kit";
import type { LegalPages } from "@augenhoehe/contract";
import { api, requireData } from "./api.ts";

/** What the imprint and privacy pages of this visitor's network say. */
export async function requireLegalPages(event: RequestEvent): Promise<LegalPages> {
  const me = await event.locals.me();
  const slug = me === null ? (await event.locals.networks()).current?.slug : me.network.slug;
  if (slug === undefined) redirect(303, "/");
  return requireData(event, await api(event).call("readLegalPages", { params: { networkSlug: slug } }));
}
