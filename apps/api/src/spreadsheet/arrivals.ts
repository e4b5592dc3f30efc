import type { IsoDate } from "@augenhoehe/domain";
import { instantOf } from "../local-time.ts";

/** Noon of the day a list tells, so that somebody keeps their place in the queue; now where it tells none. */
export function arrivals(now: Date, timeZone: string): (day: IsoDate | null) => Date {
  const known = new Map<IsoDate, Date>();
  return (day) => {
    if (day === null) return now;
    const noon = known.get(day) ?? instantOf(`${day}T12:00`, timeZone);
    known.set(day, noon);
    return noon < now ? noon : now;
  };
}
