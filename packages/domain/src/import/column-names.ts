import { foldText } from "./fold-text.ts";
import { REQUEST_FIELDS, VOLUNTEER_FIELDS } from "./import-fields.ts";
import type { ImportField } from "./import-fields.ts";

/** Headers people give their columns, in German and English. */
const NAMES: Readonly<Record<ImportField, string>> = {
  firstName: "vorname, rufname, first name, firstname, given name, forename",
  lastName: "nachname, familienname, zuname, last name, lastname, surname, family name",
  fullName: "name, voller name, vor und nachname, vorname nachname, full name, ehrenamtliche, ehrenamtlicher",
  chosenName:
    "name, vorname, rufname, voller name, vor und nachname, mentee, first name, full name, ratsuchende, person",
  email: "e mail, email, mail, mailadresse, e mail adresse, email adresse, email address, e mail address",
  phone:
    "telefon, tel, telefonnummer, handy, handynummer, mobil, mobilnummer, mobiltelefon, rufnummer, phone, phone number, mobile, cell",
  district:
    "stadtteil, ortsteil, bezirk, viertel, wohnort, ort, stadtbezirk, district, quarter, neighbourhood, neighborhood, city district, stadtteil plz",
  postalCode: "plz, postleitzahl, postal code, postcode, zip, zip code",
  languages:
    "sprache, sprachen, sprache n, sprachkenntnisse, muttersprache, fremdsprachen, language, languages, spoken languages",
  times:
    "zeit, zeiten, wann, verfügbarkeit, verfügbar, termine, zeitfenster, tage, times, availability, available, when",
  topics:
    "thema, themen, wobei, anliegen, hilfe bei, unterstützung, unterstützung bei, aufgaben, bedarf, topics, topic, help with, needs, support",
  interests: "interesse, interessen, hobby, hobbys, hobbies, freizeit, interests, interest",
  gender: "geschlecht, anrede, gender, sex, m w, m w d",
  age: "alter, altersgruppe, geburtsjahr, jahrgang, geburtsdatum, age, age group, year of birth, birth year, date of birth",
  reachKm: "umkreis, umkreis km, entfernung, radius, reichweite, max km, max entfernung, distance, reach",
  capacity: "max tandems, tandems, anzahl tandems, kapazität, plätze, max mentees, wie viele, capacity",
  menteeGender: "wunsch geschlecht, wunsch mentee, mentee geschlecht, gewünschtes geschlecht, preferred gender",
  mentorGender:
    "mentor oder mentorin, wunsch mentor, wunsch geschlecht, wunsch, gewünschtes geschlecht, mentor geschlecht, mentor in, preferred gender, mentor gender",
  eveningOnly: "nur abends, nur abend, evening only, evenings only",
  forWhom: "für wen, zielgruppe, mit kind, familie, for whom, target group",
  interpreterNeeded: "dolmetscher, dolmetscher nötig, dolmetschen, sprachmittlung, interpreter, interpreter needed",
  otherContact: "anderer kontakt, erreichbar über, erreichbar, other contact, reachable through",
  contactPerson:
    "kontaktperson, ansprechperson, ansprechpartner, ansprechpartnerin, vermittelt durch, contact person, referred by",
  appliedOn: "angemeldet am, anmeldung, anmeldedatum, datum, eingang, seit, applied on, date, signed up",
  submittedOn:
    "angefragt am, anfrage vom, anfragedatum, datum, eingang, eingegangen am, seit, submitted on, date, requested on",
};

const known = (field: ImportField): readonly string[] => NAMES[field].split(", ").map(foldText);

/** Folded for comparing. */
export const COLUMN_NAMES: ReadonlyMap<ImportField, readonly string[]> = new Map(
  [...VOLUNTEER_FIELDS, ...REQUEST_FIELDS].map((field) => [field, known(field)]),
);

/**
 * Never asked, never stored (residence status and what it could be read from, religion, ethnicity, diagnoses,
 * sexuality): such columns cannot be mapped, whatever they are called.
 */
export const NEVER_READ: readonly string[] = [
  "aufenthalt, duldung, asyl, azr, ausländerzentralregister, residence, immigration, visa, pass nr, passnummer, passport",
  "fluchtgrund, fluchtgeschichte, flucht, reason of flight, reason for flight",
  "religion, konfession, glaube, faith, kirche",
  "nationalität, staatsangehörigkeit, staatsbürgerschaft, herkunft, herkunftsland, ethnie, volkszugehörigkeit, nationality, citizenship, country of origin, origin, ethnicity, race",
  "diagnose, krankheit, behinderung, gesundheitszustand, medikamente, trauma, diagnosis, disability, illness",
  "sexuelle, sexuality, sexual, orientierung, orientation, identity, identität, characteristics, merkmale",
  "führungszeugnis, vorstrafen, vorstrafe, criminal",
]
  .flatMap((names) => names.split(", "))
  .map(foldText);
