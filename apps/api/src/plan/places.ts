import { createDistrictReader, foldText, type KnownDistrict, type Reading } from "@augenhoehe/domain";
import type { DistrictPlace } from "@augenhoehe/domain/matching";

/** A district as the file of districts tells it. */
export interface PlanDistrict extends KnownDistrict, DistrictPlace {}

/**
 * Places by name: those of the file of districts, and besides them every other name that is written, each a place of
 * its own. Equal names are the same place; how far it is to such a place nobody knows.
 */
export class Places {
  readonly #districts: readonly PlanDistrict[];
  readonly #inFile: (text: string) => Reading<string | null>;
  readonly #others = new Map<string, string>();

  constructor(districts: readonly PlanDistrict[]) {
    this.#districts = districts;
    this.#inFile = createDistrictReader(districts).read;
  }

  get districts(): readonly PlanDistrict[] {
    return this.#districts;
  }

  /** Names that the file of districts does not have. */
  get others(): string[] {
    return [...this.#others.values()].toSorted();
  }

  readonly read = (text: string): Reading<string | null> => {
    const reading = this.#inFile(text);
    const isOther = reading.value === null && reading.notes.some(({ code }) => code === "not_understood");
    return isOther ? { value: this.#other(text), notes: [] } : reading;
  };

  nameOf(key: string): string {
    return this.#others.get(key) ?? this.#districts.find((district) => district.key === key)?.name ?? key;
  }

  /** All places, as the matcher reads them. */
  list(): DistrictPlace[] {
    const others = [...this.#others.keys()].map((key) => ({ key, lat: null, lng: null, neighbours: [] }));
    return [...this.#districts, ...others].map(({ key, lat, lng, neighbours }) => ({ key, lat, lng, neighbours }));
  }

  /** "Westend / 41065" is Westend; a postal code alone is its own name. */
  #other(text: string): string {
    const withoutCode = text.replaceAll(/\b\d{5}\b/g, " ").replaceAll(/^[\s/,;()–-]+|[\s/,;()–-]+$/g, "");
    const name = (withoutCode === "" ? text : withoutCode).replaceAll(/\s+/g, " ").trim();
    const key = `own:${foldText(name)}`;
    const before = this.#others.get(key);
    if (before === undefined || name < before) this.#others.set(key, name);
    return key;
  }
}
