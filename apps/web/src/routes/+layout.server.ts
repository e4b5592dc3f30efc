import { homeOf } from "#lib/server/guard.ts";
import type { LayoutServerLoad } from "./$types";

export const load: LayoutServerLoad = async ({ locals, url }) => {
  const me = await locals.me();
  const network = me === null ? (await locals.networks()).current : me.network;
  return {
    locale: locals.locale,
    moreContrast: locals.moreContrast,
    account: me === null ? null : { roles: me.roles, name: me.displayName, home: homeOf(me.roles) },
    network: network === null ? null : { slug: network.slug, name: network.name, demo: network.demo },
    here: hereWithoutAction(url),
  };
};

/** Path and query to come back to: an action that was just done is not done again. */
function hereWithoutAction(url: URL): string {
  const params = [...url.searchParams].filter(([name]) => name !== "lang" && !name.startsWith("/"));
  return params.length === 0 ? url.pathname : `${url.pathname}?${new URLSearchParams(params).toString()}`;
}
