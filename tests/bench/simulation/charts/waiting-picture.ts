import { EVERYBODY } from "../groups.ts";
import type { Outcomes } from "../run-seeds.ts";
import { addedUp, reachedBy, stillWaiting, type Waits } from "../waiting-time.ts";
import { mark, SHOWN } from "./three-policies.ts";
import { element, picture, text, type Svg } from "./svg.ts";

const WIDTH = 840;
const HEIGHT = 440;
const PLOT = { left: 64, right: 806, top: 84, bottom: 376 } as const;
const DAYS = 728;
const WEEK = 7;

const xOf = (day: number): number => PLOT.left + (day / DAYS) * (PLOT.right - PLOT.left);
const yOf = (share: number): number => PLOT.bottom - share * (PLOT.bottom - PLOT.top);
const weeks = (day: number | null): string =>
  day === null ? "more than two years" : `${Math.round(day / WEEK)} weeks`;

/** Week by week, how many of the people who asked still have no tandem. */
export function waitingPicture(outcomes: Outcomes): string {
  const lines = SHOWN.map(({ policy, label, look }) => {
    const waits = addedUp(
      (outcomes.get(policy) ?? []).flatMap(({ waitsByGroup }) => waitsByGroup.get(EVERYBODY) ?? []),
    );
    return { label, look, waits, median: reachedBy(0.5, waits), p90: reachedBy(0.9, waits) };
  });
  const description = lines
    .map(({ label, median, p90 }) => `${label}: half within ${weeks(median)}, nine of ten within ${weeks(p90)}`)
    .join("; ");
  return picture(
    { width: WIDTH, height: HEIGHT, title: "How long people wait for a tandem", description: `${description}.` },
    [
      text(PLOT.left - 40, 36, "People still without a tandem, by weeks since they asked", { class: "heading" }),
      text(PLOT.left - 40, 58, "A network with more requests than mentors; two years, simulated", { class: "soft" }),
      ...axes(),
      /* The dashes last: they lie on top where two lines meet. */
      ...lines.toReversed().map(({ look, waits }) => element("path", { class: `line ${look}`, d: steps(waits) })),
      ...lines.flatMap(({ look, label, p90, median }, index) => [
        ...(p90 === null ? [] : [mark(look, xOf(p90), yOf(0.1))]),
        ...key(look, `${label}: half in ${weeks(median)}, nine of ten in ${weeks(p90)}`, index),
      ]),
    ],
  );
}

function axes(): Svg[] {
  const rows = [0, 0.25, 0.5, 0.75, 1].flatMap((share) => [
    element("line", { class: "grid", x1: PLOT.left, x2: PLOT.right, y1: yOf(share), y2: yOf(share) }),
    text(PLOT.left - 10, yOf(share) + 5, `${100 * share} %`, { class: "soft", "text-anchor": "end" }),
  ]);
  const columns = [0, 13, 26, 39, 52, 65, 78, 91, 104].map((week) =>
    text(xOf(week * WEEK), PLOT.bottom + 22, String(week), { class: "soft", "text-anchor": "middle" }),
  );
  return [
    ...rows,
    ...columns,
    text(PLOT.right, PLOT.bottom + 44, "weeks", { class: "soft", "text-anchor": "end" }),
    element("line", { class: "limit", x1: PLOT.left, x2: PLOT.right, y1: yOf(0.1), y2: yOf(0.1) }),
    text(PLOT.right, yOf(0.1) - 7, "one of ten still waits", { class: "soft", "text-anchor": "end" }),
  ];
}

const KEY = { x: 300, y: 104, step: 21 } as const;

function key(look: (typeof SHOWN)[number]["look"], words: string, index: number): Svg[] {
  const y = KEY.y + index * KEY.step;
  return [
    element("path", { class: `line ${look}`, d: `M${KEY.x} ${y - 5}H${KEY.x + 34}` }),
    text(KEY.x + 44, y, words),
  ];
}

/** One point a week is enough for the eye. */
function steps(waits: Waits): string {
  return stillWaiting(waits)
    .flatMap((share, day) => (day % WEEK === 0 ? [`${xOf(day).toFixed(1)} ${yOf(share).toFixed(1)}`] : []))
    .map((point, index) => `${index === 0 ? "M" : "L"}${point}`)
    .join("");
}
