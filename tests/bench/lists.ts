import type { ImportKind } from "@augenhoehe/contract";
import type { BenchWorld } from "./bench-world.ts";

const ROWS = 2000;

const HEADERS: Record<ImportKind, string> = {
  volunteers:
    "Vorname;Nachname;E-Mail;Telefon;Stadtteil;PLZ;Sprachen;Zeiten;Themen;Interessen;Geschlecht;Alter;Bemerkung",
  requests:
    "Name;Telefon;Mail;Stadtteil;Sprache(n);Wann;Wobei;Interessen;Mentor oder Mentorin;Für wen;Alter;angefragt am",
};
const LANGUAGES = [
  "Türkisch,Kürdisch",
  "French (A1), Deutsch",
  "Arabisch Muttersprache / Deutsch B1",
  "Dari; Englisch",
];
const TIMES = ["Di+Do abends", "Mo-Fr vormittags", "Wochenende", "nach Absprache", "immer außer Di"];
const PLACES = ["Rheydt", "Eicken", "41065", "Mönchengladbach-Odenkirchen", "Hehn"];
const TOPICS = ["Briefe, Behörden", "Schule/Kita; Deutsch üben", "Arbeit", "Begleitung zu Ämtern"];
const pick = (choices: readonly string[], row: number): string => choices[row % choices.length] ?? "";
const phone = (row: number): string => (row % 50 === 0 ? "0151/…" : `0171/${String(3_920_000 + row)}`);

function rowOf(kind: ImportKind, row: number): string {
  const [language, time, place, topic] = [LANGUAGES, TIMES, PLACES, TOPICS].map((choices) => pick(choices, row));
  if (kind === "volunteers") {
    const address = row % 20 === 0 ? "" : `person${row}@liste.example`;
    return `Vera${row};Muster;${address};${phone(row)};${place ?? ""};41236;"${language ?? ""}";${time ?? ""};"${topic ?? ""}";Kochen, Garten;w;${20 + (row % 60)};Notiz`;
  }
  return `Person ${row};${phone(row)};;${place ?? ""};"${language ?? ""}";${time ?? ""};"${topic ?? ""}";Musik;egal;ich;${20 + (row % 60)};03.02.2026`;
}

export interface ListTimes {
  readonly kind: ImportKind;
  readonly rows: number;
  readonly previewMs: number;
  readonly applyMs: number;
  readonly repeatMs: number;
  readonly exportMs: number;
  readonly created: number;
}

/** Milliseconds for a messy list of 2,000 rows, read among the people who are in the network already. */
export async function listTimes({ app, cookie }: BenchWorld, kind: ImportKind): Promise<ListTimes> {
  const lines = [HEADERS[kind], ...Array.from({ length: ROWS }, (_, row) => rowOf(kind, row))];
  const contentBase64 = Buffer.from(lines.join("\r\n")).toString("base64");
  const send = async (method: "GET" | "POST", url: string, payload?: object) => {
    const begun = performance.now();
    const reply = await app.inject({ method, url, headers: { cookie }, ...(payload === undefined ? {} : { payload }) });
    if (reply.statusCode !== 200) throw new Error(`${url} answered ${reply.statusCode}: ${reply.payload}`);
    return { milliseconds: performance.now() - begun, reply };
  };
  const preview = await send("POST", "/api/imports", { kind, fileName: "liste.csv", contentBase64 });
  const { id } = preview.reply.json<{ id: string }>();
  const everything = { rows: "all", consentGiven: true };
  const applied = await send("POST", `/api/imports/${id}/apply`, everything);
  const repeated = await send("POST", `/api/imports/${id}/apply`, everything);
  const exported = await send(
    "GET",
    `/api/${kind}/export?format=csv&search=${kind === "volunteers" ? "Muster" : "Person"}`,
  );
  return {
    ...{ kind, rows: ROWS, previewMs: preview.milliseconds, applyMs: applied.milliseconds },
    ...{ repeatMs: repeated.milliseconds, exportMs: exported.milliseconds },
    created: applied.reply.json<{ created: number }>().created,
  };
}
