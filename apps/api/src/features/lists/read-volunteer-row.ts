import { Email, VolunteerProfile, type ImportField } from "@augenhoehe/contract";
import type { IsoDate } from "@augenhoehe/domain";
import { readOffer } from "../../spreadsheet/read-offer.ts";
import { readPhone } from "../../spreadsheet/read-person.ts";
import type { ReadingScene } from "../../spreadsheet/reading-scene.ts";
import type { RowCells } from "../../spreadsheet/row-cells.ts";
import { checkDraft, readName } from "../../spreadsheet/row-checks.ts";
import type { ReadRow } from "./recognise.ts";

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

export function readVolunteerRow(cells: RowCells, scene: ReadingScene): ReadRow<VolunteerDraft> {
  const { firstName, lastName } = readNames(cells);
  const email = readEmail(cells);
  const phone = readPhone(cells.text("phone"));
  if (phone === null && cells.text("phone") !== "") {
    cells.remark("phone", "phone_not_understood", { text: cells.text("phone") });
  }
  const { districtName, capacity, menteeGender, forWhom, since, ...person } = readOffer(cells, scene);
  const profile: VolunteerProfile = {
    ...{ ...person, firstName, lastName, locale: "de", phone: phone?.stored ?? null },
    wishes: { menteeGender, menteeAgeBands: [], forWhom },
    ...{ capacity: capacity ?? 1, releasePhone: false, releaseEmail: false },
  };
  checkDraft(cells, VolunteerProfile, profile, FIELD_OF_PATH);
  return {
    identity: { name: `${firstName} ${lastName}`.trim(), email, phone: phone?.stored ?? null, otherContact: null },
    understood: {
      ...{ email, phone: phone?.shown ?? null, districtName, languages: person.languages, slots: person.slots },
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
