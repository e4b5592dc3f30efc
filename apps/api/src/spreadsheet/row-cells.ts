import { ROW_ERRORS, type CellRemark, type ImportField } from "@augenhoehe/contract";
import { isBlank, type Reading } from "@augenhoehe/domain";

type RemarkCode = CellRemark["code"];

const isError = (code: RemarkCode): boolean => ROW_ERRORS.some((error) => error === code);

/** The cells of one row by field, and what there is to say about each of them. */
export class RowCells {
  readonly remarks: CellRemark[] = [];
  readonly #columns: ReadonlyMap<ImportField, number>;
  readonly #cells: readonly string[];

  constructor(columns: ReadonlyMap<ImportField, number>, cells: readonly string[]) {
    this.#columns = columns;
    this.#cells = cells;
  }

  /** As written, on one line, without the guard that the export sets before formulas; empty where it says nothing. */
  text(field: ImportField): string {
    const column = this.#columns.get(field);
    const written = column === undefined ? "" : (this.#cells[column] ?? "");
    const text = written.replaceAll(/[\p{Cc}\p{Zl}\p{Zp}\s]+/gu, " ").replace(/^'(?=[=+\-@])/, "");
    return isBlank(text) ? "" : text.trim();
  }

  /** What a reader understands of the cell; its notes become remarks. */
  read<T>(field: ImportField, reader: (text: string) => Reading<T>): T {
    const { value, notes } = reader(this.text(field));
    for (const { code, text } of notes) this.remark(field, code, { text });
    return value;
  }

  /** Stands at the first of the fields that has a column, else at the whole row. */
  remark(fields: ImportField | readonly ImportField[], code: RemarkCode, facts: CellRemark["facts"] = {}): void {
    const asked = typeof fields === "string" ? [fields] : fields;
    const column = asked.map((field) => this.#columns.get(field)).find((found) => found !== undefined) ?? null;
    this.remarks.push({ column, severity: isError(code) ? "error" : "hint", code, facts });
  }

  get hasErrors(): boolean {
    return this.remarks.some(({ severity }) => severity === "error");
  }
}
