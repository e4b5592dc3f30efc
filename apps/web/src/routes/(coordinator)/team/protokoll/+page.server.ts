import { activityLines } from "#lib/server/activity-lines.ts";
import { api, requireData } from "#lib/server/api.ts";
import { formats } from "#lib/server/format.ts";
import { readOwnNetwork } from "#lib/server/own-network.ts";
import { pageNumber } from "#lib/server/list-filter.ts";
import type { PageServerLoad } from "./$types";

export const load: PageServerLoad = async (event) => {
  const network = await readOwnNetwork(event);
  const query = { page: pageNumber(event.url) };
  const list = requireData(event, await api(event).call("listActivities", { query }));
  return {
    total: list.total,
    page: list.page,
    pageSize: list.pageSize,
    rows: activityLines(list.items, formats(event.locals.locale, network.timeZone)),
  };
};
