import {
  parseForWhom,
  parseGender,
  parseNumber,
  type ForWhom,
  type Reading,
  type SpokenLanguage,
} from "@augenhoehe/domain";
import { readPerson, readSince } from "./read-person.ts";
import type { ReadingScene } from "./reading-scene.ts";
import type { RowCells } from "./row-cells.ts";

/** Lists of volunteers kept in German rarely say that they speak it. */
const GERMAN: SpokenLanguage = { code: "de", level: "fluent" };

/** What a row says about a volunteer beside name and contact. */
export function readOffer(cells: RowCells, scene: ReadingScene) {
  const person = readPerson(cells, scene);
  return {
    ...person,
    languages: languagesOf(cells, person.languages),
    capacity: cells.read("capacity", (text) => whole(parseNumber(text, { min: 1, max: 5 }))),
    menteeGender: cells.read("menteeGender", parseGender),
    forWhom: cells.read("forWhom", parseEachForWhom),
    since: readSince(cells, "appliedOn", scene.today),
  };
}

function languagesOf(cells: RowCells, told: SpokenLanguage[]): SpokenLanguage[] {
  if (told.length > 0) return told;
  if (cells.text("languages") === "") {
    cells.remark("languages", "german_assumed");
    return [GERMAN];
  }
  cells.remark("languages", "languages_missing");
  return [];
}

const whole = (reading: Reading<number | null>): Reading<number | null> =>
  reading.value === null || Number.isInteger(reading.value)
    ? reading
    : { value: null, notes: [{ code: "out_of_range", text: String(reading.value) }] };

/** "Familie, mit Kind": every choice a mentor is glad to be asked for. */
function parseEachForWhom(text: string): Reading<ForWhom[]> {
  const readings = text.split(/[,;/]/).map(parseForWhom);
  return {
    value: [...new Set(readings.flatMap(({ value }) => (value === null ? [] : [value])))],
    notes: readings.flatMap(({ notes }) => notes),
  };
}
