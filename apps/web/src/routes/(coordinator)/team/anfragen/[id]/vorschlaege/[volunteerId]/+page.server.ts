import { redirect } from "@sveltejs/kit";
import { cautionMessage, exclusionMessage } from "#lib/messages/reason-message.ts";
import { api, requireData } from "#lib/server/api.ts";
import { failWith, readForm } from "#lib/server/form.ts";
import { readOwnNetwork } from "#lib/server/own-network.ts";
import { pairingRows } from "#lib/server/pairing-rows.ts";
import { reasonWords, scoreReasons } from "#lib/server/reason-words.ts";
import type { Actions, PageServerLoad } from "./$types";

export const load: PageServerLoad = async (event) => {
  const network = await readOwnNetwork(event);
  const { params, locals } = event;
  const pairing = requireData(event, await api(event).call("readPairing", { params }));
  const request = requireData(event, await api(event).call("readRequest", { params: { id: params.id } }));
  const words = reasonWords(network, locals.locale);
  return {
    requestId: params.id,
    volunteerId: params.volunteerId,
    mentee: pairing.request.chosenName,
    mentor: pairing.mentor.name,
    rank: pairing.rank,
    canPropose: pairing.rank !== null && request.status === "open",
    points: pairing.score.total,
    reasons: scoreReasons(pairing.score, words),
    exclusions: pairing.exclusions.map((exclusion) => exclusionMessage(exclusion, words)),
    cautions: pairing.cautions.map((caution) => cautionMessage(caution, words)),
    rows: pairingRows(pairing, words, locals.locale),
  };
};

export const actions: Actions = {
  vorschlagen: async (event) => {
    const form = await readForm(event);
    const { id, volunteerId } = event.params;
    const result = await api(event).call("propose", { params: { id }, body: { volunteerId } });
    if (!result.ok) return failWith(result, form);
    redirect(303, `/team/vorschlaege/${result.data.id}?erledigt=vorgeschlagen`);
  },
};
