import { addDays, type IsoDate } from "@augenhoehe/domain";
import { instantOf } from "../local-time.ts";

/** The first instant after a day of the network's calendar. */
export const endOfDay = (day: IsoDate | null, timeZone: string): Date | null =>
  day === null ? null : instantOf(`${addDays(day, 1)}T00:00`, timeZone);
