import { certificateWording, serviceMinutes } from "@augenhoehe/domain";
import type { CertificateContent } from "../db/schema/certificates.ts";
import { localDayOf } from "../local-time.ts";
import { groupedCode } from "./certificate-code.ts";
import { nameRuns, type NameRun } from "./name-runs.ts";

/** Everything a certificate says, and where. Travels to the thread that sets it in type. */
export interface PrintedCertificate {
  readonly number: string;
  readonly version: number;
  readonly code: string;
  readonly content: CertificateContent;
  readonly issuedAt: Date;
  readonly validUntil: Date | null;
  /** What stands across one that no longer counts, or that is a specimen. */
  readonly mark: SheetMark | null;
  readonly networkName: string;
  readonly city: string;
  readonly timeZone: string;
  /** Origin under which people reach this program. */
  readonly publicUrl: string;
}

export type SheetMark = "replaced" | "revoked" | "expired" | "specimen";

/** One page in words: the template knows nothing but these. */
export interface Sheet {
  readonly heading: string;
  readonly subheading: string;
  readonly name: readonly NameRun[];
  readonly sentence: string;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
  /** The last row adds up the others. */
  readonly hasTotal: boolean;
  readonly below: string;
  readonly issuer: string;
  readonly networkName: string;
  readonly placeAndDay: string;
  readonly validity: string;
  readonly signatory: { readonly name: string; readonly role: string } | null;
  readonly logoId: string | null;
  readonly number: string;
  readonly version: string;
  readonly code: string;
  readonly checkUrl: string;
  readonly checkPage: string;
  readonly mark: string;
}

export const certificateCheckUrl = (publicUrl: string, code: string): string => `${publicUrl}/zertifikat/${code}`;

const MARKS = {
  replaced: "Ersetzt: Es gibt eine neue Fassung dieses Zertifikats. Diese hier gilt nicht mehr.",
  revoked: "Zurückgezogen: Dieses Zertifikat gilt nicht mehr.",
  expired: "Abgelaufen: Dieses Zertifikat gilt nicht mehr.",
  specimen: "Muster: So sehen Ihre Zertifikate aus.",
} satisfies Record<SheetMark, string>;

export function sheetOf(certificate: PrintedCertificate): Sheet {
  const { content, publicUrl, code, version } = certificate;
  const checkUrl = certificateCheckUrl(publicUrl, code);
  return {
    ...(content.service === undefined ? courseWords(content, certificate) : serviceWords(content.service, certificate)),
    name: nameRuns(content.holderName),
    issuer: content.issuer,
    networkName: certificate.networkName,
    placeAndDay: `${certificate.city}, ${dayIn(certificate.timeZone, certificate.issuedAt)}`,
    validity:
      certificate.validUntil === null
        ? ""
        : `Gültig bis ${dayIn(certificate.timeZone, new Date(certificate.validUntil.getTime() - 1))}`,
    signatory: content.signatory ?? null,
    logoId: content.logoId ?? null,
    number: certificate.number,
    version:
      content.reissuedOn === undefined
        ? ""
        : `Fassung ${version} vom ${day(content.reissuedOn)}, ersetzt Fassung ${version - 1}`,
    code: groupedCode(code),
    checkUrl,
    checkPage: certificateCheckUrl(publicUrl, "")
      .replace(/^https?:\/\//, "")
      .replace(/\/$/, ""),
    mark: certificate.mark === null ? "" : MARKS[certificate.mark],
  };
}

type ContentWords = Pick<Sheet, "heading" | "subheading" | "sentence" | "columns" | "rows" | "hasTotal" | "below">;

function courseWords(content: CertificateContent, { networkName }: PrintedCertificate): ContentWords {
  const { modules, unitMinutes = 60 } = content;
  return {
    heading: content.isTopUp === true ? "Teilnahmebestätigung" : "Zertifikat",
    subheading: "",
    sentence: courseSentence(content, networkName),
    columns: ["Modul", "Besucht am", "Dauer"],
    rows: modules.map(({ title, hours, heldOn }) => [title, day(heldOn), lengthInWords(hours * 60, unitMinutes)]),
    hasTotal: false,
    below: "",
  };
}

function courseSentence({ wording, ...content }: CertificateContent, networkName: string): string {
  const { curriculumTitle, modules, unitMinutes = 60 } = content;
  const minutes = modules.reduce((sum, { hours }) => sum + hours * 60, 0);
  const total = unitMinutes === 60 ? hoursInWords(minutes) : unitsInWords(minutes, unitMinutes);
  if (wording !== undefined && wording !== "") {
    const days = modules.map(({ heldOn }) => heldOn).toSorted();
    return certificateWording(wording, {
      name: content.holderName.normalize("NFC"),
      kurs: curriculumTitle,
      stunden: hoursInWords(minutes),
      einheiten: unitsInWords(minutes, unitMinutes),
      module: modulesInWords(modules.length),
      beginn: day(days[0] ?? ""),
      ende: day(days.at(-1) ?? ""),
    });
  }
  const prepared = "ist damit auf die ehrenamtliche Begleitung neu zugewanderter Menschen vorbereitet.";
  if (content.isTopUp === true) {
    return `hat die Fortbildung „${curriculumTitle}“ (${total}) des Netzwerks ${networkName} besucht.`;
  }
  return wording === undefined
    ? `hat den Kurs „${curriculumTitle}“ mit allen ${modules.length} Modulen (${total}) besucht und ${prepared}`
    : `hat den Kurs „${curriculumTitle}“ besucht (${modulesInWords(modules.length)}, ${total}) und ${prepared}`;
}

function serviceWords(
  service: NonNullable<CertificateContent["service"]>,
  { networkName }: PrintedCertificate,
): ContentWords {
  const rows = [
    ["Begleitung neu zugewanderter Menschen", service.accompanimentHours * 60],
    ["Kurs und Fortbildung", service.trainingMinutes],
    ["Stammtisch: Austausch unter Mentor:innen", service.stammtischHours * 60],
    ["Insgesamt", serviceMinutes(service)],
  ] as const;
  return {
    heading: "Bescheinigung",
    subheading: "über freiwilliges Engagement",
    sentence: `hat sich vom ${day(service.from)} bis zum ${day(service.until)} freiwillig im ${networkName} engagiert und als Mentor:in Menschen begleitet, die neu in der Stadt sind.`,
    columns: ["Wofür", "Umfang"],
    rows: rows.flatMap(([label, minutes]) => (minutes === 0 ? [] : [[label, hoursInWords(minutes)]])),
    hasTotal: true,
    below:
      (service.tasks.length === 0 ? "" : `Aufgaben: ${inOneLine.format(service.tasks)}. `) +
      "Wir danken für Zeit, Verlässlichkeit und Begegnung auf Augenhöhe.",
  };
}

const inOneLine = new Intl.ListFormat("de-DE");
const upToTwoDigits = new Intl.NumberFormat("de-DE", { maximumFractionDigits: 2 });
const upToOneDigit = new Intl.NumberFormat("de-DE", { maximumFractionDigits: 1 });

/** With a space that does not break. */
const counted = (count: string, one: string, many: string): string => `${count}\u00a0${count === "1" ? one : many}`;
const modulesInWords = (count: number): string => counted(String(count), "Modul", "Module");
const hoursInWords = (minutes: number): string => counted(upToTwoDigits.format(minutes / 60), "Stunde", "Stunden");
const unitsInWords = (minutes: number, unitMinutes: number): string =>
  `${counted(upToOneDigit.format(minutes / unitMinutes), "Unterrichtseinheit", "Unterrichtseinheiten")} zu ${unitMinutes}\u00a0Minuten`;
const lengthInWords = (minutes: number, unitMinutes: number): string =>
  unitMinutes === 60
    ? hoursInWords(minutes)
    : counted(upToOneDigit.format(minutes / unitMinutes), "Einheit", "Einheiten");

const longDay = new Intl.DateTimeFormat("de-DE", { dateStyle: "long", timeZone: "UTC" });
const day = (isoDate: string): string => (isoDate === "" ? "" : longDay.format(new Date(`${isoDate}T12:00:00Z`)));
const dayIn = (timeZone: string, instant: Date): string => day(localDayOf(instant, timeZone));
