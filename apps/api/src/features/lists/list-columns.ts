import type { RequestField, VolunteerField } from "@augenhoehe/domain";

/** Headers of lists that go out, in their order; each is read back as its field. */
export const VOLUNTEER_COLUMNS = {
  firstName: "Vorname",
  lastName: "Nachname",
  email: "E-Mail",
  phone: "Telefon",
  district: "Stadtteil",
  languages: "Sprachen",
  times: "Zeiten",
  topics: "Themen",
  interests: "Interessen",
  gender: "Geschlecht",
  age: "Alter",
  reachKm: "Umkreis km",
  capacity: "Max. Tandems",
  menteeGender: "Wunsch Mentee",
  forWhom: "Für wen",
  appliedOn: "Angemeldet am",
} as const satisfies Partial<Record<VolunteerField, string>>;

export const REQUEST_COLUMNS = {
  chosenName: "Name",
  phone: "Telefon",
  email: "E-Mail",
  otherContact: "Anderer Kontakt",
  district: "Stadtteil",
  languages: "Sprachen",
  times: "Zeiten",
  topics: "Themen",
  interests: "Interessen",
  gender: "Geschlecht",
  age: "Alter",
  reachKm: "Umkreis km",
  mentorGender: "Mentor oder Mentorin",
  eveningOnly: "Nur abends",
  forWhom: "Für wen",
  interpreterNeeded: "Dolmetscher nötig",
  contactPerson: "Kontaktperson",
  submittedOn: "Angefragt am",
} as const satisfies Partial<Record<RequestField, string>>;

/** One row of a list: a cell for each column, in the columns' order. */
export function cellsInOrder<Field extends string>(
  columns: Readonly<Record<Field, string>>,
  cells: Readonly<Record<Field, string>>,
): string[] {
  const byField = new Map<string, string>(Object.entries(cells));
  return Object.keys(columns).map((field) => byField.get(field) ?? "");
}
