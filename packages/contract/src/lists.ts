import { z } from "zod";
import { endpoint } from "./endpoint.ts";
import { RequestFilter } from "./requests.ts";
import { VolunteerFilter } from "./volunteers.ts";
import { Done, Id, IdParams, Instant, line } from "./shared.ts";

export const IMPORT_KINDS = ["volunteers", "requests"] as const;
export const ImportKind = z.enum(IMPORT_KINDS);

/** 10 MB of file, as base64 in JSON. */
const FILE_BYTES = 10 * 1024 * 1024;

/** A remark at one cell: `error` keeps the row out, `hint` says what was understood and what was left over. */
export const CellRemark = z.strictObject({
  column: z.string(),
  severity: z.enum(["error", "hint"]),
  code: z.string(),
  text: z.string(),
});

export const ImportRow = z.strictObject({
  /** Line in the file as a spreadsheet counts it: the header is 1. */
  row: z.number().int(),
  cells: z.array(z.string()),
  status: z.enum(["new", "known", "error"]),
  /** Display name, and what was understood, for a glance. */
  name: z.string(),
  understood: z.record(z.string(), z.string()),
  remarks: z.array(CellRemark),
});

export const ImportPreview = z.strictObject({
  id: Id,
  kind: ImportKind,
  fileName: z.string(),
  encoding: z.enum(["utf-8", "windows-1252", "xlsx"]),
  delimiter: z.string().nullable(),
  columns: z.array(z.string()),
  /** Field per column; null is a column that is not read, and is said so. */
  mapping: z.array(z.string().nullable()),
  fields: z.array(z.strictObject({ field: z.string(), required: z.boolean() })),
  rows: z.array(ImportRow),
  counts: z.strictObject({ new: z.number().int(), known: z.number().int(), error: z.number().int() }),
  appliedAt: Instant.nullable(),
  undoneAt: Instant.nullable(),
});
export type ImportPreview = z.infer<typeof ImportPreview>;

export const listsEndpoints = {
  previewImport: endpoint({
    method: "POST",
    path: "/api/imports",
    who: ["coordinator"],
    summary: "Read a CSV or XLSX file and show, row by row, what would be taken over",
    body: z.strictObject({
      kind: ImportKind,
      fileName: line(200),
      contentBase64: z.base64().max(Math.ceil((FILE_BYTES * 4) / 3) + 4),
    }),
    response: ImportPreview,
    bodyLimit: FILE_BYTES * 1.5,
    perMinute: 30,
  }),
  readImport: endpoint({
    method: "GET",
    path: "/api/imports/:id",
    who: ["coordinator"],
    summary: "The preview of an import",
    params: IdParams,
    response: ImportPreview,
  }),
  remapImport: endpoint({
    method: "PUT",
    path: "/api/imports/:id/mapping",
    who: ["coordinator"],
    summary: "Correct which column is which field",
    params: IdParams,
    body: z.strictObject({ mapping: z.array(z.string().nullable()).max(200) }),
    response: ImportPreview,
  }),
  applyImport: endpoint({
    method: "POST",
    path: "/api/imports/:id/apply",
    who: ["coordinator"],
    summary: "Take over all good rows, or the chosen ones; a repeat changes nothing",
    params: IdParams,
    body: z.strictObject({ rows: z.union([z.literal("all"), z.array(z.number().int()).max(5000)]) }),
    response: z.strictObject({ created: z.number().int(), unchanged: z.number().int(), leftOut: z.number().int() }),
    bodyLimit: 256 * 1024,
  }),
  undoImport: endpoint({
    method: "POST",
    path: "/api/imports/:id/undo",
    who: ["coordinator"],
    summary: "Take an import back; people who have been worked with since stay, and are named",
    params: IdParams,
    response: z.strictObject({
      removed: z.number().int(),
      kept: z.array(z.strictObject({ id: Id, name: z.string() })),
    }),
  }),
  listImports: endpoint({
    method: "GET",
    path: "/api/imports",
    who: ["coordinator"],
    summary: "Earlier imports",
    response: z.strictObject({
      items: z.array(
        z.strictObject({
          id: Id,
          kind: ImportKind,
          fileName: z.string(),
          createdAt: Instant,
          appliedAt: Instant.nullable(),
          undoneAt: Instant.nullable(),
          created: z.number().int(),
        }),
      ),
    }),
  }),
  discardImport: endpoint({
    method: "DELETE",
    path: "/api/imports/:id",
    who: ["coordinator"],
    summary: "Throw a preview away",
    params: IdParams,
    response: Done,
  }),
  exportVolunteers: endpoint({
    method: "GET",
    path: "/api/volunteers/export",
    who: ["coordinator"],
    summary: "The list of volunteers as CSV or XLSX; reads back with the import",
    query: z.strictObject({ ...VolunteerFilter, format: z.enum(["csv", "xlsx"]) }),
    response: { file: ["text/csv", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"] },
  }),
  exportRequests: endpoint({
    method: "GET",
    path: "/api/requests/export",
    who: ["coordinator"],
    summary: "The list of requests as CSV or XLSX; reads back with the import",
    query: z.strictObject({ ...RequestFilter, format: z.enum(["csv", "xlsx"]) }),
    response: { file: ["text/csv", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"] },
  }),
};
