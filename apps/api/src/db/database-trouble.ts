const UNREACHABLE = new Set(["ECONNREFUSED", "ECONNRESET", "ENOENT", "EPIPE", "ETIMEDOUT", "EAI_AGAIN", "ENOTFOUND"]);
/** Connection lost, server going down or starting, too many connections, statement timed out, read-only standby. */
const SQL_STATES = /^(?:08|53|57P|57014|25006)/;
const MESSAGES = /timeout exceeded when trying to connect|Connection terminated|Query read timeout|not queryable/;

function* causesOf(error: unknown): Generator<Error> {
  for (let at = error; at instanceof Error; at = at.cause) yield at;
}

const codeOf = (error: Error): string => ("code" in error && typeof error.code === "string" ? error.code : "");

/** The database cannot be reached or asked at present; the same call may work in a moment. */
export function isDatabaseUnavailable(error: unknown): boolean {
  return causesOf(error).some(
    (cause) => UNREACHABLE.has(codeOf(cause)) || SQL_STATES.test(codeOf(cause)) || MESSAGES.test(cause.message),
  );
}

/** Text PostgreSQL cannot store, such as a zero character. */
export function isUnstorableText(error: unknown): boolean {
  return causesOf(error).some((cause) => codeOf(cause) === "22021" || codeOf(cause) === "22P05");
}

/** A unique index said no; told with the index's name, so that a race reads like the rule it broke. */
export function brokenUniqueIndex(error: unknown): string | null {
  for (const cause of causesOf(error)) {
    if (codeOf(cause) === "23505" && "constraint" in cause) return String(cause.constraint);
  }
  return null;
}
