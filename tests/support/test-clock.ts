const UNIT_MS = { seconds: 1000, minutes: 60_000, hours: 3_600_000, days: 86_400_000 } as const;
type Span = Partial<Record<keyof typeof UNIT_MS, number>>;

/** Time that moves only when a test says so. */
export class TestClock {
  now: Date;

  constructor(start: Date) {
    this.now = start;
  }

  readonly read = (): Date => new Date(this.now);

  advance(span: Span): void {
    const ms = (Object.keys(UNIT_MS) as (keyof typeof UNIT_MS)[]).reduce(
      (sum, unit) => sum + (span[unit] ?? 0) * UNIT_MS[unit],
      0,
    );
    this.now = new Date(this.now.getTime() + ms);
  }
}
