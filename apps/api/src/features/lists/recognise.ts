import type { CellRemark, UnderstoodRow } from "@augenhoehe/contract";
import type { RowIdentity } from "../../spreadsheet/lines-seen.ts";

/** A row as far as it was understood; `draft` is null where an error keeps it out. */
export interface ReadRow<Draft> {
  readonly identity: RowIdentity;
  readonly understood: UnderstoodRow;
  readonly draft: Draft | null;
}

/** A row before it is decided whether it brings somebody new. */
export interface CandidateRow<Draft = unknown> {
  readonly line: number;
  /** The same for the same cells under the same fields. */
  readonly hash: string;
  readonly read: ReadRow<Draft>;
}

/** Whether the row is somebody who is here already; `taken` is an address that belongs to somebody else's account. */
export type Verdict =
  | { readonly kind: "new" }
  | { readonly kind: "known"; readonly subjectId: string | null; readonly hint?: CellRemark["code"] }
  | { readonly kind: "taken" };

export const NEW: Verdict = { kind: "new" };

export type Recogniser = (row: CandidateRow) => Verdict;
