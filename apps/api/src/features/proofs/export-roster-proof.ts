import type { FileReply } from "@augenhoehe/contract";
import type { RosterMark } from "@augenhoehe/domain";
import { readTimeZone } from "../../db/repositories/time-zone.ts";
import type { AppDeps } from "../../http/app-deps.ts";
import type { StaffActor } from "../../http/policy.ts";
import type { TableFormat } from "../../spreadsheet/write-table.ts";
import { localTimes } from "./local-times.ts";
import { proofFile } from "./proof-file.ts";
import { proofScope, type ProofFilter } from "./proof-scope.ts";
import { wholeRoster } from "./roster-proof.ts";

const COLUMNS = [
  "Datum",
  "Von",
  "Bis",
  "Maßnahme",
  "Modul",
  "Ort",
  "Nachname",
  "Vorname",
  "Träger",
  "Teilnahme",
  "Minuten",
  "Als Gast",
] as const;

const MARKS = {
  present: "anwesend",
  absent: "abwesend",
  unmarked: "nicht eingetragen",
} as const satisfies Record<RosterMark, string>;

export const exportRosterProof = (
  deps: AppDeps,
  actor: StaffActor,
  { format, ...filter }: ProofFilter & { format: TableFormat },
): Promise<FileReply> =>
  deps.db.withTenant(actor.networkId, async (tx) => {
    const scope = await proofScope(deps, tx, actor, filter);
    const timesOf = localTimes(await readTimeZone(tx));
    const rows = (await wholeRoster(tx, scope)).map((row) => [
      ...timesOf(row),
      row.courseTitle,
      row.moduleTitle,
      row.place,
      row.lastName,
      row.firstName,
      row.providerName,
      MARKS[row.mark],
      row.minutes,
      row.guest ? "ja" : "nein",
    ]);
    return proofFile(deps, tx, actor, { proof: "roster", format, columns: COLUMNS, rows });
  });
