import { parseForWhom, parseGender, parseYesNo } from "@augenhoehe/domain";
import { readPerson, readSince } from "./read-person.ts";
import type { ReadingScene } from "./reading-scene.ts";
import type { RowCells } from "./row-cells.ts";

/** What a row says about a request beside name and contact. */
export function readWish(cells: RowCells, scene: ReadingScene) {
  const person = readPerson(cells, scene);
  if (person.languages.length === 0) cells.remark("languages", "languages_missing");
  return {
    ...person,
    mentorGender: cells.read("mentorGender", parseGender),
    forWhom: cells.read("forWhom", parseForWhom) ?? "self",
    since: readSince(cells, "submittedOn", scene.today),
    eveningOnly: cells.read("eveningOnly", parseYesNo) ?? false,
    interpreterNeeded: cells.read("interpreterNeeded", parseYesNo) ?? false,
  };
}
