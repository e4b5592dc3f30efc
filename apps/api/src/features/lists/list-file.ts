import type { FileReply, ImportKind } from "@augenhoehe/contract";
import { Refusal } from "@augenhoehe/domain";
import type { Tx } from "../../db/client.ts";
import { readToday } from "../../db/repositories/time-zone.ts";
import type { AppDeps } from "../../http/app-deps.ts";
import type { StaffActor } from "../../http/policy.ts";
import { MAX_ROWS } from "../../spreadsheet/read-table.ts";
import { TABLE_CONTENT_TYPES, writeTable, type TableFormat } from "../../spreadsheet/write-table.ts";

/** As many as a list can be read back with. */
export const MOST_ROWS = MAX_ROWS;

const FILE_NAMES = { volunteers: "freiwillige", requests: "anfragen" } as const satisfies Record<ImportKind, string>;

interface WrittenList {
  readonly kind: ImportKind;
  readonly format: TableFormat;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** The file; that it left the house is in the log, with how many people it holds. */
export async function listFile(
  deps: AppDeps,
  tx: Tx,
  actor: StaffActor,
  { kind, format, columns, rows }: WrittenList,
): Promise<FileReply> {
  if (rows.length > MOST_ROWS) throw new Refusal("file_too_many_rows", { limit: MOST_ROWS });
  await deps.recordActivity(tx, {
    actor,
    action: "list_exported",
    subjectKind: "list",
    subjectId: null,
    facts: { kind, format, people: rows.length },
  });
  return {
    contentType: TABLE_CONTENT_TYPES[format],
    fileName: `${FILE_NAMES[kind]}-${await readToday(tx, deps.clock())}.${format}`,
    content: await writeTable(format, columns, rows),
  };
}
