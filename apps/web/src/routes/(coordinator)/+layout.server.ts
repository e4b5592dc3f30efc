import { requireAccount } from "#lib/server/guard.ts";
import type { LayoutServerLoad } from "./$types";

export const load: LayoutServerLoad = async (event) => {
  const me = await requireAccount(event, ["coordinator", "counsellor", "admin"]);
  return {
    path: event.url.pathname,
    roles: me.roles,
    isCoordinator: me.roles.includes("coordinator"),
  };
};
