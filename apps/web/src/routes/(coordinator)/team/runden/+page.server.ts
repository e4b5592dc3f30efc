import { m } from "#lib/paraglide/messages.js";
import { api, requireData } from "#lib/server/api.ts";
import { formats } from "#lib/server/format.ts";
import { pageNumber } from "#lib/server/list-filter.ts";
import { readOwnNetwork } from "#lib/server/own-network.ts";
import type { PageServerLoad } from "./$types";

export const load: PageServerLoad = async (event) => {
  const { timeZone } = await readOwnNetwork(event);
  const query = { page: pageNumber(event.url) };
  const rounds = requireData(event, await api(event).call("listRounds", { query }));
  const f = formats(event.locals.locale, timeZone);
  return {
    ...rounds,
    items: rounds.items.map(({ createdAt, createdBy, closedAt, ...round }) => ({
      ...round,
      isClosed: closedAt !== null,
      created: m.rounds_created_by({ date: f.shortDate(createdAt), name: createdBy }),
    })),
    wasDeleted: event.url.searchParams.has("geloescht"),
  };
};
