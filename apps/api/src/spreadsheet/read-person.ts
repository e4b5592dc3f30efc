import type { ImportField } from "@augenhoehe/contract";
import { maskToSlots, parseAgeBand, parseDate, parseGender, parseNumber, type IsoDate } from "@augenhoehe/domain";
import { readPhoneNumber, showPhoneNumber } from "../people/phone-number.ts";
import type { ReadingScene } from "./reading-scene.ts";
import type { RowCells } from "./row-cells.ts";

/** What volunteers and mentees have in common: both sides of a pairing have the same shape. */
export function readPerson(cells: RowCells, scene: ReadingScene) {
  const district = readPlace(cells, scene);
  const slots = cells.read("times", scene.readTimes);
  return {
    district,
    districtName: district === null ? null : (scene.districts.get(district)?.name ?? null),
    languages: cells.read("languages", scene.readLanguages),
    slots: slots === null ? null : maskToSlots(slots),
    topics: cells.read("topics", scene.readTopics),
    interests: cells.read("interests", scene.readInterests),
    gender: cells.read("gender", parseGender),
    ageBand: cells.read("age", (text) => parseAgeBand(text, Number(scene.today.slice(0, 4)))),
    reachKm: cells.read("reachKm", (text) => parseNumber(text, { min: 0.5, max: 100 })),
  };
}

/** The district by its name, else by the postal code; a code of another district is said so. */
function readPlace(cells: RowCells, { districts, readDistrict }: ReadingScene): string | null {
  const district = cells.read("district", readDistrict);
  const code = cells.text("postalCode");
  if (code === "") return district;
  if (district === null) return cells.read("postalCode", readDistrict);
  const codes = districts.get(district)?.postalCodes ?? [];
  if (codes.length > 0 && !codes.some((own) => code.includes(own))) {
    cells.remark("postalCode", "postal_code_elsewhere", { text: code });
  }
  return district;
}

/** `+49…` as it is stored and as it is shown; null where nobody can be called. */
export function readPhone(text: string): { readonly stored: string; readonly shown: string } | null {
  const stored = text === "" ? null : readPhoneNumber(text);
  return stored === null ? null : { stored, shown: showPhoneNumber(stored) };
}

/** The day somebody came; a day to come is left out. */
export function readSince(cells: RowCells, field: ImportField, today: IsoDate): IsoDate | null {
  const date = cells.read(field, parseDate);
  if (date === null || date <= today) return date;
  cells.remark(field, "date_in_future", { text: date });
  return null;
}
