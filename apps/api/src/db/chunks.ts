const ROWS = 200;

/** Many rows go in few statements, none so long that writing it down keeps everybody else waiting. */
export function* chunksOf<T>(rows: readonly T[]): Generator<T[]> {
  for (let from = 0; from < rows.length; from += ROWS) yield rows.slice(from, from + ROWS);
}
