import type { ReadyPlanView } from "@augenhoehe/contract";

type RoundMap = ReadyPlanView["map"];

/** Units of the drawing: as wide as a small phone shows it, so that the letters keep their size there. */
export const MAP_WIDTH = 340;
const MARGIN_X = 34;
const MARGIN_Y = 22;
const LETTER_HEIGHT = 12;
const LETTER_WIDTH = 6.4;

interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

export interface MapCircle {
  readonly key: string;
  readonly name: string;
  readonly x: number;
  readonly y: number;
  readonly radius: number;
  /** Pairs within the district. */
  readonly within: number;
  readonly isEmpty: boolean;
  /** Where the name stands; `null` where it would cover another one. */
  readonly label: { readonly x: number; readonly y: number } | null;
}

export interface MapLine {
  readonly key: string;
  readonly from: string;
  readonly to: string;
  readonly x1: number;
  readonly y1: number;
  readonly x2: number;
  readonly y2: number;
  readonly width: number;
}

export interface MapShapes {
  readonly height: number;
  readonly circles: readonly MapCircle[];
  readonly lines: readonly MapLine[];
}

/** The same for a pair in either order. */
export const lineKey = (one: string, other: string): string => [one, other].toSorted().join(" ");

/** The district map as circles, lines and names that do not cover each other; the busiest districts are named first. */
export function mapShapes({ districts, ratio, lines }: RoundMap): MapShapes {
  const inner = MAP_WIDTH - 2 * MARGIN_X;
  const height = Math.round(Math.max(inner * ratio, 60) + 2 * MARGIN_Y);
  const place = ({ x, y }: { x: number; y: number }) => ({
    x: round(MARGIN_X + x * inner),
    y: round(MARGIN_Y + y * (height - 2 * MARGIN_Y)),
  });
  const within = new Map(lines.flatMap(({ from, to, pairs }) => (from === to ? [[from, pairs]] : [])));
  const circles = districts.map((district) => {
    const people = district.requests + district.mentors;
    return {
      key: district.key,
      name: district.name,
      ...place(district),
      people,
      radius: people === 0 ? 2 : round(Math.min(11, 4 + Math.sqrt(people))),
      within: within.get(district.key) ?? 0,
      isEmpty: people === 0,
    };
  });
  const at = new Map(circles.map((circle) => [circle.key, circle]));
  return {
    height,
    circles: withLabels(circles, height),
    lines: joined(lines).flatMap(({ from, to, pairs }) => {
      const [start, end] = [at.get(from), at.get(to)];
      if (start === undefined || end === undefined) return [];
      const width = round(Math.min(6, 0.9 + 0.8 * Math.sqrt(pairs)));
      return [{ key: lineKey(from, to), from, to, x1: start.x, y1: start.y, x2: end.x, y2: end.y, width }];
    }),
  };
}

/** Both directions between two districts are one line. */
export function joined(lines: RoundMap["lines"]): RoundMap["lines"] {
  const between = Map.groupBy(
    lines.filter(({ from, to }) => from !== to),
    ({ from, to }) => lineKey(from, to),
  );
  return [...between.values()].flatMap(([first, ...rest]) =>
    first === undefined ? [] : [{ ...first, pairs: rest.reduce((sum, { pairs }) => sum + pairs, first.pairs) }],
  );
}

function withLabels(circles: readonly (Omit<MapCircle, "label"> & { people: number })[], height: number): MapCircle[] {
  const taken: Box[] = circles
    .filter(({ isEmpty }) => !isEmpty)
    .map(({ x, y, radius }) => ({ left: x - radius, top: y - radius, right: x + radius, bottom: y + radius }));
  const labels = new Map<string, { x: number; y: number }>();
  for (const circle of circles.toSorted((a, b) => b.people - a.people)) {
    if (circle.isEmpty) continue;
    const half = (circle.name.length * LETTER_WIDTH) / 2;
    const x = Math.min(MAP_WIDTH - half - 2, Math.max(half + 2, circle.x));
    const spot = [circle.y + circle.radius + LETTER_HEIGHT - 1, circle.y - circle.radius - 4].find(
      (y) => y < height - 2 && y > LETTER_HEIGHT && !taken.some((box) => overlaps(box, boxOf(x, y, half))),
    );
    if (spot === undefined) continue;
    taken.push(boxOf(x, spot, half));
    labels.set(circle.key, { x: round(x), y: round(spot) });
  }
  return circles.map(({ people: _, ...circle }) => ({ ...circle, label: labels.get(circle.key) ?? null }));
}

const boxOf = (x: number, y: number, half: number): Box => ({
  left: x - half,
  top: y - LETTER_HEIGHT + 2,
  right: x + half,
  bottom: y + 2,
});

const overlaps = (one: Box, other: Box): boolean =>
  one.left < other.right && other.left < one.right && one.top < other.bottom && other.top < one.bottom;

const round = (value: number): number => Math.round(value * 10) / 10;
