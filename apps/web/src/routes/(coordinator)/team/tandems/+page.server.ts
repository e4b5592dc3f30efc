import { TANDEM_STATUSES } from "@augenhoehe/domain";
import { TANDEM_STATUS_LABELS, choicesOf } from "#lib/messages/labels.ts";
import { tandemTone } from "#lib/messages/state-tone.ts";
import { api, requireData } from "#lib/server/api.ts";
import { formats } from "#lib/server/format.ts";
import { readOwnNetwork } from "#lib/server/own-network.ts";
import { pageNumber } from "#lib/server/list-filter.ts";
import type { PageServerLoad } from "./$types";

export const load: PageServerLoad = async (event) => {
  const network = await readOwnNetwork(event);
  const asked = event.url.searchParams.get("status");
  const status = TANDEM_STATUSES.find((known) => known === asked);
  const query = { page: pageNumber(event.url), status };
  const list = requireData(event, await api(event).call("listTandems", { query }));
  const when = formats(event.locals.locale, network.timeZone);
  return {
    status: status ?? "",
    total: list.total,
    page: list.page,
    pageSize: list.pageSize,
    rows: list.items.map((row) => ({
      id: row.id,
      mentor: row.mentorName,
      mentee: row.menteeName,
      status: TANDEM_STATUS_LABELS[row.status](),
      tone: tandemTone(row.status),
      since: when.shortDate(row.startedAt),
      firstMeeting: row.firstMeetingAt === null ? "" : when.shortDateTime(row.firstMeetingAt),
    })),
    statuses: choicesOf(TANDEM_STATUS_LABELS),
  };
};
