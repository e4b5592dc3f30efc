import type { FileReply, ImportKind } from "@augenhoehe/contract";
import { listDistricts } from "../../db/repositories/public-network.ts";
import type { AppDeps } from "../../http/app-deps.ts";
import type { StaffActor } from "../../http/policy.ts";
import { TABLE_CONTENT_TYPES, writeTable } from "../../spreadsheet/write-table.ts";
import { cellsInOrder, REQUEST_COLUMNS, VOLUNTEER_COLUMNS } from "./list-columns.ts";

const PERSON = {
  phone: "030 23125 101",
  languages: "Deutsch (Muttersprache), Englisch (B1)",
  times: "Di, Do abends; Sa vormittags",
  topics: "Briefe, Ämter",
  interests: "Kochen, Garten",
  gender: "weiblich",
  age: "40–59",
  reachKm: "5",
};

/** Every column the import reads, with one invented person as an example. */
export async function downloadTemplate(deps: AppDeps, actor: StaffActor, kind: ImportKind): Promise<FileReply> {
  const [place] = await deps.db.withTenant(actor.networkId, listDistricts);
  const district = place?.name ?? "";
  const table = kind === "volunteers" ? volunteersTable(district) : requestsTable(district);
  return {
    contentType: TABLE_CONTENT_TYPES.csv,
    fileName: kind === "volunteers" ? "vorlage-freiwillige.csv" : "vorlage-anfragen.csv",
    content: await writeTable("csv", table.columns, [table.example]),
  };
}

const volunteersTable = (district: string) => ({
  columns: Object.values(VOLUNTEER_COLUMNS),
  example: cellsInOrder(VOLUNTEER_COLUMNS, {
    ...{ ...PERSON, district, firstName: "Erika", lastName: "Beispiel", email: "erika.beispiel@example.org" },
    ...{ capacity: "2", menteeGender: "egal", forWhom: "Familie", appliedOn: "03.02.2026" },
  }),
});

const requestsTable = (district: string) => ({
  columns: Object.values(REQUEST_COLUMNS),
  example: cellsInOrder(REQUEST_COLUMNS, {
    ...{ ...PERSON, district, chosenName: "Beispiel", email: "", otherContact: "", contactPerson: "" },
    languages: "Arabisch (Muttersprache), Deutsch (A2)",
    ...{ mentorGender: "egal", eveningOnly: "nein", forWhom: "allein", interpreterNeeded: "nein" },
    submittedOn: "03.02.2026",
  }),
});
