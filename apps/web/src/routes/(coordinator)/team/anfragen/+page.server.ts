import { LANGUAGE_CODES, REQUEST_STATUSES } from "@augenhoehe/domain";
import { REQUEST_STATUS_LABELS } from "#lib/messages/labels.ts";
import { requestTone } from "#lib/messages/state-tone.ts";
import { termLabel } from "#lib/messages/term-label.ts";
import { m } from "#lib/paraglide/messages.js";
import { api, requireData } from "#lib/server/api.ts";
import { formats } from "#lib/server/format.ts";
import { languageChoices, languageName } from "#lib/server/language-name.ts";
import { readOwnNetwork } from "#lib/server/own-network.ts";
import { requestFilter } from "#lib/server/list-filter.ts";
import type { PageServerLoad } from "./$types";

export const load: PageServerLoad = async (event) => {
  const network = await readOwnNetwork(event);
  const filter = requestFilter(event.url);
  const list = requireData(event, await api(event).call("listRequests", { query: filter }));
  const { locale } = event.locals;
  const when = formats(locale, network.timeZone);
  const now = new Date();
  return {
    filter,
    filtered: Object.entries(filter).some(([name, value]) => name !== "page" && name !== "sort" && value !== undefined),
    total: list.total,
    page: list.page,
    pageSize: list.pageSize,
    handedOver: event.url.searchParams.has("uebergeben"),
    rows: list.items.map((row) => ({
      id: row.id,
      name: row.chosenName,
      status: REQUEST_STATUS_LABELS[row.status](),
      tone: requestTone(row.status),
      languages: when.list(row.languages.map(({ code }) => languageName(code, locale))),
      district: row.districtName ?? "",
      topics: when.list(row.topics.map((key) => termLabel(key, network.topics))),
      priority: row.priority,
      waiting: row.status === "in_tandem" || row.status === "closed" ? "" : when.waiting(row.submittedAt, now),
    })),
    choices: {
      status: [
        { value: "waiting", label: m.coordinator_requests_waiting_filter() },
        ...REQUEST_STATUSES.map((value) => ({ value, label: REQUEST_STATUS_LABELS[value]() })),
      ],
      language: languageChoices(locale).filter(({ value }) => LANGUAGE_CODES.some((code) => code === value)),
      district: network.districts.map(({ key, name }) => ({ value: key, label: name })),
    },
  };
};
