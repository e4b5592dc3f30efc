import type { DistrictDefinition } from "./network-definition.ts";

export interface Place {
  readonly name: string;
  readonly borough?: string;
  readonly postalCodes: readonly string[];
  readonly lat?: number;
  readonly lng?: number;
}

/** Each border is written once, from either side, by name. */
export type Borders = Readonly<Record<string, readonly string[]>>;

const TRANSLITERATION: Readonly<Record<string, string>> = { ä: "ae", ö: "oe", ü: "ue", ß: "ss" };

/** "Äußere Neustadt" → "aeussere-neustadt". */
export function districtKey(name: string): string {
  return name
    .toLowerCase()
    .replace(/[äöüß]/g, (letter) => TRANSLITERATION[letter] ?? letter)
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-|-$/g, "");
}

/** Joins places and borders; a border with an unknown place is a mistake in the data and throws. */
export function buildDistricts(places: readonly Place[], borders: Borders): DistrictDefinition[] {
  const neighbours = new Map(places.map((place) => [place.name, new Set<string>()]));
  const neighboursOf = (name: string): Set<string> => {
    const known = neighbours.get(name);
    if (known === undefined) throw new Error(`Border of an unknown district: ${name}`);
    return known;
  };
  for (const [name, others] of Object.entries(borders)) {
    for (const other of others) {
      neighboursOf(name).add(districtKey(other));
      neighboursOf(other).add(districtKey(name));
    }
  }
  return places.map((place) => ({
    key: districtKey(place.name),
    name: place.name,
    borough: place.borough ?? null,
    lat: place.lat ?? null,
    lng: place.lng ?? null,
    postalCodes: place.postalCodes,
    neighbours: [...neighboursOf(place.name)].sort(),
  }));
}

export type Position = readonly [lat: number, lng: number];

/** The middle of the postal codes with a known centroid, or nothing where none is known. */
export function middleOf(
  centroids: Readonly<Record<string, Position>>,
  postalCodes: readonly string[],
): { lat: number; lng: number } | Record<string, never> {
  const positions = postalCodes.map((code) => centroids[code]).filter((position) => position !== undefined);
  if (positions.length === 0) return {};
  const mean = (values: readonly number[]) =>
    Math.round((values.reduce((sum, value) => sum + value, 0) / values.length) * 1e5) / 1e5;
  return { lat: mean(positions.map(([lat]) => lat)), lng: mean(positions.map(([, lng]) => lng)) };
}
