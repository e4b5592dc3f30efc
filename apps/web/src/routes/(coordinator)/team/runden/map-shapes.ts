import type { ReadyPlanView } from "@augenhoehe/contract";

type RoundMap = ReadyPlanView["map"];

/** Units of the drawing: as wide as a small phone shows it, so that the letters keep their size there. */
export const MAP_WIDTH = 340;
const MARGIN_X = 34;
const MARGIN_Y = 22;
const LETTER_HEIGHT = 12;
const LETTER_WIDTH = 7;

interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

export interface MapCircle {
  readonly key: string;
  /** Districts whose places are known only as the same spot are one circle, the busiest first. */
  readonly districts: readonly { readonly key: string; readonly name: string }[];
  readonly x: number;
  readonly y: number;
  readonly radius: number;
  /** Pairs of whom both live here. */
  readonly within: number;
  readonly isEmpty: boolean;
  /** Where the name stands; `null` where it would cover another one. */
  readonly label: Point | null;
}

export interface MapLine {
  readonly key: string;
  readonly from: Point;
  readonly to: Point;
  readonly width: number;
}

export interface MapShapes {
  readonly height: number;
  readonly circles: readonly MapCircle[];
  readonly lines: readonly MapLine[];
}

interface Point {
  readonly x: number;
  readonly y: number;
}

interface Spot extends Omit<MapCircle, "label"> {
  readonly people: number;
}

/** The same for a pair in either order. */
export const lineKey = (one: string, other: string): string => [one, other].toSorted().join(" ");

/** The district map as circles, lines and names that do not cover each other; the busiest districts are named first. */
export function mapShapes({ districts, ratio, lines }: RoundMap): MapShapes {
  const inner = MAP_WIDTH - 2 * MARGIN_X;
  const height = Math.round(Math.max(inner * ratio, 60) + 2 * MARGIN_Y);
  const byPlace = Map.groupBy(districts, ({ x, y }) => `${x.toFixed(3)} ${y.toFixed(3)}`);
  const spotOf = new Map<string, string>();
  const spots = [...byPlace.values()].flatMap((here): Spot[] => {
    const [first, ...others] = here.toSorted((a, b) => b.requests + b.mentors - a.requests - a.mentors);
    if (first === undefined) return [];
    for (const { key } of here) spotOf.set(key, first.key);
    const people = here.reduce((sum, { requests, mentors }) => sum + requests + mentors, 0);
    return [
      {
        key: first.key,
        districts: [first, ...others].map(({ key, name }) => ({ key, name })),
        x: round(MARGIN_X + first.x * inner),
        y: round(MARGIN_Y + first.y * (height - 2 * MARGIN_Y)),
        radius: people === 0 ? 2 : round(Math.min(12, 4 + Math.sqrt(people))),
        within: 0,
        isEmpty: people === 0,
        people,
      },
    ];
  });
  const between = joined(
    lines.flatMap(({ from, to, pairs }) => {
      const ends = [spotOf.get(from), spotOf.get(to)] as const;
      return ends[0] === undefined || ends[1] === undefined ? [] : [{ from: ends[0], to: ends[1], pairs }];
    }),
  );
  const within = new Map(between.flatMap(({ from, to, pairs }) => (from === to ? [[from, pairs]] : [])));
  const at = new Map(spots.map((spot) => [spot.key, spot]));
  return {
    height,
    circles: withLabels(
      spots.map((spot) => ({ ...spot, within: within.get(spot.key) ?? 0 })),
      height,
    ),
    lines: between.flatMap(({ from, to, pairs }) => {
      const [start, end] = [at.get(from), at.get(to)];
      if (from === to || start === undefined || end === undefined) return [];
      const width = round(Math.min(6, 0.9 + 0.8 * Math.sqrt(pairs)));
      const point = ({ x, y }: Spot): Point => ({ x, y });
      return [{ key: lineKey(from, to), from: point(start), to: point(end), width }];
    }),
  };
}

/** Both directions between two places are one line. */
export function joined(lines: RoundMap["lines"]): RoundMap["lines"] {
  const between = Map.groupBy(lines, ({ from, to }) => lineKey(from, to));
  return [...between.values()].flatMap(([first, ...rest]) =>
    first === undefined ? [] : [{ ...first, pairs: rest.reduce((sum, { pairs }) => sum + pairs, first.pairs) }],
  );
}

function withLabels(spots: readonly Spot[], height: number): MapCircle[] {
  const taken: Box[] = spots
    .filter(({ isEmpty }) => !isEmpty)
    .map(({ x, y, radius }) => ({ left: x - radius, top: y - radius, right: x + radius, bottom: y + radius }));
  const labels = new Map<string, Point>();
  for (const spot of spots.toSorted((a, b) => b.people - a.people)) {
    if (spot.isEmpty) continue;
    const name = spot.districts[0]?.name ?? "";
    const half = halfWidth(name);
    const x = nameX(name, spot.x);
    const y = [spot.y + spot.radius + LETTER_HEIGHT - 1, spot.y - spot.radius - 4].find(
      (place) =>
        place < height - 2 && place > LETTER_HEIGHT && !taken.some((box) => overlaps(box, boxOf(x, place, half))),
    );
    if (y === undefined) continue;
    taken.push(boxOf(x, y, half));
    labels.set(spot.key, { x, y: round(y) });
  }
  return spots.map(({ people: _, ...spot }) => ({ ...spot, label: labels.get(spot.key) ?? null }));
}

const halfWidth = (name: string): number => (name.length * LETTER_WIDTH) / 2;

/** The middle of a name near `x` that ends within the drawing. */
export function nameX(name: string, x: number): number {
  const half = Math.min(halfWidth(name) + 2, MAP_WIDTH / 2);
  return round(Math.min(MAP_WIDTH - half, Math.max(half, x)));
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
