const graphemes = new Intl.Segmenter(undefined, { granularity: "grapheme" });

/** Scripts and signs that take two cells of a terminal. */
const WIDE =
  /\p{Script=Han}|\p{Script=Hangul}|\p{Script=Hiragana}|\p{Script=Katakana}|\p{Emoji_Presentation}|[\uff01-\uff60]/u;

/** One sign, one cell. */
const LATIN = /^[ -~\u00a0-\u02ff\u2010-\u2027\u2550]*$/;

/** How many cells of a terminal a text takes. */
export function textWidth(text: string): number {
  if (LATIN.test(text)) return text.length;
  let width = 0;
  for (const { segment } of graphemes.segment(text)) width += WIDE.test(segment) ? 2 : 1;
  return width;
}

export const padEnd = (text: string, width: number): string => text + " ".repeat(Math.max(0, width - textWidth(text)));

export const padStart = (text: string, width: number): string =>
  " ".repeat(Math.max(0, width - textWidth(text))) + text;

/**
 * Lines of at most `width` cells, those after the first of at most `restWidth`, broken at spaces and after hyphens; what
 * is longer than a whole line is cut.
 */
export function wrapText(text: string, width: number, restWidth = width): string[] {
  const lines: string[] = [];
  let line = "";
  const room = () => (lines.length === 0 ? width : restWidth);
  for (const { piece, space } of breakable(text)) {
    const longer = line === "" ? piece : line + space + piece;
    if (textWidth(longer) <= room()) {
      line = longer;
      continue;
    }
    if (line !== "") lines.push(line);
    line = piece;
    while (textWidth(line) > room()) {
      const head = firstCells(line, room());
      lines.push(head);
      line = line.slice(head.length);
    }
  }
  return [...lines, line];
}

/** "Müller-Lüdenscheid" may be broken after the hyphen. */
const breakable = (text: string) =>
  text
    .split(/ +/)
    .flatMap((word) =>
      word.split(/(?<=\p{L}-)(?=\p{L})/u).map((piece, index) => ({ piece, space: index === 0 ? " " : "" })),
    );

function firstCells(text: string, width: number): string {
  let cells = "";
  for (const { segment } of graphemes.segment(text)) {
    if (cells !== "" && textWidth(cells + segment) > width) break;
    cells += segment;
  }
  return cells;
}
