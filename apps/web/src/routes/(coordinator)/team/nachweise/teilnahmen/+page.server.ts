import { api, requireData } from "#lib/server/api.ts";
import { formats } from "#lib/server/format.ts";
import { pageNumber } from "#lib/server/list-filter.ts";
import { readOwnNetwork } from "#lib/server/own-network.ts";
import type { PageServerLoad } from "./$types";
import { chosenQuery, proofChoices, proofFilter } from "../proof-filter.ts";
import { rosterRows, rosterSums } from "../proof-words.ts";

export const load: PageServerLoad = async (event) => {
  const network = await readOwnNetwork(event);
  const f = formats(event.locals.locale, network.timeZone);
  const choices = requireData(event, await api(event).call("listProofCourses"));
  const query = { ...proofFilter(event.url), page: pageNumber(event.url) };
  const roster = requireData(event, await api(event).call("readRosterProof", { query }));
  return {
    choices: proofChoices(choices, event.url),
    query: chosenQuery(event.url),
    rows: rosterRows(roster.items, f),
    sums: rosterSums(roster.sums, f),
    total: roster.total,
    page: roster.page,
    pageSize: roster.pageSize,
  };
};
