import type { FileReply } from "@augenhoehe/contract";
import { Refusal } from "@augenhoehe/domain";
import type { Tx } from "../../db/client.ts";
import { readToday } from "../../db/repositories/time-zone.ts";
import type { AppDeps } from "../../http/app-deps.ts";
import type { StaffActor } from "../../http/policy.ts";
import { TABLE_CONTENT_TYPES, writeTable, type Cell, type TableFormat } from "../../spreadsheet/write-table.ts";

/** More than a large city's year; whoever needs more asks for half a year at a time. */
export const MOST_PROOF_ROWS = 20_000;

export type ProofKind = "roster" | "measures";

const FILE_NAMES = { roster: "teilnahmen", measures: "qualifizierung" } as const satisfies Record<ProofKind, string>;

export function requireProofSize(rows: number): void {
  if (rows > MOST_PROOF_ROWS) throw new Refusal("file_too_many_rows", { limit: MOST_PROOF_ROWS });
}

/** That a proof left the house is in the log: who, which one, how many rows. */
export const recordProof = (
  deps: AppDeps,
  tx: Tx,
  actor: StaffActor,
  { proof, format, rows }: { proof: ProofKind; format: TableFormat | "print"; rows: number },
): Promise<void> =>
  deps.recordActivity(tx, {
    actor,
    action: "proof_exported",
    subjectKind: "list",
    subjectId: null,
    facts: { proof, format, rows },
  });

export async function proofFile(
  deps: AppDeps,
  tx: Tx,
  actor: StaffActor,
  file: { proof: ProofKind; format: TableFormat; columns: readonly string[]; rows: readonly (readonly Cell[])[] },
): Promise<FileReply> {
  const { proof, format, columns, rows } = file;
  await recordProof(deps, tx, actor, { proof, format, rows: rows.length });
  return {
    contentType: TABLE_CONTENT_TYPES[format],
    fileName: `${FILE_NAMES[proof]}-${await readToday(tx, deps.clock())}.${format}`,
    content: await writeTable(format, columns, rows),
  };
}
