interface Span {
  readonly startsAtMs: number;
  readonly endsAtMs: number;
}

/** Day, begin and end of a date as a German spreadsheet shows them: `24.12.2026`, `18:00`, `20:00`. */
export function localTimes(timeZone: string): (span: Span) => [string, string, string] {
  const day = new Intl.DateTimeFormat("de-DE", { timeZone, day: "2-digit", month: "2-digit", year: "numeric" });
  const clock = new Intl.DateTimeFormat("de-DE", { timeZone, hour: "2-digit", minute: "2-digit" });
  return ({ startsAtMs, endsAtMs }) => [day.format(startsAtMs), clock.format(startsAtMs), clock.format(endsAtMs)];
}
