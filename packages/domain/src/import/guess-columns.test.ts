import { describe, expect, it } from "vitest";
import { guessColumns, isNeverRead } from "./guess-columns.ts";
import { REQUEST_FIELDS, VOLUNTEER_FIELDS } from "./import-fields.ts";

const guessVolunteers = (headers: string) =>
  guessColumns(headers.split(","), VOLUNTEER_FIELDS).map(({ field }) => field);
const guessRequests = (headers: string) => guessColumns(headers.split(","), REQUEST_FIELDS).map(({ field }) => field);

describe("guessing what a column is", () => {
  it("reads a German list of volunteers", () => {
    const headers =
      "Nachname,Vorname,E-Mail,Telefon,Stadtteil,PLZ,Sprachen,Zeiten,Themen,Interessen,Geschlecht,Alter,Max. Tandems,Bemerkung";
    expect(guessVolunteers(headers)).toEqual([
      "lastName",
      "firstName",
      "email",
      "phone",
      "district",
      "postalCode",
      "languages",
      "times",
      "topics",
      "interests",
      "gender",
      "age",
      "capacity",
      null,
    ]);
  });

  it("reads a list of requests with headers as people write them", () => {
    const headers =
      "Name,Sprache(n),Stadtteil / PLZ,Wann,Wobei,Interessen,Mentor oder Mentorin,Telefon,Mail,Für wen,Geschlecht,Alter,angefragt am";
    expect(guessRequests(headers)).toEqual([
      "chosenName",
      "languages",
      "district",
      "times",
      "topics",
      "interests",
      "mentorGender",
      "phone",
      "email",
      "forWhom",
      "gender",
      "age",
      "submittedOn",
    ]);
  });

  it("reads English headers, field names and transliterated umlauts", () => {
    expect(guessVolunteers("First Name,Surname,E-mail address,Mobile,Postcode,Spoken languages,Availability")).toEqual([
      "firstName",
      "lastName",
      "email",
      "phone",
      "postalCode",
      "languages",
      "times",
    ]);
    expect(guessRequests("chosenName,FUER WEN,Verfuegbarkeit")).toEqual(["chosenName", "forWhom", "times"]);
    expect(guessVolunteers(VOLUNTEER_FIELDS.join(","))).toEqual([...VOLUNTEER_FIELDS]);
    expect(guessRequests(REQUEST_FIELDS.join(","))).toEqual([...REQUEST_FIELDS]);
  });

  it("takes from a foreign list the three columns it knows, and leaves the rest unread", () => {
    const headers =
      "first name,last name,email address,both mentor and mentee,job title,grade,organisation,profession,characteristics,biography";
    expect(guessVolunteers(headers)).toEqual([
      "firstName",
      "lastName",
      "email",
      null,
      null,
      null,
      null,
      null,
      null,
      null,
    ]);
  });

  it("uses each field once: the better header wins, then the first", () => {
    expect(guessVolunteers("Telefon privat,Telefon,Telefon dienstlich")).toEqual([null, "phone", null]);
    expect(guessVolunteers("E-Mail,E-Mail")).toEqual(["email", null]);
  });

  it("says how sure it is", () => {
    const [exact, likely, none] = guessColumns(["Telefon", "Telefon (privat)", "Lieblingsfarbe"], ["phone", "email"]);
    expect(exact?.score).toBe(1);
    expect(none).toEqual({ header: "Lieblingsfarbe", field: null, score: 0, isNeverRead: false });
    expect(likely?.score).toBe(0);
    const [alone] = guessColumns(["Telefon (privat)"], ["phone", "email"]);
    expect(alone?.field).toBe("phone");
    expect(alone?.score).toBeGreaterThan(0.5);
    expect(alone?.score).toBeLessThan(1);
  });

  const never = [
    "Nationalität",
    "Staatsangehörigkeit",
    "Herkunftsland",
    "Religion",
    "Aufenthaltsstatus",
    "AZR-Nummer",
    "Fluchtgrund",
    "Diagnose",
    "Art der Behinderung",
    "characteristics",
    "identity to match",
    "match with similar identity",
    "Führungszeugnis",
    "Country of origin",
  ];
  for (const header of never) {
    it(`never reads "${header}"`, () => {
      expect(isNeverRead(header)).toBe(true);
      const [guess] = guessColumns([header], [...VOLUNTEER_FIELDS, ...REQUEST_FIELDS]);
      expect(guess).toEqual({ header, field: null, score: 0, isNeverRead: true });
    });
  }

  it("reads on where a forbidden word is only part of another", () => {
    for (const header of ["Bemerkung", "Sprachen", "Interessen", "Adresse"]) expect(isNeverRead(header)).toBe(false);
  });
});
