import { isBlank, wordsOf } from "./fold-text.ts";
import type { Reading } from "./reading.ts";

export interface KnownDistrict {
  readonly key: string;
  readonly name: string;
  readonly postalCodes: readonly string[];
}

export interface DistrictReader {
  /** "Rheydt", "41236", "Mönchengladbach-Odenkirchen", "Westend / 41065": one district of the network. */
  readonly read: (text: string) => Reading<string | null>;
}

interface Place extends KnownDistrict {
  /** " mönchen gladbach ": whole words can be searched in it. */
  readonly words: string;
}

export function createDistrictReader(districts: readonly KnownDistrict[]): DistrictReader {
  const places = districts.map((district): Place => ({ ...district, words: spaced(district.name) }));
  return { read: (text) => readDistrict(text, places) };
}

function readDistrict(text: string, places: readonly Place[]): Reading<string | null> {
  if (isBlank(text)) return { value: null, notes: [] };
  const trimmed = text.trim();
  const words = spaced(text);
  const exact = places.find((place) => place.words === words || place.key === trimmed);
  if (exact !== undefined) return { value: exact.key, notes: [] };
  const named = places.filter((place) => words.includes(place.words));
  if (named.length > 0) return one(longestNames(named), trimmed, "read_loosely");
  const [postalCode] = /\b\d{5}\b/.exec(text) ?? [];
  const coded = postalCode === undefined ? [] : places.filter(({ postalCodes }) => postalCodes.includes(postalCode));
  return one(coded, trimmed, null);
}

/** Whole words only: "Gladbach" is not inside "Mönchengladbach". */
const spaced = (text: string): string =>
  ` ${wordsOf(text)
    .map(({ folded }) => folded)
    .join(" ")} `;

function one(found: readonly Place[], text: string, remark: "read_loosely" | null): Reading<string | null> {
  const [only, ...others] = found;
  if (only === undefined) return { value: null, notes: [{ code: "not_understood", text }] };
  if (others.length > 0) {
    const names = found.map(({ name }) => name).join(" / ");
    return { value: null, notes: [{ code: "several_meanings", text: `${text}: ${names}` }] };
  }
  return { value: only.key, notes: remark === null ? [] : [{ code: remark, text }] };
}

/** "Odenkirchen-Mitte" beside "Odenkirchen": the longer name says more. */
function longestNames(found: readonly Place[]): Place[] {
  const longest = Math.max(...found.map(({ name }) => name.length));
  return found.filter(({ name }) => name.length === longest);
}
