import type { ImportField } from "@augenhoehe/contract";
import type { z } from "zod";
import type { RowCells } from "./row-cells.ts";

/** A name as written; missing, or something a spreadsheet would run, keeps the row out. */
export function readName(cells: RowCells, fields: readonly ImportField[], name: string): string {
  if (name === "") cells.remark(fields, "name_missing");
  else if (/^[=+\-@]/.test(name)) cells.remark(fields, "looks_like_formula", { text: name });
  return name;
}

/** What was read, against the same schema as a form: too long, or letters nobody writes. */
export function checkDraft(
  cells: RowCells,
  schema: z.ZodType,
  draft: unknown,
  fieldOfPath: Readonly<Record<string, readonly ImportField[]>>,
): void {
  if (cells.hasErrors) return;
  for (const issue of schema.safeParse(draft).error?.issues ?? []) {
    const fields = fieldOfPath[String(issue.path[0])] ?? [];
    cells.remark(fields, issue.code === "too_big" ? "too_long" : "invalid_format");
  }
}
