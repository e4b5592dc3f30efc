import type { ImportField, ImportPreview, ImportRow, NetworkProfile } from "@augenhoehe/contract";
import type { PageLocale } from "#lib/locale.ts";
import { m } from "#lib/paraglide/messages.js";
import type { Formats } from "#lib/server/format.ts";
import { FIELD_LABELS } from "../list-words.ts";
import { remarkMessage } from "./remark-message.ts";
import { understoodWords } from "./understood-words.ts";

export interface PreviewRemark {
  readonly severity: "error" | "hint";
  readonly text: string;
}

export interface PreviewCell {
  readonly column: number;
  readonly label: string;
  /** What was understood, or the words as they stand. */
  readonly text: string;
  /** As it stands in the file, where that says something else. */
  readonly written: string | null;
  readonly remarks: readonly PreviewRemark[];
}

export interface PreviewRow {
  readonly line: number;
  readonly name: string;
  readonly href: string | null;
  readonly status: ImportRow["status"];
  readonly statusLabel: string;
  readonly remarks: readonly PreviewRemark[];
  readonly cells: readonly PreviewCell[];
}

interface Reader {
  readonly network: NetworkProfile;
  readonly locale: PageLocale;
  readonly when: Formats;
}

const STATUS_LABELS = {
  new: m.lists_status_new,
  known: m.lists_status_known,
  error: m.lists_status_error,
} satisfies Record<ImportRow["status"], () => string>;

/** Stand in the row's heading already. */
const NAME_FIELDS: readonly ImportField[] = ["firstName", "lastName", "fullName", "chosenName"];

/** The rows of a page with what there is to say at each cell; cells that say nothing are left out. */
export function previewRows({ kind, columns, rows }: ImportPreview, reader: Reader): PreviewRow[] {
  const folder = kind === "volunteers" ? "/team/freiwillige" : "/team/anfragen";
  return rows.map((row) => ({
    line: row.line,
    name: row.name || m.lists_nameless(),
    href: row.subjectId === null ? null : `${folder}/${row.subjectId}`,
    status: row.status,
    statusLabel: STATUS_LABELS[row.status](),
    remarks: remarksAt(row, null),
    cells: columns.flatMap(({ field }, column) => {
      if (field === null) return [];
      const written = row.cells[column] ?? "";
      const remarks = remarksAt(row, column);
      const saysNothing = written === "" || NAME_FIELDS.includes(field);
      if (saysNothing && remarks.length === 0) return [];
      const text = understoodWords(field, row.understood, reader) ?? written;
      const label = FIELD_LABELS[field]();
      return [{ column, label, text, written: text === written || written === "" ? null : written, remarks }];
    }),
  }));
}

const remarksAt = (row: ImportRow, column: number | null): PreviewRemark[] =>
  row.remarks
    .filter((remark) => remark.column === column)
    .map((remark) => ({ severity: remark.severity, text: remarkMessage(remark) }));
