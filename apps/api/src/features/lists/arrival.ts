import type { IsoDate } from "@augenhoehe/domain";
import { instantOf } from "../../local-time.ts";

/** Noon of the day a list tells, so that somebody keeps their place in the queue; now where it tells none. */
export function arrivalOf(day: IsoDate | null, now: Date, timeZone: string): Date {
  if (day === null) return now;
  const noon = instantOf(`${day}T12:00`, timeZone);
  return noon < now ? noon : now;
}
