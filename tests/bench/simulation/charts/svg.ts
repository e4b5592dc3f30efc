/** Escaped text, or an element that was made here. */
export interface Svg {
  readonly markup: string;
}

type Attributes = Readonly<Record<string, string | number>>;

const escaped = (text: string): string =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");

/** Numbers to a tenth of a pixel: the picture stays small and changes only where the figures do. */
const attribute = (value: string | number): string =>
  typeof value === "number" ? String(Math.round(value * 10) / 10) : escaped(value);

export function element(name: string, attributes: Attributes, children: readonly (Svg | string)[] = []): Svg {
  const written = Object.entries(attributes).map(([key, value]) => ` ${key}="${attribute(value)}"`);
  const content = children.map((child) => (typeof child === "string" ? escaped(child) : child.markup));
  return { markup: `<${name}${written.join("")}>${content.join("")}</${name}>` };
}

/** Paper and ink as in the product, light or dark as the reader has it; shapes differ, so colour is never alone. */
const STYLE = `
  .paper { fill: #fffdf8; stroke: #ddd5c6 }
  text { fill: #1e1b17; font: 14px system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", Arial, sans-serif }
  .heading { font-size: 17px; font-weight: 600 }
  .strong { font-weight: 600 }
  .soft { fill: #5b544a; font-size: 13px }
  .grid { stroke: #ddd5c6 }
  .limit { stroke: #5b544a; stroke-dasharray: 2 4 }
  .round { color: #2c6a3c } .first { color: #1e1b17 } .best { color: #a23c1f }
  text.round, text.first, text.best { fill: currentColor; font-weight: 600 }
  .line { fill: none; stroke: currentColor; stroke-width: 2.5 }
  .line.first { stroke-dasharray: 7 5 }
  .mark { fill: #fffdf8; stroke: currentColor; stroke-width: 2 }
  .mark.round { fill: currentColor }
  @media (prefers-color-scheme: dark) {
    .paper { fill: #23201c; stroke: #3d3830 }
    text { fill: #f4eee2 }
    .soft { fill: #c4bbab }
    .grid { stroke: #3d3830 }
    .limit { stroke: #c4bbab }
    .round { color: #8fce9a } .first { color: #f4eee2 } .best { color: #f2a488 }
    .mark { fill: #23201c }
  }
`;

/** A whole picture with what a screen reader says about it. */
export function picture(
  { width, height, title, description }: { width: number; height: number; title: string; description: string },
  content: readonly Svg[],
): string {
  const { markup } = element(
    "svg",
    {
      xmlns: "http://www.w3.org/2000/svg",
      viewBox: `0 0 ${width} ${height}`,
      width,
      height,
      role: "img",
      "aria-labelledby": "title description",
    },
    [
      element("title", { id: "title" }, [title]),
      element("desc", { id: "description" }, [description]),
      { markup: `<style>${STYLE}</style>` },
      element("rect", { class: "paper", x: 0.5, y: 0.5, width: width - 1, height: height - 1, rx: 10 }),
      ...content,
    ],
  );
  return `${markup.replaceAll(/<(text|g|path|line|circle|rect|style|title|desc)\b/g, "\n<$1")}\n`;
}

export const text = (x: number, y: number, words: string, attributes: Attributes = {}): Svg =>
  element("text", { x, y, ...attributes }, [words]);
