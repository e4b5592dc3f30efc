import { requireAccount } from "#lib/server/guard.ts";
import type { LayoutServerLoad } from "./$types";

export const load: LayoutServerLoad = async (event) => {
  const me = await requireAccount(event, ["coordinator", "counsellor", "admin"]);
  return {
    path: event.url.pathname,
    deskRole: me.roles.some((role) => role === "coordinator" || role === "admin") ? "coordinator" : "counsellor",
  };
};
