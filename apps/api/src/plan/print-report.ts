import type { PlanReport, ReportPair, ReportUnserved } from "./plan-report.ts";
import { fittingWidth, hanging, textTable } from "./text-table.ts";
import { wrapText } from "./text-width.ts";
import type { PlanWords } from "./words/plan-words.ts";
import type { Naming } from "./words/reason-sentences.ts";

const BULLET = "· ";
const INSET = "  ";
/** Names take a fifth of the line each at most; reasons get the rest. */
const NAME_SHARE = 0.2;
const LEAST_NAME = 8;
const GAPS = 6;

/** The plan for a terminal, `width` characters wide. */
export function printReport(report: PlanReport, words: PlanWords, naming: Naming, width: number): string[] {
  const paragraph = (text: string) => wrapText(text, width);
  return [
    ...title(words.title(report.today)),
    ...paragraph(words.outcome(report.totals)),
    ...paragraph(words.proved[report.settings.objective]),
    ...paragraph(words.settings(report.settings, naming)),
    "",
    ...title(words.pairsTitle),
    ...pairLines(report, words, naming, width),
    ...(report.unserved.length === 0
      ? []
      : ["", ...title(words.unservedTitle), ...unservedLines(report, words, width)]),
    ...(report.unserved.length === 0 ? [] : ["", ...title(words.recruitTitle), ...recruitLines(report, words, width)]),
    "",
    ...title(words.assumptionsTitle),
    ...report.assumptions.flatMap(({ sentence }) => bullet(sentence, width)),
  ];
}

const title = (text: string): string[] => [text, "═".repeat(text.length)];
const bullet = (text: string, width: number): string[] => hanging(BULLET + text, width);

function pairLines({ pairs }: PlanReport, words: PlanWords, naming: Naming, width: number): string[] {
  if (pairs.length === 0) return [words.noPairs];
  const { head } = words;
  const most = Math.floor(width * NAME_SHARE);
  const nameWidth = (header: string, side: "request" | "volunteer") =>
    fittingWidth([header, ...pairs.map((pair) => pair[side].name)], LEAST_NAME, most);
  const columns = [
    { header: head.points, align: "end" as const, width: head.points.length },
    { header: head.request, align: "start" as const, width: nameWidth(head.request, "request") },
    { header: head.volunteer, align: "start" as const, width: nameWidth(head.volunteer, "volunteer") },
  ];
  const rest = width - columns.reduce((sum, column) => sum + column.width, 0) - GAPS;
  const hasBonus = pairs.some(({ bonus }) => bonus > 0);
  return [
    ...textTable(
      [...columns, { header: head.why, align: "start", width: rest }],
      pairs.map((pair) => pairCells(pair, words, naming)),
    ),
    ...(hasBonus ? ["", ...wrapText(words.bonusLegend, width)] : []),
  ];
}

const pairCells = (pair: ReportPair, words: PlanWords, { number }: Naming): string[][] => [
  [String(pair.points), ...(pair.bonus > 0 ? [words.bonus(number(pair.bonus))] : [])],
  [pair.request.name, words.row(pair.request.row)],
  [pair.volunteer.name, words.row(pair.volunteer.row), words.choice(pair.choice.place, pair.choice.of)],
  [...pair.reasons.map(({ sentence }) => sentence), ...pair.cautions.map(({ sentence }) => `! ${sentence}`)],
];

function unservedLines({ unserved }: PlanReport, words: PlanWords, width: number): string[] {
  const lookedInto = unserved.filter(({ why }) => why !== null);
  const others = unserved.length - lookedInto.length;
  const named = unserved.flatMap((one, index) => [...(index === 0 ? [] : [""]), ...unservedPerson(one, words, width)]);
  return others === 0 ? named : [...named, "", ...wrapText(words.notLookedInto(others), width)];
}

function unservedPerson({ request, waitingWeeks, why }: ReportUnserved, words: PlanWords, width: number): string[] {
  const who = `${request.name} (${words.row(request.row)}), ${words.waiting(waitingWeeks)}`;
  if (why === null) return hanging(who, width);
  const excluded = why.excluded.map((one) => words.excluded(one.volunteers, one.words)).join(" · ");
  return [
    ...hanging(who, width),
    ...[why.sentence, excluded].filter((text) => text !== "").flatMap((text) => hanging(text, width, INSET)),
    ...why.doors.flatMap(({ sentence }) => hanging(BULLET + sentence, width, INSET)),
  ];
}

function recruitLines({ recruit }: PlanReport, words: PlanWords, width: number): string[] {
  const { groups, together, othersUnserved } = recruit;
  return [
    ...(groups.length === 0 ? wrapText(words.recruitNobody, width) : []),
    ...groups.flatMap(({ sentence }) => bullet(sentence, width)),
    ...(groups.length > 1 ? wrapText(words.recruitTogether(together.mentors, together.tandems), width) : []),
    ...(groups.length > 0 && othersUnserved > 0 ? wrapText(words.recruitOthers(othersUnserved), width) : []),
  ];
}
