import { QUIET_FROM_HOUR, QUIET_UNTIL_HOUR } from "@augenhoehe/domain";
import { instantOf, localDayOf, localTimeOf } from "../local-time.ts";

const HOUR_MS = 3_600_000;
const LEAST_HOURS = 2;
const MORNING = "09:00";

export interface NewOffer {
  readonly now: Date;
  readonly offerHours: number;
  readonly nextSessionStartsAt: Date;
}

/**
 * Until when an offered place is kept: as long as the course says, but not beyond its next session, and two hours at
 * least. Nobody loses a place in their sleep: an end at night waits for nine o'clock, or for a session before that.
 */
export function offerDeadline({ now, offerHours, nextSessionStartsAt: session }: NewOffer, timeZone: string): Date {
  const inHours = (hours: number) => new Date(now.getTime() + hours * HOUR_MS);
  const end = later(earlier(inHours(offerHours), session), inHours(LEAST_HOURS));
  if (!isAtNight(end, timeZone) || session <= end) return end;
  return earlier(nextMorning(end, timeZone), session);
}

function isAtNight(instant: Date, timeZone: string): boolean {
  const hour = hourOf(instant, timeZone);
  return hour >= QUIET_FROM_HOUR || hour < QUIET_UNTIL_HOUR;
}

function nextMorning(instant: Date, timeZone: string): Date {
  const isEvening = hourOf(instant, timeZone) >= QUIET_FROM_HOUR;
  const day = localDayOf(new Date(instant.getTime() + (isEvening ? 12 * HOUR_MS : 0)), timeZone);
  return instantOf(`${day}T${MORNING}`, timeZone);
}

const hourOf = (instant: Date, timeZone: string): number => Number(localTimeOf(instant, timeZone).slice(11, 13));
const earlier = (a: Date, b: Date): Date => (a < b ? a : b);
const later = (a: Date, b: Date): Date => (a > b ? a : b);
