import { padEnd, padStart, textWidth, wrapText } from "./text-width.ts";

export interface TextColumn {
  readonly header: string;
  readonly align: "start" | "end";
  readonly width: number;
}

/** A cell is some paragraphs; lines that follow the first of a paragraph are set in a little. */
export type TextCell = readonly string[];

const GAP = "  ";
const HANGING = "  ";

/** Columns side by side, long cells over several lines, a rule under the headers and air between the rows. */
export function textTable(columns: readonly TextColumn[], rows: readonly (readonly TextCell[])[]): string[] {
  const line = (cells: readonly string[]) =>
    columns
      .map(({ align, width }, index) => (align === "end" ? padStart : padEnd)(cells[index] ?? "", width))
      .join(GAP)
      .trimEnd();
  const body = rows.flatMap((cells, index) => {
    const wrapped = columns.map(({ width }, column) => (cells[column] ?? []).flatMap((text) => hanging(text, width)));
    const height = Math.max(...wrapped.map((lines) => lines.length));
    const lines = Array.from({ length: height }, (_, at) => line(wrapped.map((own) => own[at] ?? "")));
    return index === 0 ? lines : ["", ...lines];
  });
  return [line(columns.map(({ header }) => header)), columns.map(({ width }) => "─".repeat(width)).join(GAP), ...body];
}

/** As wide as the widest of these texts, within bounds. */
export const fittingWidth = (texts: readonly string[], least: number, most: number): number =>
  Math.min(most, Math.max(least, ...texts.map(textWidth)));

/** One paragraph behind its `lead`; what runs over is set in a little more. */
export function hanging(text: string, width: number, lead = ""): string[] {
  const [first = "", ...rest] = wrapText(text, width - lead.length, width - lead.length - HANGING.length);
  const inset = " ".repeat(lead.length) + HANGING;
  return [lead + first, ...rest.map((line) => inset + line)];
}
