import type { IsoDate } from "@augenhoehe/domain";

/** Name of the public holiday on a day, or null. Christmas Eve and New Year's Eve count: nothing is open. */
export type HolidayOfDay = (day: IsoDate) => string | null;

const DAYS_OFF = new Set(["public", "bank"]);

/** Public holidays of a region ("DE" or "DE-NW"), named in the reader's language where that is known. */
export async function readHolidays(region: string, locale: string): Promise<HolidayOfDay> {
  const { default: Holidays } = await import("date-holidays");
  const [country = "", state] = region.split("-");
  const calendar = state === undefined ? new Holidays(country) : new Holidays(country, state);
  const years = new Map<number, ReadonlyMap<IsoDate, string>>();
  return (day) => {
    const year = Number(day.slice(0, 4));
    const known = years.get(year) ?? new Map(daysOff(calendar.getHolidays(year, locale)));
    years.set(year, known);
    return known.get(day) ?? null;
  };
}

const daysOff = (holidays: readonly { date: string; name: string; type: string }[]) =>
  holidays.filter(({ type }) => DAYS_OFF.has(type)).map(({ date, name }) => [date.slice(0, 10), name] as const);
