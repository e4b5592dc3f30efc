const UNIT_MS = { seconds: 1000, minutes: 60_000, hours: 3_600_000, days: 86_400_000 } as const;
type Span = Partial<Record<keyof typeof UNIT_MS, number>>;

const lengthMs = ({ seconds = 0, minutes = 0, hours = 0, days = 0 }: Span): number =>
  seconds * UNIT_MS.seconds + minutes * UNIT_MS.minutes + hours * UNIT_MS.hours + days * UNIT_MS.days;

/** Time that moves only when a test says so. */
export class TestClock {
  now: Date;

  constructor(start: Date) {
    this.now = start;
  }

  readonly read = (): Date => new Date(this.now);

  advance(span: Span): void {
    this.now = new Date(this.now.getTime() + lengthMs(span));
  }

  /** To the next beginning of a span, e.g. a full quarter of an hour: limits count from there. */
  advanceToFull(span: Span): void {
    const ms = lengthMs(span);
    this.now = new Date((Math.floor(this.now.getTime() / ms) + 1) * ms);
  }
}
