import { foldText } from "@augenhoehe/domain";
import { districtKey } from "../networks/build-districts.ts";
import type { Table } from "../spreadsheet/read-table.ts";
import type { PlanDistrict } from "./places.ts";
import { PlanRefusal, type CellNote } from "./problem.ts";
import { readTableFile } from "./read-file.ts";

const HEADERS = {
  name: "name, stadtteil, ortsteil, bezirk, viertel, ort, district, quarter, neighbourhood, neighborhood",
  lat: "lat, latitude, breite, breitengrad, geographische breite",
  lng: "lng, lon, long, longitude, länge, längengrad, geographische länge",
  neighbours: "nachbarn, nachbar, nachbarstadtteile, grenzt an, neighbours, neighbors, borders",
  postalCodes: "plz, postleitzahl, postleitzahlen, postal code, postal codes, postcode, zip",
} as const;
type Header = keyof typeof HEADERS;
const COORDINATES = { lat: 90, lng: 180 } as const;

export interface DistrictsRead {
  readonly districts: readonly PlanDistrict[];
  readonly notes: readonly CellNote[];
}

/** Name, and as far as known where it lies: coordinates, neighbours by name, postal codes. */
export async function readDistricts(path: string): Promise<DistrictsRead> {
  const table = await readTableFile(path);
  const columns = columnsOf(table);
  if (columns.name === undefined) {
    throw new PlanRefusal({
      code: "column_missing",
      file: path,
      wanted: "district",
      found: table.columns.filter((header) => header !== ""),
    });
  }
  if (table.rows.length === 0) throw new PlanRefusal({ code: "nobody_in_list", file: path });
  return new DistrictRows(path, table, columns).read();
}

type Columns = Partial<Record<Header, number>>;

function columnsOf({ columns }: Table): Columns {
  const found: Columns = {};
  for (const header of ["name", "lat", "lng", "neighbours", "postalCodes"] as const) {
    const names = HEADERS[header].split(", ").map(foldText);
    const column = columns.findIndex((written) => names.includes(foldText(written)));
    if (column >= 0) found[header] = column;
  }
  return found;
}

class DistrictRows {
  readonly #path: string;
  readonly #table: Table;
  readonly #columns: Columns;
  readonly #notes: CellNote[] = [];

  constructor(path: string, table: Table, columns: Columns) {
    this.#path = path;
    this.#table = table;
    this.#columns = columns;
  }

  read(): DistrictsRead {
    const keys = this.#keysByName();
    const districts = this.#table.rows.map((row): PlanDistrict => {
      const name = this.#text(row, "name");
      const [lat, lng] = [this.#coordinate(row, "lat"), this.#coordinate(row, "lng")];
      if ((this.#text(row, "lat") === "") !== (this.#text(row, "lng") === "")) {
        this.#note(row, this.#text(row, "lat") === "" ? "lat" : "lng", "coordinate_alone", name, "error");
      }
      return {
        ...{ key: keys.get(foldText(name)) ?? "", name, lat, lng },
        neighbours: this.#neighbours(row, keys),
        postalCodes: this.#text(row, "postalCodes").match(/\b\d{5}\b/g) ?? [],
      };
    });
    return { districts, notes: this.#notes };
  }

  #keysByName(): ReadonlyMap<string, string> {
    const keys = new Map<string, string>();
    for (const row of this.#table.rows) {
      const name = this.#text(row, "name");
      const folded = foldText(name);
      if (name === "") this.#note(row, "name", "district_name_missing", "", "error");
      else if (keys.has(folded)) this.#note(row, "name", "district_twice", name, "error");
      else keys.set(folded, districtKey(name) || folded);
    }
    return keys;
  }

  #coordinate(row: Table["rows"][number], header: "lat" | "lng"): number | null {
    const text = this.#text(row, header);
    if (text === "") return null;
    const number = Number(text.replace(",", "."));
    const isReadable = /^-?\d+([.,]\d+)?$/.test(text) && Math.abs(number) <= COORDINATES[header];
    if (!isReadable) this.#note(row, header, "coordinate_not_understood", text, "error");
    return isReadable ? number : null;
  }

  #neighbours(row: Table["rows"][number], keys: ReadonlyMap<string, string>): string[] {
    const names = this.#text(row, "neighbours").split(/[,;/|\n]/);
    return names.flatMap((written) => {
      const name = written.trim();
      const key = keys.get(foldText(name));
      if (key === undefined && name !== "") this.#note(row, "neighbours", "neighbour_unknown", name, "hint");
      return key === undefined ? [] : [key];
    });
  }

  #text({ cells }: Table["rows"][number], header: Header): string {
    const column = this.#columns[header];
    return column === undefined ? "" : (cells[column] ?? "");
  }

  #note(
    { line }: Table["rows"][number],
    header: Header,
    code: CellNote["code"],
    text: string,
    severity: CellNote["severity"],
  ): void {
    const column = this.#columns[header] ?? null;
    const written = column === null ? null : (this.#table.columns[column] ?? null);
    this.#notes.push({ file: this.#path, line, column, header: written, severity, code, facts: { text } });
  }
}
