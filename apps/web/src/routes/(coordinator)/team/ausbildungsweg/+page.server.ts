import { FUNNEL_PERIODS } from "@augenhoehe/contract";
import { FUNNEL_STEPS } from "@augenhoehe/domain";
import { m } from "#lib/paraglide/messages.js";
import { withQuery } from "#lib/query.ts";
import { api, requireData } from "#lib/server/api.ts";
import { formats } from "#lib/server/format.ts";
import { pageNumber } from "#lib/server/list-filter.ts";
import { readOwnNetwork } from "#lib/server/own-network.ts";
import type { PageServerLoad } from "./$types";
import { fullestStep, peopleInWords, STEP_LABELS, stepsInWords } from "./funnel-words.ts";

const PERIOD_LABELS = {
  "3": m.funnel_period_3,
  "6": m.funnel_period_6,
  "12": m.funnel_period_12,
  "24": m.funnel_period_24,
  all: m.funnel_period_all,
} satisfies Record<(typeof FUNNEL_PERIODS)[number], () => string>;

const USUAL = "12";

export const load: PageServerLoad = async (event) => {
  const { url } = event;
  const network = await readOwnNetwork(event);
  const f = formats(event.locals.locale, network.timeZone);
  const period = FUNNEL_PERIODS.find((known) => known === url.searchParams.get("zeitraum")) ?? USUAL;
  const funnel = requireData(event, await api(event).call("readFunnel", { query: { period } }));
  const step = FUNNEL_STEPS.find((known) => known === url.searchParams.get("schritt")) ?? fullestStep(funnel);
  const query = { period, step, page: pageNumber(url) };
  const stuck = requireData(event, await api(event).call("listStuckPeople", { query }));
  return {
    periods: FUNNEL_PERIODS.map((key) => ({
      key,
      label: PERIOD_LABELS[key](),
      href: withQuery(url, { zeitraum: key, page: null }),
      isCurrent: key === period,
    })),
    onTheWay: f.number(funnel.steps[0]?.reached ?? 0),
    isEmpty: funnel.all === 0,
    eligible: f.number(funnel.steps.at(-1)?.reached ?? 0),
    steps: stepsInWords(funnel, f).map((row) => ({
      ...row,
      href: `${withQuery(url, { schritt: row.key, zeitraum: period, page: null })}#wartende`,
      isChosen: row.key === step,
    })),
    paused: m.funnel_paused({ count: f.number(funnel.paused) }),
    left: m.funnel_left({ count: f.number(funnel.left) }),
    chosen: STEP_LABELS[step](),
    people: peopleInWords(stuck.items, f, new Date()),
    page: stuck.page,
    pageSize: stuck.pageSize,
    total: stuck.total,
  };
};
