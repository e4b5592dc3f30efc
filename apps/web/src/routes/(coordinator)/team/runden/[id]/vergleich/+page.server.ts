import type { EndpointOutput, endpoints } from "@augenhoehe/contract";
import { isolated } from "#lib/messages/isolated.ts";
import { m } from "#lib/paraglide/messages.js";
import { api, requireData } from "#lib/server/api.ts";
import { formats, type Formats } from "#lib/server/format.ts";
import { readOwnNetwork } from "#lib/server/own-network.ts";
import { resultSentence, settingsSentence } from "../../figure-words.ts";
import { requirePlan } from "../../require-plan.ts";
import type { PageServerLoad } from "./$types";

type Compared = EndpointOutput<typeof endpoints.compareRoundDrafts>;

export const load: PageServerLoad = async (event) => {
  const { timeZone } = await readOwnNetwork(event);
  const { id } = event.params;
  const round = requireData(event, await api(event).call("readRound", { params: { id } }));
  const chosen = ["links", "rechts"].map((side) =>
    round.drafts.find((draft) => draft.id === event.url.searchParams.get(side)),
  );
  const [left, right] = chosen;
  const header = {
    id,
    name: round.name,
    drafts: round.drafts.map((draft) => ({ id: draft.id, name: draft.name })),
    left: left?.id,
    right: right?.id,
  };
  if (left === undefined || right === undefined || left.id === right.id) return { ...header, compared: null };
  const params = { id, draftId: left.id, otherId: right.id };
  const call = await api(event).call("compareRoundDrafts", { params });
  const unready = left.figures === null ? left : right;
  const compared = requirePlan(event, call, `/team/runden/${id}/${unready.id}`);
  return { ...header, compared: comparedWords(compared, formats(event.locals.locale, timeZone)) };
};

function comparedWords({ before, after, comparison }: Compared, f: Formats) {
  const { counts } = comparison;
  const differing = counts.moved + counts.newlyServed + counts.noLongerServed;
  const withPoints = ({ name, points }: { name: string; points: number }) =>
    m.rounds_with_points({ name: isolated(name), points: f.number(points) });
  const rows = [
    ...comparison.noLongerServed.map((row) => ({ ...row, left: withPoints(row.by), right: null })),
    ...comparison.newlyServed.map((row) => ({ ...row, left: null, right: withPoints(row.by) })),
    ...comparison.moved.map((row) => ({ ...row, left: withPoints(row.before), right: withPoints(row.after) })),
  ];
  return {
    sides: [before, after].map((draft) => sideWords(draft, f)),
    summary:
      differing === 0
        ? m.rounds_comparison_same()
        : m.rounds_comparison_differ({ count: differing, kept: f.number(counts.kept) }),
    rows: rows.map(({ requestId, chosenName, left, right }) => ({ id: requestId, name: chosenName, left, right })),
  };
}

const sideWords = ({ id, name, figures, settings }: Compared["before"], f: Formats) => ({
  id,
  name,
  result: resultSentence(figures),
  settings: settingsSentence(settings, f),
  figures: [
    { key: "served", label: m.rounds_figure_served(), value: f.number(figures.served) },
    { key: "unserved", label: m.rounds_figure_unserved(), value: f.number(figures.requests - figures.served) },
    { key: "mean", label: m.rounds_figure_mean_points(), value: f.number(Math.round(figures.meanPoints ?? 0)) },
    { key: "first", label: m.rounds_figure_first_choices(), value: f.number(figures.firstChoices) },
    { key: "pinned", label: m.rounds_figure_pinned(), value: f.number(figures.pinned) },
  ],
});
