import { IMPORT_FIELDS, PAGE_SIZE, type ImportField, type ImportPreview, type ImportRow } from "@augenhoehe/contract";
import { isNeverRead, REQUEST_FIELDS, VOLUNTEER_FIELDS } from "@augenhoehe/domain";
import type { ImportRecord } from "../../db/repositories/imports.ts";
import type { InterpretedImport } from "./interpret-import.ts";

export interface PreviewPart {
  readonly page: number;
  readonly status?: ImportRow["status"] | undefined;
}

export const FIRST_PAGE: PreviewPart = { page: 1 };

export const fieldsOf = (kind: ImportRecord["kind"]): readonly ImportField[] =>
  kind === "volunteers" ? VOLUNTEER_FIELDS : REQUEST_FIELDS;

/** One page of a read list, with its columns and what would become of all rows. */
export function importView(
  record: ImportRecord,
  read: InterpretedImport,
  { page, status }: PreviewPart,
): ImportPreview {
  const views = read.rows.map(({ view }) => view);
  const asked = status === undefined ? views : views.filter((view) => view.status === status);
  const countOf = (wanted: ImportRow["status"]) => views.filter((view) => view.status === wanted).length;
  return {
    id: record.id,
    kind: record.kind,
    fileName: record.fileName,
    encoding: record.encoding,
    delimiter: record.delimiter,
    createdAt: record.createdAt.toISOString(),
    columns: columnsOf(record, read),
    fields: [...fieldsOf(record.kind)],
    counts: { new: countOf("new"), known: countOf("known"), error: countOf("error") },
    rows: asked.slice((page - 1) * PAGE_SIZE, page * PAGE_SIZE),
    ...{ total: asked.length, page, pageSize: PAGE_SIZE },
    appliedAt: record.appliedAt?.toISOString() ?? null,
    undoneAt: record.undoneAt?.toISOString() ?? null,
    created: record.createdIds.length,
    cellsKept: read.cells !== null,
  };
}

const SAMPLES = 3;

function columnsOf({ mapping }: ImportRecord, { cells }: InterpretedImport): ImportPreview["columns"] {
  return (cells?.columns ?? []).map((header, column) => {
    const filled = (cells?.rows ?? []).flatMap((row) => {
      const cell = row.cells[column] ?? "";
      return cell === "" ? [] : [cell];
    });
    return {
      header,
      field: IMPORT_FIELDS.find((field) => field === mapping[column]) ?? null,
      isNeverRead: isNeverRead(header),
      filledRows: filled.length,
      samples: [...new Set(filled)].slice(0, SAMPLES).map((sample) => sample.slice(0, 60)),
    };
  });
}
