import { parsePhoneNumberFromString } from "libphonenumber-js/max";

/** `+4915123456789` of a number as people write it in Germany ("0151/…", "0049 …"), or null when it cannot be one. */
export function readPhoneNumber(typed: string): string | null {
  const number = parsePhoneNumberFromString(typed, "DE");
  return number?.isValid() === true ? number.number : null;
}

/** `+49 1512 3456789`: how a stored number is shown. */
export const showPhoneNumber = (stored: string): string =>
  parsePhoneNumberFromString(stored)?.formatInternational() ?? stored;
