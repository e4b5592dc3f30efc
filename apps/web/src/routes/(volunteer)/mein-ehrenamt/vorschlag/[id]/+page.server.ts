import { api, requireData } from "#lib/server/api.ts";
import { readOwnNetwork } from "#lib/server/own-network.ts";
import { proposalCards } from "../../proposal-cards.ts";
import type { PageServerLoad } from "./$types";

/** Where the mail leads. A proposal that has ended, and one that never was, look the same. */
export const load: PageServerLoad = async (event) => {
  const home = requireData(event, await api(event).call("readMyHome"));
  const network = await readOwnNetwork(event);
  const cards = proposalCards(home, network, event.locals.locale);
  return { proposal: cards.find(({ id }) => id === event.params.id) ?? null };
};
