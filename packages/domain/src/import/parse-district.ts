import { foldText, isBlank, wordsOf } from "./fold-text.ts";
import type { Reading } from "./reading.ts";

export interface KnownDistrict {
  readonly key: string;
  readonly name: string;
  readonly postalCodes: readonly string[];
}

/** "Rheydt", "41236", "Mönchengladbach-Odenkirchen", "Westend / 41065": one district of the network. */
export function parseDistrict(text: string, districts: readonly KnownDistrict[]): Reading<string | null> {
  if (isBlank(text)) return { value: null, notes: [] };
  const trimmed = text.trim();
  const folded = foldText(text);
  const exact = districts.find(({ key, name }) => foldText(name) === folded || key === folded);
  if (exact !== undefined) return { value: exact.key, notes: [] };
  const named = districts.filter(({ name }) => containsName(text, name));
  if (named.length > 0) return one(longestNames(named), trimmed, "read_loosely");
  const [postalCode] = /\b\d{5}\b/.exec(text) ?? [];
  const coded = postalCode === undefined ? [] : districts.filter(({ postalCodes }) => postalCodes.includes(postalCode));
  return one(coded, trimmed, null);
}

function one(found: readonly KnownDistrict[], text: string, remark: "read_loosely" | null): Reading<string | null> {
  const [only, ...others] = found;
  if (only === undefined) return { value: null, notes: [{ code: "not_understood", text }] };
  if (others.length > 0) {
    const names = found.map(({ name }) => name).join(" / ");
    return { value: null, notes: [{ code: "several_meanings", text: `${text}: ${names}` }] };
  }
  return { value: only.key, notes: remark === null ? [] : [{ code: remark, text }] };
}

/** Whole words only: "Gladbach" is not inside "Mönchengladbach". */
function containsName(text: string, name: string): boolean {
  const joined = (of: string): string =>
    ` ${wordsOf(of)
      .map(({ folded }) => folded)
      .join(" ")} `;
  return joined(text).includes(joined(name));
}

/** "Odenkirchen-Mitte" beside "Odenkirchen": the longer name says more. */
function longestNames(found: readonly KnownDistrict[]): KnownDistrict[] {
  const longest = Math.max(...found.map(({ name }) => name.length));
  return found.filter(({ name }) => name.length === longest);
}
