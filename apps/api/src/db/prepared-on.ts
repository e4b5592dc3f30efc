import type { Tx } from "./client.ts";

/** A statement built once per connection, and planned once by the database: building it costs more than asking. */
export function preparedOn<Statement>(build: (tx: Tx) => Statement): (tx: Tx) => Statement {
  const built = new WeakMap<Tx, Statement>();
  return (tx) => {
    const known = built.get(tx);
    if (known !== undefined) return known;
    const statement = build(tx);
    built.set(tx, statement);
    return statement;
  };
}
