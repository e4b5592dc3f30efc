import { redirect } from "@sveltejs/kit";
import { rememberNetwork } from "#lib/server/network.ts";
import type { PageServerLoad } from "./$types";

/** A poster's address names its network: `/anfrage?netz=…`. */
export const load: PageServerLoad = async (event) => {
  const { networks, current } = await event.locals.networks();
  const named = networks.find(({ slug }) => slug === event.url.searchParams.get("netz"));
  if (named !== undefined) rememberNetwork(event, named.slug);
  if (named === undefined && current === null) redirect(303, "/");
};
