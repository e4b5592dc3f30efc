import { ROUND } from "../policies.ts";
import { bestPairFirst, firstComeFirstServed } from "../simple-policies.ts";
import { element, text, type Svg } from "./svg.ts";

/** The policies that a picture shows: the name in the figures, in the legend, and the class of its line and mark. */
export const SHOWN = [
  { policy: firstComeFirstServed.name, label: "first come, first served", look: "first" },
  { policy: bestPairFirst.name, label: "best pair first", look: "best" },
  { policy: ROUND, label: "matching round", look: "round" },
] as const;
export type Look = (typeof SHOWN)[number]["look"];

const SIZE = 6;

/** A ring, a diamond, a full disc: told apart without colour. */
export function mark(look: Look, x: number, y: number): Svg {
  const name = `mark ${look}`;
  if (look !== "best") return element("circle", { class: name, cx: x, cy: y, r: look === "round" ? SIZE - 2 : SIZE });
  const d = `M${x} ${y - SIZE}L${x + SIZE} ${y}L${x} ${y + SIZE}L${x - SIZE} ${y}Z`;
  return element("path", { class: name, d });
}

const LEGEND_STEPS = [0, 230, 400] as const;

export function legend(left: number, y: number): readonly Svg[] {
  return SHOWN.flatMap(({ label, look }, index) => {
    const x = left + (LEGEND_STEPS[index] ?? 0);
    return [mark(look, x, y - 5), text(x + 14, y, label, { class: look })];
  });
}
