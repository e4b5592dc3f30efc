import { readFile, stat } from "node:fs/promises";
import { Refusal } from "@augenhoehe/domain";
import { readTable, type Table } from "../spreadsheet/read-table.ts";
import { PlanRefusal } from "./problem.ts";

/** As large as the import takes. */
const MOST_BYTES = 10 * 1024 * 1024;

/** The table of a CSV or XLSX file; a file that is none is refused by its name. */
export async function readTableFile(path: string): Promise<Table> {
  const bytes = await bytesOf(path);
  try {
    return await readTable(bytes);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    const limit = error.facts?.["limit"];
    throw new PlanRefusal(
      typeof limit === "number"
        ? { code: "file_too_many_rows", file: path, limit }
        : { code: "file_unreadable", file: path },
    );
  }
}

async function bytesOf(path: string): Promise<Buffer> {
  try {
    const { size } = await stat(path);
    if (size <= MOST_BYTES) return await readFile(path);
  } catch (error) {
    const isMissing = error instanceof Error && "code" in error && error.code === "ENOENT";
    throw new PlanRefusal({ code: isMissing ? "file_missing" : "file_not_readable", file: path });
  }
  throw new PlanRefusal({ code: "file_too_large", file: path });
}
