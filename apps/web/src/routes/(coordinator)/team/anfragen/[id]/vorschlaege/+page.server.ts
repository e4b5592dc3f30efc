import { error, redirect } from "@sveltejs/kit";
import { cautionMessage, excludedCountLabel, wishLabel } from "#lib/messages/reason-message.ts";
import { m } from "#lib/paraglide/messages.js";
import { api, requireData } from "#lib/server/api.ts";
import { failWith, readForm } from "#lib/server/form.ts";
import { languageName } from "#lib/server/language-name.ts";
import { readOwnNetwork } from "#lib/server/own-network.ts";
import { reasonWords, scoreReasons } from "#lib/server/reason-words.ts";
import type { Actions, PageServerLoad } from "./$types";

const AT_FIRST = 10;
const AT_MOST = 50;

export const load: PageServerLoad = async (event) => {
  const network = await readOwnNetwork(event);
  const { params, url, locals } = event;
  const limit = url.searchParams.has("mehr") ? AT_MOST : AT_FIRST;
  const request = requireData(event, await api(event).call("readRequest", { params }));
  const found = requireData(event, await api(event).call("readSuggestions", { params, query: { limit } }));
  const words = reasonWords(network, locals.locale);
  const who = (url.searchParams.get("wer") ?? "").trim().slice(0, 80);
  const whyNot =
    who === ""
      ? null
      : requireData(event, await api(event).call("searchMentors", { params, query: { search: who } })).items;
  const excluded = found.excluded.toSorted((a, b) => b.mentors - a.mentors);
  return {
    id: request.id,
    name: request.answers.chosenName,
    isOpen: request.status === "open",
    considered: found.considered,
    possible: found.possible,
    mayHaveMore: found.possible > found.suggestions.length && limit === AT_FIRST,
    suggestions: found.suggestions.map((mentor, index) => ({
      id: mentor.volunteerId,
      rank: index + 1,
      name: mentor.name,
      district: mentor.districtName ?? "",
      languages: words.list(mentor.languages.map(({ code }) => languageName(code, locals.locale))),
      points: mentor.score.total,
      reasons: scoreReasons(mentor.score, words),
      cautions: mentor.cautions.map((caution) => cautionMessage(caution, words)),
      places: m.coordinator_suggestions_places({
        open: mentor.openTandems + mentor.openProposals,
        capacity: mentor.capacity,
      }),
    })),
    excluded: excluded.map(({ code, mentors }) => ({ code, mentors, label: excludedCountLabel(code) })),
    wishes: found.wishCosts.map(({ wish, moreMentors }) => ({
      wish,
      label: wishLabel(wish),
      more: moreMentors > 0 ? m.coordinator_wishes_more({ count: moreMentors }) : m.coordinator_wishes_no_more(),
    })),
    who,
    whyNot,
  };
};

export const actions: Actions = {
  vorschlagen: async (event) => {
    const form = await readForm(event);
    const volunteerId = form.text("volunteerId");
    if (!/^[0-9a-f-]{36}$/.test(volunteerId)) error(400);
    const result = await api(event).call("propose", { params: event.params, body: { volunteerId } });
    if (!result.ok) return failWith(result, form);
    redirect(303, `/team/vorschlaege/${result.data.id}?erledigt=vorgeschlagen`);
  },
};
