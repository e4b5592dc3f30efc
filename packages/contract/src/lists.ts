import { z } from "zod";
import { READING_NOTES, REQUEST_FIELDS, VOLUNTEER_FIELDS } from "@augenhoehe/domain";
import { endpoint } from "./endpoint.ts";
import { RequestFilter } from "./requests.ts";
import { VolunteerFilter } from "./volunteers.ts";
import {
  AgeBand,
  Done,
  Facts,
  ForWhom,
  Gender,
  Id,
  IdParams,
  Instant,
  Keys,
  LocalDate,
  PageQuery,
  Slots,
  SpokenLanguages,
  line,
} from "./shared.ts";

export const IMPORT_KINDS = ["volunteers", "requests"] as const;
export const ImportKind = z.enum(IMPORT_KINDS);
export type ImportKind = z.infer<typeof ImportKind>;

/** 10 MB of file, as base64 in JSON. */
const FILE_BYTES = 10 * 1024 * 1024;

/** What a column can become: the fields of volunteers and those of requests. */
export const IMPORT_FIELDS = [...new Set([...VOLUNTEER_FIELDS, ...REQUEST_FIELDS])] as const;
export const ImportField = z.enum(IMPORT_FIELDS);
export type ImportField = z.infer<typeof ImportField>;

/** These keep a row out. */
export const ROW_ERRORS = [
  "name_missing",
  "looks_like_formula",
  "email_not_understood",
  "email_taken",
  "languages_missing",
  "too_long",
  "invalid_format",
] as const;
/** These tell what was guessed, left out or put elsewhere; the row is taken over. */
export const ROW_HINTS = [
  ...READING_NOTES,
  "german_assumed",
  "phone_not_understood",
  "kept_as_other_contact",
  "email_left_out",
  "postal_code_elsewhere",
  "date_in_future",
  "without_contact",
  "same_as_line",
  "same_name_without_contact",
] as const;

/** A remark at one cell; `column` counts from 0, null is the row as a whole. Facts hold the words it is about. */
export const CellRemark = z.strictObject({
  column: z.number().int().nullable(),
  severity: z.enum(["error", "hint"]),
  code: z.enum([...ROW_ERRORS, ...ROW_HINTS]),
  facts: Facts,
});
export type CellRemark = z.infer<typeof CellRemark>;

/** What a row was understood to say, for a glance; null where it says nothing. */
export const UnderstoodRow = z.strictObject({
  email: z.string().nullable(),
  phone: z.string().nullable(),
  districtName: z.string().nullable(),
  languages: SpokenLanguages,
  slots: Slots,
  topics: Keys,
  interests: Keys,
  gender: Gender.nullable(),
  ageBand: AgeBand.nullable(),
  reachKm: z.number().nullable(),
  forWhom: z.array(ForWhom),
  wishedGender: Gender.nullable(),
  capacity: z.number().int().nullable(),
  since: LocalDate.nullable(),
});
export type UnderstoodRow = z.infer<typeof UnderstoodRow>;

export const ROW_STATUSES = ["new", "known", "error"] as const;
export const ImportRow = z.strictObject({
  /** Line in the file as a spreadsheet counts it: the header is 1. */
  line: z.number().int(),
  cells: z.array(z.string()),
  status: z.enum(ROW_STATUSES),
  name: z.string(),
  /** The volunteer or request this row became, or whom it was already. */
  subjectId: Id.nullable(),
  understood: UnderstoodRow,
  remarks: z.array(CellRemark),
});
export type ImportRow = z.infer<typeof ImportRow>;

export const ImportColumn = z.strictObject({
  header: z.string(),
  /** Null is a column that is not read. */
  field: ImportField.nullable(),
  /** Holds what is never asked and never stored: cannot be mapped, its cells were thrown away on reading. */
  isNeverRead: z.boolean(),
  filledRows: z.number().int(),
  samples: z.array(z.string()),
});

export const ImportPreview = z.strictObject({
  id: Id,
  kind: ImportKind,
  fileName: z.string(),
  encoding: z.enum(["utf-8", "windows-1252", "xlsx"]),
  delimiter: z.string().nullable(),
  createdAt: Instant,
  columns: z.array(ImportColumn),
  fields: z.array(ImportField),
  counts: z.strictObject({ new: z.number().int(), known: z.number().int(), error: z.number().int() }),
  /** One page of the rows that were asked for; `total` counts all of them. */
  rows: z.array(ImportRow),
  total: z.number().int(),
  page: z.number().int(),
  pageSize: z.number().int(),
  appliedAt: Instant.nullable(),
  undoneAt: Instant.nullable(),
  /** How many people this import has created and not taken back. */
  created: z.number().int(),
  /** The cells are deleted after a while; what was created stays. */
  cellsKept: z.boolean(),
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
    summary: "The preview of an import, page by page",
    params: IdParams,
    query: z.strictObject({ ...PageQuery, status: z.enum(ROW_STATUSES).optional() }),
    response: ImportPreview,
  }),
  remapImport: endpoint({
    method: "PUT",
    path: "/api/imports/:id/mapping",
    who: ["coordinator"],
    summary: "Correct which column is which field",
    params: IdParams,
    body: z.strictObject({ mapping: z.array(ImportField.nullable()).max(200) }),
    response: ImportPreview,
  }),
  applyImport: endpoint({
    method: "POST",
    path: "/api/imports/:id/apply",
    who: ["coordinator"],
    summary: "Take over all good rows, or the chosen lines; a repeat changes nothing",
    params: IdParams,
    body: z.strictObject({
      rows: z.union([z.literal("all"), z.array(z.number().int()).max(5000)]),
      /** Requests: the coordinator says that these people agreed to being entered. */
      consentGiven: z.boolean().optional(),
    }),
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
  downloadImportTemplate: endpoint({
    method: "GET",
    path: "/api/imports/template",
    who: ["coordinator"],
    summary: "A CSV file with every column the import reads, and one example",
    query: z.strictObject({ kind: ImportKind }),
    response: { file: ["text/csv"] },
  }),
  exportVolunteers: endpoint({
    method: "GET",
    path: "/api/volunteers/export",
    who: ["coordinator"],
    summary: "The list of volunteers as CSV or XLSX; reads back with the import",
    query: z.strictObject({ ...VolunteerFilter, format: z.enum(["csv", "xlsx"]) }),
    response: { file: ["text/csv", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"] },
    perMinute: 30,
  }),
  exportRequests: endpoint({
    method: "GET",
    path: "/api/requests/export",
    who: ["coordinator"],
    summary: "The list of requests as CSV or XLSX; reads back with the import",
    query: z.strictObject({ ...RequestFilter, format: z.enum(["csv", "xlsx"]) }),
    response: { file: ["text/csv", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"] },
    perMinute: 30,
  }),
};
