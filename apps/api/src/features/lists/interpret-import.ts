import type { ImportRow } from "@augenhoehe/contract";
import type { Tx } from "../../db/client.ts";
import type { ImportRecord } from "../../db/repositories/imports.ts";
import type { AppDeps } from "../../http/app-deps.ts";
import type { StaffActor } from "../../http/policy.ts";
import { LinesSeen } from "../../spreadsheet/lines-seen.ts";
import { mappedRows, type MappedRow } from "../../spreadsheet/mapped-rows.ts";
import type { RowCells } from "../../spreadsheet/row-cells.ts";
import { openCells, type KeptCells } from "./import-cells.ts";
import { readRequestRow, type RequestDraft } from "./read-request-row.ts";
import { readScene } from "./read-scene.ts";
import { readVolunteerRow, type VolunteerDraft } from "./read-volunteer-row.ts";
import { recogniseRequests } from "./recognise-requests.ts";
import { recogniseVolunteers } from "./recognise-volunteers.ts";
import type { CandidateRow, ReadRow, Recogniser } from "./recognise.ts";

/** A row with what taking it over would create; `draft` is there where the status is `new`. */
export interface InterpretedRow<Draft> {
  readonly view: ImportRow;
  readonly hash: string;
  readonly draft: Draft | null;
}

export type InterpretedImport = { readonly cells: KeptCells | null } & (
  | { readonly kind: "volunteers"; readonly rows: readonly InterpretedRow<VolunteerDraft>[] }
  | { readonly kind: "requests"; readonly rows: readonly InterpretedRow<RequestDraft>[] }
);

/** Reads every row of a kept list under its mapping, against the network's words and the people who are here. */
export async function interpretImport(
  { vault, clock }: Pick<AppDeps, "vault" | "clock">,
  tx: Tx,
  actor: StaffActor,
  record: ImportRecord,
): Promise<InterpretedImport> {
  const cells = openCells(vault, record);
  const scene = await readScene(tx, clock());
  if (record.kind === "volunteers") {
    const candidates = readRows(vault, record, cells, (row) => readVolunteerRow(row, scene));
    const recognise = await recogniseVolunteers(vault, tx, actor.providerId, candidates);
    return { kind: "volunteers", cells, rows: decideRows(record, candidates, recognise) };
  }
  const candidates = readRows(vault, record, cells, (row) => readRequestRow(row, scene));
  const recognise = await recogniseRequests(vault, tx, actor, candidates);
  return { kind: "requests", cells, rows: decideRows(record, candidates, recognise) };
}

type RowInHand<Draft> = CandidateRow<Draft> & MappedRow;

function readRows<Draft>(
  vault: AppDeps["vault"],
  { mapping, kind }: ImportRecord,
  kept: KeptCells | null,
  read: (row: RowCells) => ReadRow<Draft>,
): RowInHand<Draft>[] {
  return mappedRows(kept?.rows ?? [], mapping).map((mapped) => ({
    ...mapped,
    hash: vault.fingerprint(mapped.told, `row of ${kind}`),
    read: read(mapped.row),
  }));
}

function decideRows<Draft>(
  { kind }: ImportRecord,
  candidates: readonly RowInHand<Draft>[],
  recognise: Recogniser,
): InterpretedRow<Draft>[] {
  const seen = new LinesSeen(kind);
  return candidates.map((candidate) => {
    const { line, cells, row, hash, read } = candidate;
    const verdict = recognise(candidate);
    if (verdict.kind === "taken") row.remark("email", "email_taken");
    if (verdict.kind === "known" && verdict.hint !== undefined) row.remark([], verdict.hint);
    const before = row.hasErrors ? null : seen.note({ line, hash, identity: read.identity });
    if (before !== null && verdict.kind === "new") row.remark([], "same_as_line", { line: before });
    const isKnown = verdict.kind === "known" || (verdict.kind === "new" && before !== null);
    const status = isKnown ? "known" : row.hasErrors ? "error" : "new";
    return {
      hash,
      draft: status === "new" ? read.draft : null,
      view: {
        ...{ line, cells: [...cells], status, name: read.identity.name, understood: read.understood },
        subjectId: verdict.kind === "known" ? verdict.subjectId : null,
        remarks: row.remarks,
      },
    };
  });
}
