import { realpathSync } from "node:fs";
import { writeFile } from "node:fs/promises";
import { resolve } from "node:path";
import { writeTable, type TableFormat } from "../spreadsheet/write-table.ts";
import type { PlanReport } from "./plan-report.ts";
import { PlanRefusal } from "./problem.ts";
import type { PlanWords } from "./words/plan-words.ts";
import type { Naming } from "./words/reason-sentences.ts";

/** By the file's ending; asked before anything is read, so that nobody waits for a plan that cannot be written. */
export function formatOf(file: string): TableFormat {
  const [, ending] = /\.(csv|xlsx)$/i.exec(file) ?? [];
  if (ending === undefined) throw new PlanRefusal({ code: "out_format", file });
  return ending.toLowerCase() === "csv" ? "csv" : "xlsx";
}

/** A slip of the hand must not cost somebody their list. */
export function requireOtherFile(file: string, inputs: readonly string[]): void {
  if (inputs.some((input) => realOf(input) === realOf(file))) throw new PlanRefusal({ code: "out_is_input", file });
}

function realOf(file: string): string {
  try {
    return realpathSync(file);
  } catch {
    return resolve(file);
  }
}

/** Pairs first, then who waits on. Cells that a spreadsheet would run as a formula are guarded as in every export. */
export async function writeOut(file: string, report: PlanReport, words: PlanWords, naming: Naming): Promise<void> {
  const { columns, states } = words;
  const pairs = report.pairs.map(({ request, volunteer, points, bonus, reasons, cautions }) => [
    ...[states.pair, request.name, String(request.row), volunteer.name, String(volunteer.row)],
    ...[String(points), naming.number(bonus)],
    reasons.map(({ sentence }) => sentence).join("; "),
    cautions.map(({ sentence }) => sentence).join("; "),
  ]);
  const waiting = report.unserved.map(({ request, waitingWeeks, why }) => [
    ...[states.waiting, request.name, String(request.row), "", "", "", ""],
    [words.waiting(waitingWeeks), ...(why === null ? [] : [why.sentence])].join("; "),
    why?.doors.map(({ sentence }) => sentence).join(" ") ?? "",
  ]);
  const content = await writeTable(formatOf(file), Object.values(columns), [...pairs, ...waiting]);
  try {
    await writeFile(file, content);
  } catch {
    throw new PlanRefusal({ code: "out_not_written", file });
  }
}
