import { PROPOSAL_STATES } from "@augenhoehe/domain";
import { PROPOSAL_STATE_LABELS } from "#lib/messages/labels.ts";
import { proposalTone } from "#lib/messages/state-tone.ts";
import { m } from "#lib/paraglide/messages.js";
import { api, requireData } from "#lib/server/api.ts";
import { formats } from "#lib/server/format.ts";
import { readOwnNetwork } from "#lib/server/own-network.ts";
import { pageNumber } from "#lib/server/list-filter.ts";
import type { PageServerLoad } from "./$types";

const ALL = "all";
const OPEN = "open";

export const load: PageServerLoad = async (event) => {
  const network = await readOwnNetwork(event);
  const asked = event.url.searchParams.get("state");
  const state: (typeof PROPOSAL_STATES)[number] | typeof OPEN | undefined =
    asked === ALL ? undefined : (PROPOSAL_STATES.find((known) => known === asked) ?? OPEN);
  const query = { page: pageNumber(event.url), state };
  const list = requireData(event, await api(event).call("listProposals", { query }));
  const when = formats(event.locals.locale, network.timeZone);
  return {
    state: state ?? ALL,
    total: list.total,
    page: list.page,
    pageSize: list.pageSize,
    rows: list.items.map((row) => ({
      id: row.id,
      mentee: row.chosenName,
      mentor: row.volunteerName,
      state: PROPOSAL_STATE_LABELS[row.state](),
      tone: proposalTone(row.state),
      points: row.points,
      since: when.shortDate(row.createdAt),
      answerBy: row.answerBy === null ? "" : when.shortDate(row.answerBy),
    })),
    states: [
      { value: OPEN, label: m.coordinator_proposals_open() },
      { value: ALL, label: m.coordinator_filter_any() },
      ...PROPOSAL_STATES.map((value) => ({ value, label: PROPOSAL_STATE_LABELS[value]() })),
    ],
  };
};
