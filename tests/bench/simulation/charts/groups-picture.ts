import { EVERYBODY, GROUPS } from "../groups.ts";
import type { Outcomes } from "../run-seeds.ts";
import { groupSummary } from "../summary.ts";
import { legend, mark, SHOWN } from "./three-policies.ts";
import { element, picture, text, type Svg } from "./svg.ts";

const WIDTH = 840;
const LABELS = 184;
const PANEL = { width: 186, gap: 32, top: 128, never: 26 } as const;
const ROW = 28;
const HEADING = 30;
const WEEKS = 104;
const WEEK = 7;

interface Row {
  readonly label: string;
  readonly group: string | null;
  readonly y: number;
}

/** Until when nine of ten have a tandem, group by group; one panel per load. */
export function groupsPicture(loads: readonly { readonly name: string; readonly outcomes: Outcomes }[]): string {
  const rows = rowsFrom(PANEL.top + 26);
  const bottom = (rows.at(-1)?.y ?? 0) + ROW / 2;
  const height = bottom + 40;
  return picture(
    {
      width: WIDTH,
      height,
      title: "Weeks until nine of ten people have a tandem, by group",
      description: loads.map(({ name, outcomes }) => `${name}: ${inWords(rows, outcomes)}`).join(" "),
    },
    [
      text(24, 36, "Weeks until nine of ten people have a tandem", { class: "heading" }),
      text(24, 58, "Two years of one network, simulated; “never”: not within the two years", { class: "soft" }),
      ...legend(30, 90),
      ...rows.map(({ label, group, y }) =>
        text(group === null ? 24 : 36, y + 5, label, group === null ? { class: "soft" } : {}),
      ),
      ...loads.flatMap(({ name, outcomes }, index) =>
        panel(LABELS + index * (PANEL.width + PANEL.gap), { name, outcomes, rows, bottom }),
      ),
    ],
  );
}

function rowsFrom(top: number): readonly Row[] {
  let y = top;
  const rows: Row[] = [];
  for (const [heading, groups] of Object.entries(GROUPS)) {
    if (heading !== EVERYBODY) {
      y += HEADING - ROW;
      rows.push({ label: heading, group: null, y });
      y += ROW - 4;
    }
    for (const group of groups) {
      rows.push({ label: group, group, y });
      y += ROW;
    }
  }
  return rows;
}

function panel(
  left: number,
  { name, outcomes, rows, bottom }: { name: string; outcomes: Outcomes; rows: readonly Row[]; bottom: number },
): Svg[] {
  const right = left + PANEL.width;
  const xOf = (day: number | null): number =>
    day === null ? right - 6 : left + (day / WEEK / WEEKS) * (PANEL.width - PANEL.never);
  const columns = [0, 26, 52, 78, 104].map((week) => {
    const x = xOf(week * WEEK);
    return element("line", { class: "grid", x1: x, x2: x, y1: PANEL.top + 8, y2: bottom });
  });
  const numbers = [0, 26, 52, 78].map((week) =>
    text(xOf(week * WEEK), bottom + 20, String(week), { class: "soft", "text-anchor": "middle" }),
  );
  const marks = rows.flatMap(({ group, y }) =>
    group === null
      ? []
      : SHOWN.map(({ policy, look }) => mark(look, xOf(groupSummary(outcomes.get(policy) ?? [], group).p90), y)),
  );
  const never = text(right - 6, bottom + 20, "never", { class: "soft", "text-anchor": "middle" });
  return [text(left, PANEL.top - 6, name, { class: "strong" }), ...columns, ...numbers, never, ...marks];
}

function inWords(rows: readonly Row[], outcomes: Outcomes): string {
  const sentences = rows.flatMap(({ group }) => {
    if (group === null) return [];
    const weeks = SHOWN.map(({ policy, label }) => {
      const { p90 } = groupSummary(outcomes.get(policy) ?? [], group);
      return `${label} ${p90 === null ? "not in two years" : Math.round(p90 / WEEK)}`;
    });
    return [`${group} ${weeks.join(", ")}`];
  });
  return `${sentences.join("; ")}.`;
}
