import { LANGUAGE_CODES, VOLUNTEER_STATUSES, type EligibilityGap } from "@augenhoehe/domain";
import { VOLUNTEER_STATUS_LABELS } from "#lib/messages/labels.ts";
import { m } from "#lib/paraglide/messages.js";
import { api, requireData } from "#lib/server/api.ts";
import { formats } from "#lib/server/format.ts";
import { languageChoices, languageName } from "#lib/server/language-name.ts";
import { readOwnNetwork } from "#lib/server/own-network.ts";
import { volunteerFilter } from "#lib/server/list-filter.ts";
import type { PageServerLoad } from "./$types";

const SHORT_GAP_LABELS = {
  interview: m.people_gap_interview,
  secrecy_declaration: m.people_gap_secrecy_declaration,
  agreement: m.people_gap_agreement,
  certificate: m.people_gap_certificate,
  fuehrungszeugnis: m.people_gap_fuehrungszeugnis,
} satisfies Record<Exclude<EligibilityGap, "left">, () => string>;

export const load: PageServerLoad = async (event) => {
  const network = await readOwnNetwork(event);
  const filter = volunteerFilter(event.url);
  const list = requireData(event, await api(event).call("listVolunteers", { query: filter }));
  const { locale } = event.locals;
  const when = formats(locale, network.timeZone);
  const stage = (row: (typeof list.items)[number]) =>
    row.eligible ? m.people_status_eligible() : VOLUNTEER_STATUS_LABELS[row.status]();
  return {
    filter,
    filtered: Object.entries(filter).some(([name, value]) => name !== "page" && name !== "sort" && value !== undefined),
    total: list.total,
    page: list.page,
    pageSize: list.pageSize,
    rows: list.items.map((row) => ({
      id: row.id,
      name: row.name,
      stage: stage(row),
      tone: row.eligible ? ("done" as const) : row.status === "applied" ? ("waiting" as const) : ("plain" as const),
      missing: when.list(row.gaps.flatMap((gap) => (gap === "left" ? [] : [SHORT_GAP_LABELS[gap]()]))),
      languages: when.list(row.languages.map(({ code }) => languageName(code, locale))),
      district: row.districtName ?? "",
      load: m.people_load({ open: row.openTandems, capacity: row.capacity }),
      asked: row.openProposals === 0 ? null : m.people_load_proposals({ count: row.openProposals }),
      applied: when.shortDate(row.appliedAt),
    })),
    choices: {
      status: [
        { value: "eligible", label: m.people_status_eligible() },
        ...VOLUNTEER_STATUSES.map((value) => ({ value, label: VOLUNTEER_STATUS_LABELS[value]() })),
      ],
      language: languageChoices(locale).filter(({ value }) => LANGUAGE_CODES.some((code) => code === value)),
      district: network.districts.map(({ key, name }) => ({ value: key, label: name })),
    },
  };
};
