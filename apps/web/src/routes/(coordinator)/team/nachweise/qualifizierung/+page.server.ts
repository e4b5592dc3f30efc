import { api, requireData } from "#lib/server/api.ts";
import { formats } from "#lib/server/format.ts";
import { readOwnNetwork } from "#lib/server/own-network.ts";
import type { PageServerLoad } from "./$types";
import { chosenQuery, proofChoices, proofFilter } from "../proof-filter.ts";
import { funderSums, measuresInWords } from "../proof-words.ts";

export const load: PageServerLoad = async (event) => {
  const network = await readOwnNetwork(event);
  const f = formats(event.locals.locale, network.timeZone);
  const choices = requireData(event, await api(event).call("listProofCourses"));
  const proof = requireData(event, await api(event).call("readFunderProof", { query: proofFilter(event.url) }));
  return {
    choices: proofChoices(choices, event.url),
    query: chosenQuery(event.url),
    sums: funderSums(proof, f),
    measures: measuresInWords(proof, f),
  };
};
