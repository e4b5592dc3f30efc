import { COLUMN_NAMES, NEVER_READ } from "./column-names.ts";
import { foldText } from "./fold-text.ts";
import type { ImportField } from "./import-fields.ts";

export interface ColumnGuess<F extends ImportField> {
  readonly header: string;
  /** null: the column is not read. */
  readonly field: F | null;
  /** 1 an exact name, lower a likely one, 0 none. */
  readonly score: number;
  /** The column holds what we never store (origin, religion, residence status, identity): it cannot be mapped. */
  readonly isNeverRead: boolean;
}

const LIKELY = 0.5;

/**
 * A field for each column by its header, each field at most once (the best header wins, then the first). Columns that
 * mean nothing to us stay unread and are said so.
 */
export function guessColumns<F extends ImportField>(
  headers: readonly string[],
  fields: readonly F[],
): readonly ColumnGuess<F>[] {
  const candidates = headers.flatMap((header, column) =>
    isNeverRead(header)
      ? []
      : fields
          .map((field) => ({ column, field, score: scoreOf(header, field) }))
          .filter(({ score }) => score >= LIKELY),
  );
  candidates.sort(
    (a, b) => b.score - a.score || a.column - b.column || fields.indexOf(a.field) - fields.indexOf(b.field),
  );
  const byColumn = new Map<number, (typeof candidates)[number]>();
  const taken = new Set<F>();
  for (const candidate of candidates) {
    if (byColumn.has(candidate.column) || taken.has(candidate.field)) continue;
    byColumn.set(candidate.column, candidate);
    taken.add(candidate.field);
  }
  return headers.map((header, column) => {
    const guess = byColumn.get(column);
    return {
      header,
      field: guess?.field ?? null,
      score: guess?.score ?? 0,
      isNeverRead: isNeverRead(header),
    };
  });
}

/** Whether a column names something that is never asked and never stored. */
export const isNeverRead = (header: string): boolean => {
  const name = columnName(header);
  return NEVER_READ.some((word) => ` ${name}`.includes(` ${word}`));
};

/** Exactly a known name 1; all words of a known name in the header, more for fewer other words, 0.5–0.9. */
function scoreOf(header: string, field: ImportField): number {
  const name = columnName(header);
  if (name === foldText(field)) return 1;
  let best = 0;
  for (const known of COLUMN_NAMES.get(field) ?? []) {
    if (known === name) return 1;
    if (` ${name} `.includes(` ${known} `)) best = Math.max(best, LIKELY + (0.4 * known.length) / name.length);
  }
  return best;
}

const columnName = (header: string): string => foldText(header.replaceAll(/[^\p{L}\p{M}\p{N}]+/gu, " "));
