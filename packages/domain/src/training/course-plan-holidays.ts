/** ISO 3166-2 codes of the federal states; "DE" counts only what is a holiday everywhere. */
export const HOLIDAY_REGIONS = [
  "DE",
  "DE-BB",
  "DE-BE",
  "DE-BW",
  "DE-BY",
  "DE-HB",
  "DE-HE",
  "DE-HH",
  "DE-MV",
  "DE-NI",
  "DE-NW",
  "DE-RP",
  "DE-SH",
  "DE-SL",
  "DE-SN",
  "DE-ST",
  "DE-TH",
] as const;
export type HolidayRegion = (typeof HOLIDAY_REGIONS)[number];
