import { requireAccount } from "#lib/server/guard.ts";
import type { LayoutServerLoad } from "./$types";

export const load: LayoutServerLoad = async (event) => {
  const me = await requireAccount(event, ["trainer", "coordinator"]);
  return { path: event.url.pathname, isCoordinator: me.roles.includes("coordinator") };
};
