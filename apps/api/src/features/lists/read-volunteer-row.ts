import { Email, VolunteerProfile, type ImportField } from "@augenhoehe/contract";
import {
  parseForWhom,
  parseGender,
  parseNumber,
  type ForWhom,
  type IsoDate,
  type Reading,
  type SpokenLanguage,
} from "@augenhoehe/domain";
import { readPerson, readPhone, readSince, type ReadRow } from "./read-person.ts";
import type { ReadingScene } from "./reading-scene.ts";
import { checkDraft, readName } from "./row-checks.ts";
import type { RowCells } from "./row-cells.ts";

export interface VolunteerDraft {
  readonly profile: VolunteerProfile;
  readonly email: string | null;
  readonly appliedOn: IsoDate | null;
}

const FIELD_OF_PATH: Readonly<Record<string, readonly ImportField[]>> = {
  firstName: ["firstName", "fullName"],
  lastName: ["lastName", "fullName"],
  slots: ["times"],
  ageBand: ["age"],
};

/** Lists of volunteers kept in German rarely say that they speak it. */
const GERMAN: SpokenLanguage = { code: "de", level: "fluent" };

export function readVolunteerRow(cells: RowCells, scene: ReadingScene): ReadRow<VolunteerDraft> {
  const { firstName, lastName } = readNames(cells);
  const email = readEmail(cells);
  const phone = readPhone(cells.text("phone"));
  if (phone === null && cells.text("phone") !== "") {
    cells.remark("phone", "phone_not_understood", { text: cells.text("phone") });
  }
  const { districtName, ...person } = readPerson(cells, scene);
  const languages = languagesOf(cells, person.languages);
  const capacity = cells.read("capacity", (text) => whole(parseNumber(text, { min: 1, max: 5 })));
  const menteeGender = cells.read("menteeGender", parseGender);
  const forWhom = cells.read("forWhom", parseEachForWhom);
  const since = readSince(cells, "appliedOn", scene.today);
  const profile: VolunteerProfile = {
    ...{ ...person, firstName, lastName, languages, locale: "de", phone: phone?.stored ?? null },
    wishes: { menteeGender, menteeAgeBands: [], forWhom },
    ...{ capacity: capacity ?? 1, releasePhone: false, releaseEmail: false },
  };
  checkDraft(cells, VolunteerProfile, profile, FIELD_OF_PATH);
  return {
    identity: { name: `${firstName} ${lastName}`.trim(), email, phone: phone?.stored ?? null, otherContact: null },
    understood: {
      ...{ email, phone: phone?.shown ?? null, districtName, languages, slots: person.slots },
      ...{ topics: person.topics, interests: person.interests, gender: person.gender, ageBand: person.ageBand },
      ...{ reachKm: person.reachKm, forWhom, wishedGender: menteeGender, capacity, since },
    },
    draft: cells.hasErrors ? null : { profile, email, appliedOn: since },
  };
}

/** Two columns, or one with "Küppers, Annegret" or "Annegret Küppers". */
function readNames(cells: RowCells): { firstName: string; lastName: string } {
  const full = cells.text("fullName");
  const [beforeComma = "", afterComma = ""] = full.includes(",") ? full.split(",", 2) : [];
  const lastSpace = full.lastIndexOf(" ");
  const split = full.includes(",")
    ? { firstName: afterComma.trim(), lastName: beforeComma.trim() }
    : { firstName: full.slice(0, Math.max(0, lastSpace)), lastName: full.slice(lastSpace + 1) };
  return {
    firstName: readName(cells, ["firstName", "fullName"], cells.text("firstName") || split.firstName),
    lastName: readName(cells, ["lastName", "fullName"], cells.text("lastName") || split.lastName),
  };
}

/** The address is how somebody signs in and is recognised: one that cannot be read keeps the row out. */
function readEmail(cells: RowCells): string | null {
  const text = cells.text("email");
  if (text === "") return null;
  const email = Email.safeParse(text);
  if (!email.success) cells.remark("email", "email_not_understood", { text });
  return email.data ?? null;
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
