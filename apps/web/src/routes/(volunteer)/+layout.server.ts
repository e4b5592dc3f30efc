import { requireAccount } from "#lib/server/guard.ts";
import type { LayoutServerLoad } from "./$types";

export const load: LayoutServerLoad = async (event) => {
  await requireAccount(event, ["volunteer"]);
  return { path: event.url.pathname };
};
