import { NO_WISHES, recruitNext } from "@augenhoehe/domain/matching";
import { assumptionsOf } from "./assumptions.ts";
import type { PlanOptions } from "./options.ts";
import type { PlanReport, ReportList, ReportRecruit } from "./plan-report.ts";
import type { PlanList } from "./read-list.ts";
import type { ListRead } from "./read-people.ts";
import { reportNotes } from "./report-notes.ts";
import { reportPairs } from "./report-pairs.ts";
import { reportUnserved } from "./report-unserved.ts";
import type { Telling } from "./telling.ts";

/** The plan in words: pairs with reasons, who waits on and why, whom to look for, and what was assumed. */
export function buildReport(telling: Telling, options: PlanOptions): PlanReport {
  const { read, plan, settings, words } = telling;
  const { requests, mentors, weights } = read.input;
  return {
    today: read.today,
    settings,
    weights,
    volunteers: reportList(read.lists.volunteers, read.volunteers),
    requests: reportList(read.lists.requests, read.requests),
    totals: {
      requests: requests.length,
      volunteers: mentors.length,
      places: mentors.reduce((sum, { capacity }) => sum + capacity, 0),
      ...{ served: plan.served, points: plan.points, bonus: plan.bonus },
    },
    pairs: reportPairs(telling),
    unserved: reportUnserved(telling),
    recruit: reportRecruit(telling),
    assumptions: assumptionsOf(telling, options),
    notes: reportNotes(read.notes, words),
  };
}

const reportList = ({ path, columns }: PlanList, { people, leftOut }: ListRead<unknown>): ReportList => ({
  file: path,
  people: people.length,
  leftOut,
  columns: columns
    .filter(({ header }) => header !== "")
    .map(({ header, field, isNeverRead }) => ({ header, field, neverRead: isNeverRead })),
});

function reportRecruit({ read, settings, plan, words, naming }: Telling): ReportRecruit {
  const { groups, together, othersUnserved } = recruitNext(read.input, settings, NO_WISHES, plan);
  return {
    groups: groups.map((group) => ({ ...group, sentence: words.recruit(group, naming) })),
    together,
    othersUnserved,
  };
}
