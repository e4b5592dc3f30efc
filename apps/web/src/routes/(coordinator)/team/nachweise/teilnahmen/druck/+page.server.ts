import { api, requireData } from "#lib/server/api.ts";
import { formats } from "#lib/server/format.ts";
import { readOwnNetwork } from "#lib/server/own-network.ts";
import type { PageServerLoad } from "./$types";
import { chosenQuery, proofChoices, proofFilter } from "../../proof-filter.ts";
import { rosterRows, rosterSums, type RosterLine } from "../../proof-words.ts";

export const load: PageServerLoad = async (event) => {
  const network = await readOwnNetwork(event);
  const f = formats(event.locals.locale, network.timeZone);
  const choices = requireData(event, await api(event).call("listProofCourses"));
  const roster = requireData(event, await api(event).call("printRosterProof", { query: proofFilter(event.url) }));
  return {
    inWords: proofChoices(choices, event.url).inWords,
    query: chosenQuery(event.url),
    provider: roster.providerName,
    printed: { when: f.dateTime(roster.printedAt), name: roster.printedBy },
    withSignatures: event.url.searchParams.has("unterschrift"),
    sums: rosterSums(roster.sums, f),
    dates: byDate(rosterRows(roster.rows, f)),
  };
};

/** A sheet for each date: its lines follow one another. */
const byDate = (rows: readonly RosterLine[]) =>
  [...Map.groupBy(rows, ({ sessionId }) => sessionId)].map(([id, lines]) => ({ id, lines, ...headOf(lines) }));

function headOf([first]: readonly RosterLine[]) {
  if (first === undefined) throw new Error("A date without lines");
  const { when, course, module, place } = first;
  return { when, course, module, place };
}
